import type { Bilingual } from "../../kernel/text.ts";
import { type Computed, type FlagAsked, formula, type Refused } from "./formula.ts";
import * as ask from "./inputs.ts";
import type { Known } from "./known.ts";

type Truth = boolean | undefined;

const any = (...truths: Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
const atLeast = (value: number | undefined, limit: number): Truth =>
  value === undefined ? undefined : value >= limit;
const under = (value: number | undefined, limit: number): Truth =>
  value === undefined ? undefined : value < limit;

interface Sign {
  items: readonly string[];
  name: Bilingual;
  present: Truth;
}

/** Three signs of five make it. With something unmeasured the count is given only if three are sure already. */
function counted(signs: readonly Sign[]): Computed | Refused {
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

const names = {
  waist: { en: "waist", zh: "腰围" },
  glucose: { en: "fasting glucose", zh: "空腹血糖" },
  pressure: { en: "blood pressure", zh: "血压" },
  tg: { en: "triglycerides", zh: "甘油三酯" },
  hdl: { en: "HDL cholesterol", zh: "高密度脂蛋白胆固醇" },
} as const satisfies Record<string, Bilingual>;

const treated = (label: Bilingual, read: (known: Known) => boolean) =>
  ({ kind: "flag", label, optional: true, read }) as const satisfies FlagAsked;

const shared = {
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

/**
 * Signs of the metabolic syndrome by the Chinese Diabetes Society (2020): waist ≥ 90 cm (men) or ≥ 85 cm
 * (women); fasting glucose ≥ 6.1 or 2-h ≥ 7.8 mmol/L or known diabetes; pressure ≥ 130/85 or treated;
 * TG ≥ 1.70; HDL < 1.04 mmol/L in both sexes. Not in pregnancy, not under 18.
 */
export const metabolicSyndrome = formula({
  id: "METS-CDS-2020",
  published: "MetS-CDS-2020",
  name: { en: "Signs of the metabolic syndrome", zh: "代谢综合征组分数" },
  unit: "",
  decimals: 0,
  source: "CDS 2020",
  status: "published",
  writtenAs: "how many of five signs are present; three make it",
  inputs: { ...shared, ogtt2hMmol: ask.optional(ask.ogtt2hMmol()) },
  compute: (given) => {
    const load = given.ogtt2hMmol === undefined ? false : given.ogtt2hMmol >= 7.8;
    return counted([
      {
        items: ["WAIST"],
        name: names.waist,
        present: atLeast(given.waistCm, given.sex === "male" ? 90 : 85),
      },
      {
        items: ["FPG"],
        name: names.glucose,
        present: any(given.txDm ?? false, load, atLeast(given.fpgMmol, 6.1)),
      },
      {
        items: ["SBP", "DBP"],
        name: names.pressure,
        present: any(given.txBp ?? false, atLeast(given.sbp, 130), atLeast(given.dbp, 85)),
      },
      { items: ["TG"], name: names.tg, present: atLeast(given.tgMmol, 1.7) },
      { items: ["HDLC"], name: names.hdl, present: under(given.hdlMmol, 1.04) },
    ]);
  },
});
