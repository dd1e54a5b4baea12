import type { Score } from "../assessment.ts";
import type { Facts } from "../facts.ts";
import { bmi, bmiFromBody } from "./bmi.ts";
import { egfr } from "./egfr.ts";
import { fib4 } from "./fib4.ts";
import type { Formula } from "./formula.ts";
import { kdigo, kdigoStage } from "./kdigo-risk.ts";
import { knownOf } from "./known.ts";
import { ldlFriedewald } from "./ldl-friedewald.ts";
import { metabolicSyndrome } from "./metabolic-syndrome.ts";
import { nonHdl } from "./non-hdl.ts";
import { scoreOf } from "./run.ts";
import { unitConversion } from "./unit-conversion.ts";

/** Every formula there is, a group a file; a rule set names those it runs over an exam. */
export const formulas: readonly Formula[] = [
  bmi,
  bmiFromBody,
  metabolicSyndrome,
  nonHdl,
  ldlFriedewald,
  egfr,
  kdigo,
  kdigoStage,
  fib4,
  unitConversion,
] as readonly unknown[] as readonly Formula[];

const byId = new Map(formulas.map((one) => [one.id, one]));
const byPublished = new Map(formulas.flatMap((one) => (one.published ? [[one.published, one]] : [])));

/** The formula of an id. */
export const formulaCalled = (id: string): Formula | undefined => byId.get(id);

/** The formula that validation vectors call so. */
export const formulaPublishedAs = (name: string): Formula | undefined => byPublished.get(name);

/** The named scores of one exam, in the order of the names. */
export function scoresOf(facts: Facts, ids: readonly string[]): ReadonlyMap<string, Score> {
  const known = knownOf(facts);
  const scores = new Map<string, Score>();
  for (const id of ids) {
    const one = byId.get(id);
    if (one) scores.set(id, scoreOf(one, known));
  }
  return scores;
}
