import { bmi, bmiFromBody } from "../bmi.ts";
import { metabolicSyndrome, metabolicSyndrome2009 } from "../metabolic-syndrome.ts";
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
