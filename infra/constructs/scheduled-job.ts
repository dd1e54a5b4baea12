import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";
import { undoneQueue, undoneSignal } from "./undone-queue.ts";

interface ScheduledJobProps extends Omit<ServiceFunctionProps, "undone" | "concurrency"> {
  every: Duration;
}

/** A function called by the clock, one call at a time; silence is an alarm like failure. */
export class ScheduledJob extends ServiceFunction {
  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    const undone = undoneQueue(scope, `${id}Undone`, props.key);
    super(scope, id, { ...props, concurrency: 1, undone });
    new Rule(this, "Schedule", {
      description: `Calls ${props.name} every ${props.every.toMinutes()} min`,
      schedule: Schedule.rate(props.every),
      targets: [
        new LambdaFunction(this.fn, { retryAttempts: 0, maxEventAge: props.every, deadLetterQueue: undone }),
      ],
    });
    this.signals.push(undoneSignal(`${id}Undone`, undone, props.impact), {
      id: `${id}Silent`,
      impact: `${props.name} did not run: ${props.impact}`,
      metric: this.fn.metricInvocations({ period: Duration.minutes(5) }),
      below: 1,
    });
  }
}
