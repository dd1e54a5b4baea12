import type { Score } from "../assessment.ts";
import type { Facts } from "../facts.ts";
import { bmi } from "./bmi.ts";
import { egfr } from "./egfr.ts";
import { fib4 } from "./fib4.ts";
import { friedewald } from "./friedewald.ts";
import { kdigo } from "./kdigo-risk.ts";
import { metabolicSyndrome } from "./metabolic-syndrome.ts";
import { nonHdl } from "./non-hdl.ts";
import { type ScoreRule, scoreOf } from "./score.ts";

/** Every score there is; a rule set names those it uses. */
const scoreRules: readonly ScoreRule[] = [bmi, metabolicSyndrome, nonHdl, friedewald, egfr, kdigo, fib4];

/** The named scores of one exam, in the order of the names. */
export function scoresOf(facts: Facts, ids: readonly string[]): ReadonlyMap<string, Score> {
  return new Map(
    ids.flatMap((id) => {
      const rule = scoreRules.find((one) => one.id === id);
      return rule ? [[id, scoreOf(rule, facts)]] : [];
    }),
  );
}
