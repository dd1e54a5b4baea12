import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Schedule } from "aws-cdk-lib/aws-events";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { logTable, recordsTable, type TableShape } from "../shared/data/table.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Settings } from "./settings.ts";

/** What must survive everything: the two tables, the files, the keys. Nothing here is ever deleted with its stack. */
export class DataStack extends Stack {
  /** Encrypts tables, files and backups. */
  readonly dataKey: Key;
  /** Wraps the data keys that seal national ids and passports. */
  readonly identityKey: Key;
  /** HMAC key of the look-up hashes; it never leaves KMS. */
  readonly macKey: Key;
  readonly records: Table;
  readonly log: Table;
  readonly files: Bucket;
  /** Given, not generated, so that a policy can be read without looking anything up. */
  readonly filesName: string;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    this.filesName = `perennial-${settings.stage}-files-${settings.account}`;
    this.dataKey = this.key("DataKey", "tables, files and backups");
    this.identityKey = this.key("IdentityKey", "seals identifiers for display");
    this.macKey = new Key(this, "MacKey", {
      description: "Perennial: look-up hashes of identifiers",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.records = this.table("Records", recordsTable);
    this.log = this.table("Log", logTable);
    this.files = this.bucket();
    this.backups();
  }

  private key(id: string, use: string): Key {
    return new Key(this, id, {
      description: `Perennial: ${use}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private table(id: string, shape: TableShape): Table {
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new Table(this, id, {
      partitionKey: text(shape.partitionKey),
      sortKey: text(shape.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.dataKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(shape.ttl ? { timeToLiveAttribute: shape.ttl } : {}),
      ...(shape.appendOnly ? { stream: StreamViewType.NEW_IMAGE } : {}),
    });
    for (const index of shape.indexes)
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType[index.projection],
      });
    return table;
  }

  private bucket(): Bucket {
    const closed = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const accessLogs = new Bucket(this, "FileAccessLogs", {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
    });
    const files = new Bucket(this, "Files", {
      ...closed,
      bucketName: this.filesName,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.dataKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(2) }],
    });
    acknowledge(
      accessLogs,
      "S3 delivers access logs only into buckets with SSE-S3; they name keys and requesters, never contents.",
      "HIPAA.Security-S3DefaultEncryptionKMS",
    );
    for (const bucket of [accessLogs, files])
      acknowledge(
        bucket,
        "Health data stays in one region by law and by contract; versions and backups stand against loss.",
        "HIPAA.Security-S3BucketReplicationEnabled",
      );
    return files;
  }

  /** Point-in-time recovery reaches back 35 days; the vault keeps a month-end of the log for 15 years. */
  private backups(): void {
    const vault = new BackupVault(this, "Vault", {
      encryptionKey: this.dataKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = (id: string, rule: BackupPlanRule, tables: Table[]) => {
      const made = new BackupPlan(this, id, { backupVault: vault, backupPlanRules: [rule] });
      made.addSelection("Tables", { resources: tables.map((t) => BackupResource.fromDynamoDbTable(t)) });
      acknowledge(
        made,
        "AWS Backup's own service role; AWS keeps this policy in step with what a backup needs.",
        `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]`,
      );
    };
    plan("Daily", BackupPlanRule.daily(), [this.records, this.log]);
    plan(
      "LogForYears",
      new BackupPlanRule({
        scheduleExpression: Schedule.cron({ day: "1", hour: "3", minute: "0" }),
        moveToColdStorageAfter: Duration.days(30),
        deleteAfter: Duration.days(15 * 366),
      }),
      [this.log],
    );
  }
}
