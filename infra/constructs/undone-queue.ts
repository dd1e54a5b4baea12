import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Signal } from "./signal.ts";

/** Where work rests that failed for good, two weeks, for a person to look at. */
export function undoneQueue(scope: Construct, id: string, key: IKey): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/** Fires as soon as one piece of work rests there. */
export const undoneSignal = (id: string, queue: Queue, impact: string): Signal => ({
  id,
  impact,
  metric: queue.metricApproximateNumberOfMessagesVisible({
    period: Duration.minutes(5),
    statistic: "Maximum",
  }),
});
