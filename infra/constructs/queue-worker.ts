import { Duration } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";
import { undoneSignal } from "./undone-queue.ts";

interface QueueWorkerProps extends ServiceFunctionProps {
  queue: Queue;
  undoneWork: Queue;
  batchSize: number;
  /** Waiting longer than this hurts. */
  patience: Duration;
}

/** A function that does the jobs of a queue; a job that fails comes again by itself, then rests. */
export class QueueWorker extends ServiceFunction {
  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id, props);
    this.fn.addEventSource(
      new SqsEventSource(props.queue, {
        batchSize: props.batchSize,
        reportBatchItemFailures: true,
        maxConcurrency: Math.max(2, props.concurrency),
      }),
    );
    this.signals.push(undoneSignal(`${id}Undone`, props.undoneWork, props.impact), {
      id: `${id}Late`,
      impact: `Work waits for ${props.name}: ${props.impact}`,
      metric: props.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: "Maximum",
      }),
      atLeast: props.patience.toSeconds(),
    });
  }
}
