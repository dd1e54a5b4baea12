import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type App, type Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks, HIPAASecurityChecks, type NagPack } from "cdk-nag";
import type { IConstruct } from "constructs";
import { expect, it } from "vitest";
import { appOf } from "./synth.ts";

interface Report {
  pluginReports: { pluginName: string; conclusion: string; violations: { ruleName: string }[] }[];
}
const reportIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8")) as Report;

const rules = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

function acknowledgements(app: App): { at: IConstruct; rule: string; reason: string }[] {
  return app.node.findAll().flatMap((at) =>
    at.node.metadata
      .filter((entry) => entry.type === rules)
      .flatMap((entry) =>
        Object.entries(entry.data as Record<string, string>)
          .filter(([rule]) => /AwsSolutions|HIPAA/.test(rule))
          .map(([rule, reason]) => ({ at, rule: rule.replace(/^annotation::/i, ""), reason })),
      ),
  );
}

/** What the packs find when nothing is acknowledged, as `rule path`. */
function findings(app: App): string[] {
  return [new AwsSolutionsChecks(app), new HIPAASecurityChecks(app)].flatMap((pack: NagPack) => {
    Object.assign(pack, { isAcknowledged: () => false });
    return pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        (violatingResources ?? []).map((one) => `${ruleName} ${one.constructPath}`),
      );
  });
}

it.each(["trial", "china"] as const)("the stage %s breaks no rule of AwsSolutions and HIPAA", (stage) => {
  const { app, out } = appOf(stage);
  app.synth();
  const { pluginReports } = reportIn(out);
  expect(pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))).toEqual([]);
  const found = findings(app);
  expect(found.length).toBeGreaterThan(20);
  const setAside = acknowledgements(app);
  expect(setAside.length).toBeGreaterThan(20);
  for (const { at, rule, reason } of setAside) {
    const bites = found.some((one) => one.startsWith(`${rule} ${at.node.path}`));
    expect(bites, `${rule} at ${at.node.path} sets aside a rule nobody breaks`).toBe(true);
    expect(reason.length, `${rule} at ${at.node.path}`).toBeGreaterThan(30);
  }
});

it("a violation nobody acknowledged stops the synthesis", () => {
  const { app, out } = appOf("china");
  new Bucket(app.node.findChild("perennial-china-data") as Stack, "Careless");
  expect(() => app.synth()).toThrow("does not require requests to use SSL");
  const broken = reportIn(out).pluginReports.flatMap(({ violations }) => violations.map((v) => v.ruleName));
  expect(broken).toContain("AwsSolutions-S10");
});
