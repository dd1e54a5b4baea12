import type { Bilingual } from "../../kernel/text.ts";
import type { Score } from "../assessment.ts";
import type { Facts } from "../facts.ts";
import { bmi, bmiFromBody } from "./bmi.ts";
import { egfr } from "./egfr.ts";
import { fib4 } from "./fib4.ts";
import type { Formula } from "./formula.ts";
import { chinaPar } from "./heart/china-par.ts";
import { framinghamBmi, framinghamLipid } from "./heart/framingham-2008.ts";
import { framinghamPoints } from "./heart/framingham-points.ts";
import { pce2013 } from "./heart/pce-2013.ts";
import { prevent, prevent10, prevent30 } from "./heart/prevent.ts";
import { score2, score2AsiaPacific } from "./heart/score2.ts";
import { score2Diabetes } from "./heart/score2-diabetes.ts";
import { score2Op } from "./heart/score2-op.ts";
import { imaging } from "./imaging/index.ts";
import { kdigo, kdigoStage } from "./kdigo-risk.ts";
import { knownOf } from "./known.ts";
import { ldlFriedewald } from "./ldl-friedewald.ts";
import { metabolicSyndrome } from "./metabolic-syndrome.ts";
import { mind } from "./mind/index.ts";
import { nonHdl } from "./non-hdl.ts";
import { scoreOf } from "./run.ts";
import { unitConversion } from "./unit-conversion.ts";

interface Group {
  id: string;
  name: Bilingual;
  formulas: readonly Formula[];
}

/** A formula's own inputs are its own business: kept together, all are formulas of some inputs. */
const group = (id: string, en: string, zh: string, formulas: readonly object[]): Group => ({
  id,
  name: { en, zh },
  formulas: formulas as readonly Formula[],
});

/** Every formula there is, in the order a physician reads them; a rule set names those it runs over an exam. */
export const formulaGroups: readonly Group[] = [
  group("heart", "Heart and vessels", "心血管风险", [
    chinaPar,
    prevent10,
    prevent30,
    prevent,
    score2AsiaPacific,
    score2,
    score2Diabetes,
    score2Op,
    pce2013,
    framinghamLipid,
    framinghamBmi,
    framinghamPoints,
  ]),
  group("pressure", "Blood pressure", "血压", []),
  group("glucose", "Glucose and diabetes", "血糖与糖尿病", []),
  group("lipids", "Blood lipids", "血脂", [nonHdl, ldlFriedewald]),
  group("body", "Weight and metabolism", "体重与代谢", [bmi, bmiFromBody, metabolicSyndrome]),
  group("kidney", "Kidneys", "肾脏", [egfr, kdigo, kdigoStage]),
  group("liver", "Liver", "肝脏", [fib4]),
  group("imaging", "Imaging and endoscopy", "影像与内镜", imaging),
  group("mind", "Mood, sleep and habits", "情绪、睡眠与习惯", mind),
  group("other", "Other", "其他", [unitConversion]),
];

export const formulas: readonly Formula[] = formulaGroups.flatMap((one) => one.formulas);

const byId = new Map(formulas.map((one) => [one.id, one]));
const byPublished = new Map(formulas.flatMap((one) => (one.published ? [[one.published, one]] : [])));
const groupOf = new Map(formulaGroups.flatMap((one) => one.formulas.map(({ id }) => [id, one])));

/** The formula of an id. */
export const formulaCalled = (id: string): Formula | undefined => byId.get(id);

/** The formula that validation vectors call so. */
export const formulaPublishedAs = (name: string): Formula | undefined => byPublished.get(name);

/** The group a formula is read in. */
export const formulaGroupOf = (id: string): Group | undefined => groupOf.get(id);

/** The named scores of one exam, in the order of the names; those nobody asked for are left out. */
export function scoresOf(facts: Facts, ids: readonly string[]): ReadonlyMap<string, Score> {
  const known = knownOf(facts);
  const scores = new Map<string, Score>();
  for (const id of ids) {
    const one = byId.get(id);
    if (one && asked(one, facts)) scores.set(id, scoreOf(one, known));
  }
  return scores;
}

const asked = ({ onlyWith }: Formula, { results }: Facts): boolean =>
  !onlyWith || onlyWith.some((item) => results[item] !== undefined);
