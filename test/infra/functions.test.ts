import { describe, expect, it } from "vitest";
import { readEnv } from "../../functions/cloud/env.ts";
import { functionNames, functions } from "../../infra/functions.ts";
import { settingsFrom, stages } from "../../infra/settings.ts";
import { asArray, ofType, synth } from "./synth.ts";

const both = { trial: synth("trial"), china: synth("china") };

describe.each(["trial", "china"] as const)("in the stage %s", (stage) => {
  const templates = both[stage];
  const made = ofType(templates, "AWS::Lambda::Function");
  const named = (id: string) => made.find(([, one]) => one.Properties["Description"] === `Perennial ${id}`);
  const alarms = ofType(templates, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
  const sources = ofType(templates, "AWS::Lambda::EventSourceMapping").map(
    ([, { Properties }]) => Properties,
  );
  const sourceOf = (name: string) =>
    sources.find((one) => JSON.stringify(one["FunctionName"]).includes(named(name)?.[0] ?? "missing"));

  it.each(functionNames)(
    "%s runs on Node 24, arm64 where all of it is built for that, with executions set aside",
    (name) => {
      const { Runtime, Architectures, ReservedConcurrentExecutions } = named(name)?.[1].Properties ?? {};
      expect({ Runtime, Architectures }).toEqual({
        Runtime: "nodejs24.x",
        Architectures: [functions[name].cpu ?? "arm64"],
      });
      expect(ReservedConcurrentExecutions).toBeGreaterThan(0);
      expect(made).toHaveLength(functionNames.length);
    },
  );

  it.each(functionNames)("%s is told everything its home reads at start", (name) => {
    const environment = named(name)?.[1].Properties["Environment"] as { Variables: object } | undefined;
    const filled = Object.fromEntries(
      Object.entries(environment?.Variables ?? {}).map(([key, value]) => [
        key,
        typeof value === "string" ? value : "https://known.only/when-deployed",
      ]),
    );
    expect(() => readEnv({ AWS_REGION: "ap-southeast-1", ...filled })).not.toThrow();
  });

  it.each(functionNames)("when %s fails an alarm says who is hurt", (name) => {
    const mine = alarms.filter((alarm) => String(alarm["AlarmDescription"]).includes(functions[name].impact));
    const errors = mine.find((alarm) => alarm["MetricName"] === "Errors");
    expect(JSON.stringify(errors?.["Dimensions"])).toContain(named(name)?.[0]);
    expect(functions[name].impact.length).toBeGreaterThan(40);
  });

  it("every alarm reaches somebody, when it fires and when it is over", () => {
    expect(alarms.length).toBeGreaterThan(functionNames.length * 2);
    for (const alarm of alarms) {
      expect(asArray(alarm["AlarmActions"])).toHaveLength(1);
      expect(asArray(alarm["OKActions"])).toHaveLength(1);
    }
    expect(ofType(templates, "AWS::SNS::Subscription")).toHaveLength(1);
  });

  it.each(["send", "intake"] as const)("what %s cannot do rests in a queue, message by message", (name) => {
    expect(sourceOf(name)?.["FunctionResponseTypes"]).toEqual(["ReportBatchItemFailures"]);
    const queues = ofType(templates, "AWS::SQS::Queue");
    const fed = queues.filter(([, { Properties }]) => Properties["RedrivePolicy"]);
    expect(fed).toHaveLength(2);
    const seconds = functions[name].seconds;
    const hidden = fed.map(([, { Properties }]) => Number(Properties["VisibilityTimeout"]));
    expect(hidden.some((one) => one === seconds * 6)).toBe(true);
  });

  it("project follows only what changed something, and keeps what it cannot follow", () => {
    const source = sourceOf("project");
    expect(JSON.stringify(source?.["FilterCriteria"])).toContain('{\\"prefix\\":\\"w#\\"}');
    expect(source?.["FunctionResponseTypes"]).toEqual(["ReportBatchItemFailures"]);
    expect(source?.["DestinationConfig"]).toHaveProperty("OnFailure.Destination");
    expect(source?.["StartingPosition"]).toBe("TRIM_HORIZON");
  });

  it("tick is called every minute, one at a time, and its silence is an alarm", () => {
    const rules = ofType(templates, "AWS::Events::Rule").map(([, { Properties }]) => Properties);
    expect(rules.map((rule) => rule["ScheduleExpression"])).toEqual(["rate(1 minute)"]);
    const tick = named("tick")?.[1].Properties;
    expect(tick?.["ReservedConcurrentExecutions"]).toBe(1);
    expect(tick).toHaveProperty("DeadLetterConfig.TargetArn");
    const silence = alarms.find((alarm) => alarm["TreatMissingData"] === "breaching");
    expect(silence?.["MetricName"]).toBe("Invocations");
  });

  it("no ARN names a partition", () => {
    for (const { stack, text } of templates) expect(text, stack).not.toContain("arn:aws:");
  });

  it("nothing is loaded from outside while deploying: no custom resource", () => {
    const types = templates.flatMap(({ resources }) => Object.values(resources).map((one) => one.Type));
    expect(types.filter((type) => /^Custom::|CustomResource$/.test(type))).toEqual([]);
  });
});

it("in mainland China everything is there but the edge and the user pool", () => {
  const stacks = both.trial.map(({ stack }) => stack);
  expect(stacks).toEqual(["data", "messaging", "service", "watch", "edge"]);
  expect(both.china.map(({ stack }) => stack)).toEqual(stacks.filter((stack) => stack !== "edge"));
  for (const { stack, text } of both.china) {
    expect(text, stack).not.toContain("us-east-1");
    expect(text, stack).not.toMatch(/AWS::(Cognito|CloudFront|WAFv2)::/);
  }
});

it("a stage in mainland China that asks for Cognito or an edge is refused", () => {
  const { china } = stages;
  if (!china) throw new Error("no stage china");
  expect(() => settingsFrom({ ...china, identity: { kind: "cognito" } })).toThrow("mainland China");
  expect(() => settingsFrom({ ...china, edge: true })).toThrow("mainland China");
  expect(() => settingsFrom({ ...china, account: "12" })).toThrow("an AWS account number");
});
