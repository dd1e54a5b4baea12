import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groups, ties } from "../../infra/constructs/user-pool.ts";
import { functionNames } from "../../infra/functions.ts";
import { staffRoles } from "../../shared/kernel/context.ts";
import { asArray, ofType, synth, type Template } from "./synth.ts";

interface Statement {
  Effect: string;
  Action?: string | string[];
  NotAction?: unknown;
  Resource?: unknown;
  NotResource?: unknown;
}

/** Every statement some identity is given, whatever kind of resource carries it. */
function statements(templates: readonly Template[]): { holder: string; statement: Statement }[] {
  const documents = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::Role", "AWS::IAM::User"];
  return documents
    .flatMap((type) => ofType(templates, type))
    .flatMap(([holder, { Properties }]) => {
      const inline = asArray(Properties["Policies"] as { PolicyDocument: unknown } | undefined);
      return [Properties["PolicyDocument"], ...inline.map((one) => one.PolicyDocument)].flatMap((document) =>
        asArray((document as { Statement?: Statement | Statement[] } | undefined)?.Statement).map(
          (statement) => ({ holder, statement }),
        ),
      );
    });
}

const covers = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "i",
  ).test(action);

/** Whether a resource may be the log table: its own ARN, or a pattern that could mean any table. */
const mayBeLog = (resource: unknown, log: string): boolean => {
  const text = JSON.stringify(resource);
  return text.includes(log)
    ? !text.includes("/index/") && !text.includes("Stream")
    : /^"\*"$|table\/\*/.test(text);
};

const changing = [
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PartiQLDelete",
  "dynamodb:DeleteTable",
  "dynamodb:UpdateTable",
  "dynamodb:UpdateTimeToLive",
];

/** What a role needs for each command of the document client; a transaction is checked item by item. */
const iamActions = {
  Get: ["GetItem"],
  BatchGet: ["BatchGetItem"],
  Query: ["Query"],
  Put: ["PutItem"],
  Update: ["UpdateItem"],
  BatchWrite: ["BatchWriteItem"],
  TransactWrite: ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
} as const;

const trial = synth("trial");

describe.each(["trial", "china"] as const)("in the stage %s", (stage) => {
  const templates = stage === "trial" ? trial : synth(stage);
  const all = statements(templates);
  const log = ofType(templates, "AWS::DynamoDB::Table").find(
    ([, table]) => table.Properties["StreamSpecification"],
  )?.[0];
  if (!log) throw new Error("no log table");
  const roles = ofType(templates, "AWS::Lambda::Function").length;

  it("sees every function's policy", () => {
    expect(roles).toBe(functionNames.length);
    expect(all.filter(({ statement }) => mayBeLog(statement.Resource, log)).length).toBeGreaterThan(roles);
  });

  it("no role is allowed to change or delete what the log holds", () => {
    for (const { holder, statement } of all) {
      if (statement.Effect !== "Allow") continue;
      expect(statement.NotAction, holder).toBeUndefined();
      expect(statement.NotResource, holder).toBeUndefined();
      const touched = asArray(statement.Resource).some((resource) => mayBeLog(resource, log));
      const may = changing.filter((action) => asArray(statement.Action).some((one) => covers(one, action)));
      if (touched) expect(may, holder).toEqual([]);
    }
  });

  it("every function is forbidden it by name, whatever else it may be given one day", () => {
    const forbidden = all.filter(
      ({ statement }) =>
        statement.Effect === "Deny" && asArray(statement.Resource).some((one) => mayBeLog(one, log)),
    );
    expect(new Set(forbidden.map(({ holder }) => holder)).size).toBe(roles);
    for (const { statement } of forbidden)
      expect(asArray(statement.Action).toSorted()).toEqual(changing.slice(0, 6).toSorted());
  });

  it("every function may append to it", () => {
    const may = all.filter(
      ({ statement }) =>
        statement.Effect === "Allow" &&
        asArray(statement.Action).includes("dynamodb:PutItem") &&
        asArray(statement.Resource).some((one) => mayBeLog(one, log)),
    );
    expect(new Set(may.map(({ holder }) => holder)).size).toBe(roles);
  });

  it("every function may do with the records what the code asks of them", () => {
    const sources = readdirSync("shared/data").map((file) => readFileSync(`shared/data/${file}`, "utf8"));
    const sent = new Set([...sources.join("").matchAll(/new (\w+)Command\(/g)].map(([, name = ""]) => name));
    expect([...sent]).toContain("BatchWrite");
    const asked = [...sent].flatMap((name) => iamActions[name as keyof typeof iamActions]);
    const records = ofType(templates, "AWS::DynamoDB::Table").find(([id]) => id !== log)?.[0] ?? "";
    for (const action of asked) {
      const may = all.filter(
        ({ statement }) =>
          statement.Effect === "Allow" &&
          asArray(statement.Action).includes(`dynamodb:${action}`) &&
          asArray(statement.Resource).some((one) => JSON.stringify(one).includes(records)),
      );
      expect(new Set(may.map(({ holder }) => holder)).size, action).toBe(roles);
    }
  });

  it("nobody may scan a table", () => {
    const scanning = all.filter(
      ({ statement }) =>
        statement.Effect === "Allow" && asArray(statement.Action).some((one) => covers(one, "dynamodb:Scan")),
    );
    expect(scanning).toEqual([]);
  });
});

const clients = ofType(trial, "AWS::Cognito::UserPoolClient").map(([, { Properties }]) => Properties);
const web = clients.find((client) => !client["GenerateSecret"]);
const lis = clients.find((client) => client["GenerateSecret"]);

it("there is a group for every role a person can have, and no other", () => {
  const made = ofType(trial, "AWS::Cognito::UserPoolGroup").map(([, group]) => group.Properties["GroupName"]);
  expect(made.toSorted()).toEqual([...staffRoles, "hr", "client"].toSorted());
  expect(made).toHaveLength(groups.length);
});

it("a person's centre, file and company are in her token, and she cannot change them", () => {
  for (const tie of ties) {
    expect(web?.["ReadAttributes"]).toContain(`custom:${tie}`);
    expect(web?.["WriteAttributes"]).not.toContain(`custom:${tie}`);
  }
  expect(web?.["WriteAttributes"]).toEqual(["locale"]);
});

it("people sign in by code with a second factor, and nobody signs herself up", () => {
  expect(web?.["AllowedOAuthFlows"]).toEqual(["code"]);
  const pool = ofType(trial, "AWS::Cognito::UserPool")[0]?.[1].Properties;
  expect(pool?.["MfaConfiguration"]).toBe("ON");
  expect(pool?.["AdminCreateUserConfig"]).toEqual({ AllowAdminCreateUserOnly: true });
  expect(pool?.["DeletionProtection"]).toBe("ACTIVE");
});

it("the laboratory's system gets its scope and its centre's, and nothing of a person's", () => {
  expect(lis?.["AllowedOAuthFlows"]).toEqual(["client_credentials"]);
  expect(JSON.stringify(lis?.["AllowedOAuthScopes"])).toMatch(/"\/lis".*"\/centre\.centre-1"/);
  expect(lis?.["AllowedOAuthScopes"]).toHaveLength(2);
});
