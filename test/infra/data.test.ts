import { expect, it } from "vitest";
import { type TableShape, tables } from "../../shared/data/table.ts";
import { ofType, type Resource, synth } from "./synth.ts";

const templates = synth("trial");
const made = ofType(templates, "AWS::DynamoDB::Table").map(([, table]) => table);

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: "HASH" },
  { AttributeName: sort, KeyType: "RANGE" },
];
const indexesOf = (table: Resource | undefined) =>
  (table?.Properties["GlobalSecondaryIndexes"] ?? []) as { IndexName: string }[];
const madeFor = (shape: TableShape) =>
  made.find((table) => indexesOf(table).some((index) => index.IndexName === shape.indexes[0]?.name));

it.each(tables)("the table $name is deployed with the keys and indexes the code uses", (shape) => {
  const table = madeFor(shape);
  expect(table?.Properties["KeySchema"]).toEqual(keys(shape.partitionKey, shape.sortKey));
  expect(indexesOf(table)).toEqual(
    shape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: index.projection },
    })),
  );
  expect(made).toHaveLength(tables.length);
});

it.each(tables)("the table $name survives: kept, protected, recoverable, encrypted with our key", (shape) => {
  const table = madeFor(shape);
  expect(table).toMatchObject({
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    Properties: {
      BillingMode: "PAY_PER_REQUEST",
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
    },
  });
});

it("only records forget: the log has no time to live, and only the log has a stream", () => {
  for (const shape of tables) {
    const { TimeToLiveSpecification, StreamSpecification } = madeFor(shape)?.Properties ?? {};
    expect(TimeToLiveSpecification).toEqual(
      shape.name === "records" ? { AttributeName: shape.ttl, Enabled: true } : undefined,
    );
    expect(StreamSpecification).toEqual(shape.appendOnly ? { StreamViewType: "NEW_IMAGE" } : undefined);
  }
});

it("keys, tables, files and user pool outlive their stacks", () => {
  const lasting = ["AWS::KMS::Key", "AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Cognito::UserPool"];
  for (const type of [...lasting, "AWS::Backup::BackupVault"]) {
    const found = ofType(templates, type);
    expect(found.length, type).toBeGreaterThan(0);
    for (const [id, resource] of found) expect(resource.DeletionPolicy, `${type} ${id}`).toBe("Retain");
  }
});

it("every bucket is private, versioned and speaks TLS only", () => {
  const buckets = ofType(templates, "AWS::S3::Bucket");
  const policies = JSON.stringify(ofType(templates, "AWS::S3::BucketPolicy"));
  for (const [id, { Properties }] of buckets) {
    expect(Properties["PublicAccessBlockConfiguration"]).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties["VersioningConfiguration"]).toEqual({ Status: "Enabled" });
    expect(policies).toContain(`"Bucket":{"Ref":"${id}"}`);
  }
  expect(policies.split('"aws:SecureTransport":"false"')).toHaveLength(buckets.length + 1);
});

it("identifiers are hashed by a key that never leaves KMS", () => {
  const specs = ofType(templates, "AWS::KMS::Key").map(([, key]) => key.Properties["KeySpec"]);
  expect(specs.filter((spec) => spec === "HMAC_256")).toHaveLength(1);
});

it("a month-end of the log is kept for fifteen years, and both tables are backed up daily", () => {
  const plans = ofType(templates, "AWS::Backup::BackupPlan").map(([, plan]) => JSON.stringify(plan));
  const kept = plans.flatMap((plan) =>
    [...plan.matchAll(/"DeleteAfterDays":(\d+)/g)].map((m) => Number(m[1])),
  );
  expect(Math.max(...kept)).toBeGreaterThanOrEqual(15 * 365);
  const selected = ofType(templates, "AWS::Backup::BackupSelection").map(
    ([, { Properties }]) => (Properties["BackupSelection"] as { Resources: unknown[] }).Resources.length,
  );
  expect(selected.toSorted()).toEqual([1, tables.length]);
});
