import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App, Stack } from "aws-cdk-lib";
import { cloud } from "../../infra/app.ts";
import { functionNames } from "../../infra/functions.ts";
import { type SettingsInput, stages } from "../../infra/settings.ts";

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/** A template as CloudFormation would get it, with its stack's short name. */
export interface Template {
  stack: string;
  text: string;
  resources: Record<string, Resource>;
}

/** Stacks need something to deploy, not a build: one file a function. */
function bundles(): string {
  const folder = mkdtempSync(join(tmpdir(), "bundles-"));
  for (const name of functionNames) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "handler.mjs"), "export const handler = () => undefined;\n");
  }
  return folder;
}

/** The app of one stage, not yet synthesised, and where it will be. */
export function appOf(
  stage: "trial" | "china",
  more: Partial<SettingsInput> = {},
): { app: App; out: string } {
  const out = mkdtempSync(join(tmpdir(), "cdk-"));
  const input = { ...(stages[stage] as SettingsInput), bundles: bundles(), ...more } as SettingsInput;
  return { app: cloud([input], out), out };
}

/** All templates of one stage. */
export function synth(stage: "trial" | "china"): Template[] {
  const { app } = appOf(stage);
  const assembly = app.synth();
  return app.node.children.flatMap((child) => {
    const { artifactId, stackName } = child as Stack;
    if (!artifactId) return [];
    const text = readFileSync(assembly.getStackArtifact(artifactId).templateFullPath, "utf8");
    const { Resources } = JSON.parse(text) as { Resources: Record<string, Resource> };
    return [{ stack: stackName.split("-").at(-1) ?? "", text, resources: Resources }];
  });
}

export const ofType = (templates: readonly Template[], type: string): [string, Resource][] =>
  templates.flatMap(({ resources }) => Object.entries(resources)).filter(([, one]) => one.Type === type);

export const asArray = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : ([value].flat() as T[]);
