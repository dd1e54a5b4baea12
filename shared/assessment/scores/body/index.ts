import { bmi, bmiFromBody } from "./bmi.ts";
import { metabolicSyndrome } from "./mets-cds-2020.ts";
import { metabolicSyndrome2009 } from "./mets-harmonised-2009.ts";
import { urateClass } from "./urate-class.ts";
import { waistClass } from "./waist-class.ts";
import { waistHeight } from "./waist-height.ts";
import { waistHip } from "./waist-hip.ts";

/** Weight and metabolism, in the order a physician reads them. */
export const body = [
  bmi,
  bmiFromBody,
  waistClass,
  waistHeight,
  waistHip,
  metabolicSyndrome,
  metabolicSyndrome2009,
  urateClass,
] as const;
