import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { undoneQueue } from "./constructs/undone-queue.ts";
import { logsOf } from "./principals.ts";

interface Channel {
  queue: Queue;
  undone: Queue;
}

/** The queues between the functions, and the key of everything in motion: queues, logs, alarms. */
export class MessagingStack extends Stack {
  readonly key: Key;
  /** Reminders, preparation notices, settlements: one job is seconds. */
  readonly jobs: Channel;
  /** Result files: one job is minutes. */
  readonly intake: Channel;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.key = new Key(this, "Key", {
      description: "Perennial: queues, operational logs and alarms",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const logs = logsOf(this.region);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [logs],
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        resources: ["*"],
        conditions: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": this.formatArn({ service: "logs", resource: "*" }),
          },
        },
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: ["cloudwatch", "events"].map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    this.jobs = this.channel("Jobs", Duration.minutes(6));
    this.intake = this.channel("Intake", Duration.minutes(30));
  }

  /** A job not done within `hidden` comes again; after five times it rests. */
  private channel(id: string, hidden: Duration): Channel {
    const undone = undoneQueue(this, `${id}Undone`, this.key);
    const queue = new Queue(this, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: this.key,
      enforceSSL: true,
      visibilityTimeout: hidden,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: undone, maxReceiveCount: 5 },
    });
    return { queue, undone };
  }
}
