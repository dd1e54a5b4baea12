import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";
import { undoneQueue, undoneSignal } from "./undone-queue.ts";

interface StreamWorkerProps extends ServiceFunctionProps {
  table: ITable;
  /** Only new items whose sort key begins so are handed over. */
  sortKeyBegins: string;
  retryAttempts: number;
}

/** A function that follows a table's stream in order, resuming at the entry that failed. */
export class StreamWorker extends ServiceFunction {
  constructor(scope: Construct, id: string, props: StreamWorkerProps) {
    super(scope, id, props);
    const undone = undoneQueue(this, "Undone", props.key);
    this.fn.addEventSource(
      new DynamoEventSource(props.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(1),
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: props.retryAttempts,
        onFailure: new SqsDlq(undone),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual("INSERT"),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(props.sortKeyBegins) } } },
          }),
        ],
      }),
    );
    this.signals.push(undoneSignal(`${id}Undone`, undone, props.impact), {
      id: `${id}Late`,
      impact: `${props.name} is behind: ${props.impact}`,
      metric: this.fn.metric("IteratorAge", { period: Duration.minutes(5), statistic: "Maximum" }),
      atLeast: Duration.minutes(15).toMilliseconds(),
    });
    acknowledge(undone, "This is the stream's dead-letter queue itself.", "AwsSolutions-SQS3");
    acknowledge(
      this.role,
      "CDK's own grant on the encrypted dead-letter queue; each pattern stands for one operation's variants.",
      "AwsSolutions-IAM5[Action::kms:GenerateDataKey*]",
      "AwsSolutions-IAM5[Action::kms:ReEncrypt*]",
    );
  }
}
