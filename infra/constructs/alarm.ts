import { ComparisonOperator, Alarm as CwAlarm, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Signal } from "./signal.ts";

/** An alarm that says who is hurt. A signal with `below` also fires when its metric falls silent. */
export class Alarm extends Construct {
  readonly alarm: CwAlarm;

  constructor(scope: Construct, props: { signal: Signal; topic: ITopic }) {
    super(scope, props.signal.id);
    const { impact, metric, atLeast, below, periods } = props.signal;
    const silent = below !== undefined;
    this.alarm = new CwAlarm(this, "Alarm", {
      alarmDescription: impact,
      metric,
      threshold: below ?? atLeast ?? 1,
      comparisonOperator: silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods ?? 1,
      treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(props.topic);
    this.alarm.addAlarmAction(action);
    this.alarm.addOkAction(action);
  }
}
