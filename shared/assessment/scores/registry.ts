import type { Bilingual } from "../../kernel/text.ts";
import type { Score } from "../assessment.ts";
import type { Facts } from "../facts.ts";
import { body } from "./body/index.ts";
import type { Formula } from "./formula.ts";
import { glucose } from "./glucose/index.ts";
import { heart } from "./heart/index.ts";
import { imaging } from "./imaging/index.ts";
import { kidney } from "./kidney/index.ts";
import { knownOf } from "./known.ts";
import { lipids } from "./lipids/index.ts";
import { liver } from "./liver/index.ts";
import { mind } from "./mind/index.ts";
import { correctedCalcium } from "./other/corrected-calcium.ts";
import { phenoAge } from "./other/phenoage.ts";
import { unitConversion } from "./other/unit-conversion.ts";
import { pressure } from "./pressure/index.ts";
import { scoreOf } from "./run.ts";

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
  group("heart", "Heart and vessels", "心血管风险", heart),
  group("pressure", "Blood pressure", "血压", pressure),
  group("glucose", "Glucose and diabetes", "血糖与糖尿病", glucose),
  group("lipids", "Blood lipids", "血脂", lipids),
  group("body", "Weight and metabolism", "体重与代谢", body),
  group("kidney", "Kidneys", "肾脏", kidney),
  group("liver", "Liver", "肝脏", liver),
  group("imaging", "Imaging and endoscopy", "影像与内镜", imaging),
  group("mind", "Mood, sleep and habits", "情绪、睡眠与习惯", mind),
  group("other", "Other", "其他", [correctedCalcium, phenoAge, unitConversion]),
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

/** Scores of one exam, each worked out when first asked for: of most earlier exams nobody asks many. */
export interface Scores {
  get(id: string): Score | undefined;
  /** All of them, in the order of the names. */
  all(): Score[];
}

/** The named scores of one exam (`age` on its day, where it is known already); those nobody asked for, or made for other people, are left out. */
export function scoresOf(facts: Facts, ids: readonly string[], age?: number): Scores {
  const known = knownOf(facts, age);
  const wanted = new Set(ids);
  const scores = new Map<string, Score | undefined>();
  const made = (id: string): Score | undefined => {
    const one = byId.get(id);
    return one && asked(one, facts) && one.onlyFor?.(known) !== false ? scoreOf(one, known) : undefined;
  };
  const get = (id: string): Score | undefined => {
    if (!wanted.has(id)) return undefined;
    if (!scores.has(id)) scores.set(id, made(id));
    return scores.get(id);
  };
  return { get, all: () => ids.flatMap((id) => get(id) ?? []) };
}

const asked = ({ onlyWith }: Formula, { results }: Facts): boolean =>
  !onlyWith || onlyWith.some((item) => results[item] !== undefined);
