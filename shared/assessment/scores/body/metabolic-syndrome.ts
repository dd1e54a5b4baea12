import type { Bilingual } from "../../../kernel/text.ts";
import type { Computed, FlagAsked, Refused } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";

/** Of a value nobody measured nothing is known: neither yes nor no. */
type Truth = boolean | undefined;

/** Yes where one is yes, no only where all are no. */
export const any = (...truths: Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
/** Limits in the value's own unit. */
export const atLeast = (value: number | undefined, limit: number): Truth =>
  value === undefined ? undefined : value >= limit;
export const under = (value: number | undefined, limit: number): Truth =>
  value === undefined ? undefined : value < limit;

/** One of the five: the items it is read from, what it is called, whether it is there. */
export interface Sign {
  items: readonly string[];
  name: Bilingual;
  present: Truth;
}

/** Three signs of five make it. With something unmeasured the count is given only if three are sure already. */
export function counted(signs: readonly Sign[]): Computed | Refused {
  const met = signs.filter(({ present }) => present === true).length;
  const open = signs.filter(({ present }) => present === undefined);
  const names = (language: "en" | "zh") => open.map(({ name }) => name[language]);
  if (open.length && met < 3)
    return {
      refused: {
        en: `Not computed; missing: ${names("en").join(", ")}.`,
        zh: `未计算；缺少：${names("zh").join("、")}。`,
      },
      missing: open.flatMap(({ items }) => items),
    };
  return {
    value: met,
    band:
      met >= 3
        ? { id: "syndrome", label: { en: "metabolic syndrome", zh: "代谢综合征" } }
        : { id: "none", label: { en: "fewer than three", zh: "不足三项" } },
    ...(open.length > 0 && {
      note: {
        en: `At least; not examined: ${names("en").join(", ")}.`,
        zh: `至少；未查：${names("zh").join("、")}。`,
      },
    }),
    outputs: { criteriaMet: met, metabolicSyndrome: met >= 3 },
  };
}

/** What the five signs are called. */
export const signNames = {
  waist: { en: "waist", zh: "腰围" },
  glucose: { en: "fasting glucose", zh: "空腹血糖" },
  pressure: { en: "blood pressure", zh: "血压" },
  tg: { en: "triglycerides", zh: "甘油三酯" },
  hdl: { en: "HDL cholesterol", zh: "高密度脂蛋白胆固醇" },
} as const satisfies Record<string, Bilingual>;

const treated = (label: Bilingual, read: (known: Known) => boolean) =>
  ({ kind: "flag", label, optional: true, read }) as const satisfies FlagAsked;

/** What both schemes ask. */
export const signsAsked = {
  sex: ask.sex,
  age: ask.optional(ask.age()),
  waistCm: ask.optional(ask.waistCm()),
  tgMmol: ask.optional(ask.tgMmol()),
  hdlMmol: ask.optional(ask.hdlMmol()),
  sbp: ask.optional(ask.sbp()),
  dbp: ask.optional(ask.dbp()),
  fpgMmol: ask.optional(ask.fpgMmol()),
  txBp: treated(
    { en: "known or treated high blood pressure", zh: "已知或已治疗高血压" },
    ({ facts }) => facts.diagnoses.includes("hypertension") || facts.drugs.includes("antihypertensive"),
  ),
  txDm: treated(
    { en: "known or treated diabetes", zh: "已知或已治疗糖尿病" },
    ({ facts }) => facts.diagnoses.includes("diabetes") || facts.drugs.includes("glucose-lowering"),
  ),
  pregnant: ask.notPregnant,
} as const;
