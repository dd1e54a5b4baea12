import { App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, HIPAASecurityChecks } from "cdk-nag";
import { DataStack } from "./data-stack.ts";
import { EdgeStack } from "./edge-stack.ts";
import { MessagingStack } from "./messaging-stack.ts";
import { ServiceStack } from "./service-stack.ts";
import { overridable, type Settings, type SettingsInput, settingsFrom, stages } from "./settings.ts";
import { WatchStack } from "./watch-stack.ts";

/** One hospital's stacks: `perennial-<stage>-<stack>`. Data never depends on anything; watch on all. */
function addStage(app: App, settings: Settings): void {
  const name = (stack: string) => `perennial-${settings.stage}-${stack}`;
  const account = settings.account;
  const common = { env: { account, region: settings.region }, terminationProtection: true };
  const data = new DataStack(app, name("data"), { ...common, settings });
  const messaging = new MessagingStack(app, name("messaging"), common);
  const service = new ServiceStack(app, name("service"), { ...common, settings, data, messaging });
  const { signals } = service;
  new WatchStack(app, name("watch"), { ...common, settings, data, messaging, signals });
  if (settings.edge) {
    const edge = { ...common, env: { account, region: "us-east-1" } };
    new EdgeStack(app, name("edge"), { ...edge, settings }).addStackDependency(service);
  }
}

/**
 * The app of some stages, under the rules of cdk-nag: a violation nobody acknowledged with a reason
 * stops the synthesis.
 */
export function cloud(inputs: readonly SettingsInput[], outdir?: string): App {
  const app = new App({
    analyticsReporting: false,
    ...(outdir ? { outdir } : {}),
    postCliContext: {
      "@aws-cdk/aws-iam:minimizePolicies": true,
      "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
      "@aws-cdk/core:defaultCrossStackReferences": "strong",
      "@aws-cdk/core:target-partitions": ["aws", "aws-cn"],
    },
  });
  const said = Object.fromEntries(
    overridable.flatMap((key) => {
      const value: unknown = app.node.tryGetContext(key);
      return value === undefined ? [] : [[key, String(value)]];
    }),
  );
  for (const input of inputs) addStage(app, settingsFrom({ ...input, ...said }));
  Tags.of(app).add("product", "perennial");
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app));
  return app;
}

if (import.meta.main) cloud(Object.values(stages)).synth();
