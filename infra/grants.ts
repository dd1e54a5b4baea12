import { Aws, Stack } from "aws-cdk-lib";
import { Effect, PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import { acknowledge } from "./acknowledge.ts";
import type { DataStack } from "./data-stack.ts";
import type { MessagingStack } from "./messaging-stack.ts";
import type { Settings } from "./settings.ts";

/** What a function may touch. Everything not named here it may not. */
export interface Reach {
  /** Every function that acts leaves entries in the log; some may also read it. */
  log: "append" | "append and read";
  files?: "read" | "read and write";
  /** `look-up`: hashes and signatures; `seal`, `open`: identifiers. */
  keys?: readonly ("look-up" | "seal" | "open")[];
  sends?: readonly ("jobs" | "intake")[];
  mail?: boolean;
}

const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources });

/** What nobody may ever do to the log: `commit` puts with `attribute_not_exists`, and that is all. */
const logForbids = [
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PartiQLDelete",
];

/**
 * Gives a role its reach, action by action. Transactions need no action of their own: DynamoDB checks
 * the put, update, delete and condition of each item. No role has Scan.
 */
export function grant(
  role: Role,
  reach: Reach,
  { data, messaging, settings }: { data: DataStack; messaging: MessagingStack; settings: Settings },
): void {
  const { records, log, filesName, dataKey, identityKey, macKey } = data;
  const give = (actions: string[], ...resources: string[]) => {
    role.addToPrincipalPolicy(allow(actions, resources));
  };
  give(
    [
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:ConditionCheckItem",
      "dynamodb:BatchWriteItem",
    ],
    records.tableArn,
  );
  give(["dynamodb:Query"], `${records.tableArn}/index/due`, `${records.tableArn}/index/list`);
  give(["dynamodb:PutItem", "dynamodb:ConditionCheckItem"], log.tableArn);
  if (reach.log === "append and read") give(["dynamodb:Query"], log.tableArn, `${log.tableArn}/index/actor`);
  role.addToPrincipalPolicy(
    new PolicyStatement({ effect: Effect.DENY, actions: logForbids, resources: [log.tableArn] }),
  );
  give(["kms:Decrypt", "kms:Encrypt", "kms:DescribeKey", "kms:GenerateDataKey"], dataKey.keyArn);

  if (reach.files) {
    const bucket = `arn:${Aws.PARTITION}:s3:::${filesName}`;
    give(["s3:GetObject", ...(reach.files === "read and write" ? ["s3:PutObject"] : [])], `${bucket}/*`);
    give(["s3:ListBucket"], bucket);
    acknowledge(
      role,
      "Files are found by keys made from ids; the bucket holds nothing but such files.",
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${filesName}/*]`,
    );
  }
  if (reach.keys?.includes("look-up")) give(["kms:GenerateMac"], macKey.keyArn);
  if (reach.keys?.includes("seal")) give(["kms:GenerateDataKey"], identityKey.keyArn);
  if (reach.keys?.includes("open")) give(["kms:Decrypt"], identityKey.keyArn);
  for (const name of reach.sends ?? []) give(["sqs:SendMessage"], messaging[name].queue.queueArn);
  if (reach.sends?.length) give(["kms:GenerateDataKey", "kms:Decrypt"], messaging.key.keyArn);
  if (reach.mail) {
    const resourceName = settings.mailFrom.split("@")[1] ?? settings.mailFrom;
    const identity = Stack.of(role).formatArn({ service: "ses", resource: "identity", resourceName });
    const statement = allow(["ses:SendEmail"], [identity]);
    statement.addCondition("StringEquals", { "ses:FromAddress": settings.mailFrom });
    role.addToPrincipalPolicy(statement);
  }
}
