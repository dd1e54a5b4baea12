import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";

/** Something worth waking somebody for. The watch stack makes an alarm of every signal. */
export interface Signal {
  /** Unique within a stage, such as `SendErrors`. */
  id: string;
  /** Who is hurt when it fires, in the words of the house; becomes the alarm's text. */
  impact: string;
  metric: IMetric;
  /** Fires at this value or more … */
  atLeast?: number;
  /** … or below this value, or without any value at all. */
  below?: number;
  /** For so many of the metric's periods in a row; 1 unless told. */
  periods?: number;
}
