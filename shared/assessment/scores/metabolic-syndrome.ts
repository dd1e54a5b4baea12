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

/** cm, from which the waist counts, by whom the statement names for a population. */
const waists = {
  asian: { male: 90, female: 80 },
  china: { male: 85, female: 80 },
  europid: { male: 94, female: 80 },
} as const;

/**
 * Signs of the metabolic syndrome by the harmonised statement of 2009: waist by population (Asian 90/80 cm
 * unless said otherwise); TG ≥ 1.7, HDL < 1.0 (men) or < 1.3 (women), fasting glucose ≥ 5.6 mmol/L, pressure
 * ≥ 130/85, each also when treated. Which lipid a medicine is for no exam says, so it counts only where
 * somebody says it. Not in pregnancy, not under 18.
 */
export const metabolicSyndrome2009 = formula({
  id: "METS-HARMONISED-2009",
  published: "MetS-harmonised-2009",
  name: { en: "Signs of the metabolic syndrome, harmonised", zh: "代谢综合征组分数（2009 统一标准）" },
  unit: "",
  decimals: 0,
  source: "Alberti, Circulation 2009;120:1640",
  status: "published",
  writtenAs: "how many of five signs are present; three make it",
  audience: "physician",
  inputs: {
    ...shared,
    txTg: ask.optional({
      kind: "flag",
      label: { en: "medicine for triglycerides", zh: "降甘油三酯治疗" },
    } as const),
    txHdl: ask.optional({
      kind: "flag",
      label: { en: "medicine for low HDL", zh: "升高HDL治疗" },
    } as const),
    waistOf: ask.optional({
      kind: "choice",
      of: ["asian", "china", "europid"],
      says: {
        asian: { en: "Asian, 90/80 cm", zh: "亚洲人群 90/80 cm" },
        china: { en: "China, 85/80 cm", zh: "中国 85/80 cm" },
        europid: { en: "Europid, 94/80 cm", zh: "欧洲人群 94/80 cm" },
      },
      label: { en: "waist limits", zh: "腰围界值" },
    } as const),
  },
  compute: (given) =>
    counted([
      {
        items: ["WAIST"],
        name: names.waist,
        present: atLeast(given.waistCm, waists[given.waistOf ?? "asian"][given.sex]),
      },
      {
        items: ["FPG"],
        name: names.glucose,
        present: any(given.txDm ?? false, atLeast(given.fpgMmol, 5.6)),
      },
      {
        items: ["SBP", "DBP"],
        name: names.pressure,
        present: any(given.txBp ?? false, atLeast(given.sbp, 130), atLeast(given.dbp, 85)),
      },
      { items: ["TG"], name: names.tg, present: any(given.txTg ?? false, atLeast(given.tgMmol, 1.7)) },
      {
        items: ["HDLC"],
        name: names.hdl,
        present: any(given.txHdl ?? false, under(given.hdlMmol, given.sex === "male" ? 1 : 1.3)),
      },
    ]),
});
