import type { Bilingual } from "../../../kernel/text.ts";
import { bmiInput } from "../body/bmi.ts";
import type { FlagAsked, Given } from "../formula.ts";
import * as ask from "../inputs.ts";
import { egfrInput } from "../kidney/egfr.ts";
import { type Known, numberOf } from "../known.ts";

type Truth = boolean | undefined;

const any = (...truths: Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
/** One of several signs: known as soon as one is there; unknown only where none was looked for. */
const ofThoseMeasured = (...truths: Truth[]): Truth => {
  const seen = truths.filter((truth) => truth !== undefined);
  return seen.length ? seen.includes(true) : undefined;
};
const from = (value: number | undefined, limit: number): Truth =>
  value === undefined ? undefined : value >= limit;
const under = (value: number | undefined, limit: number): Truth =>
  value === undefined ? undefined : value < limit;
const between = (value: number | undefined, low: number, high: number): Truth =>
  value === undefined ? undefined : value >= low && value < high;

const flag = (label: Bilingual, read?: FlagAsked["read"]) =>
  ({ kind: "flag", label, optional: true, ...(read && { read }) }) as const satisfies FlagAsked;

export const hypertensionInputs = {
  sbp: ask.sbp({ above: 0 }),
  dbp: ask.dbp({ above: 0 }),
  sex: ask.sex,
  age: ask.age(),
  smoker: ask.optional(ask.smoker),
  totalCholMmol: ask.optional(ask.totalCholMmol()),
  ldlMmol: ask.optional(ask.ldlMmol()),
  hdlMmol: ask.optional(ask.hdlMmol()),
  fpgMmol: ask.optional(ask.fpgMmol()),
  ogtt2hMmol: ask.optional(ask.ogtt2hMmol()),
  waistCm: ask.optional(ask.waistCm()),
  bmi: ask.optional(bmiInput()),
  earlyFamilyAscvd: flag(
    {
      en: "early heart or vessel disease of a parent or sibling",
      zh: "父母或兄弟姐妹早发心血管病",
    },
    ({ facts }: Known) => facts.family?.earlyAscvd,
  ),
  homocysteine: ask.optional({
    kind: "number",
    label: { en: "homocysteine", zh: "同型半胱氨酸" },
    unit: "umol/L",
    above: 0,
    items: ["HCY"],
    read: (known: Known) => numberOf(known, "HCY"),
  } as const),
  egfr: ask.optional(egfrInput()),
  uacrMgG: ask.optional(ask.uacrMgG()),
  organDamage: flag(
    {
      en: "damage of heart or vessels (thick heart wall, carotid plaque, narrowed leg arteries)",
      zh: "心脏或血管靶器官损害（左室肥厚、颈动脉斑块、下肢动脉狭窄）",
    },
    (known: Known) => {
      const [plaqueMm, ankle] = [numberOf(known, "PLAQUEMM"), numberOf(known, "ABI")];
      const seen =
        (typeof plaqueMm === "number" && plaqueMm >= 1.5) || (typeof ankle === "number" && ankle <= 0.9);
      return seen || undefined;
    },
  ),
  diabetes: ask.diabetes,
  diabetesComplications: flag({ en: "complications of diabetes", zh: "糖尿病并发症" }),
  heartDisease: flag(
    { en: "heart or vessel disease already known", zh: "已有临床心脑血管病" },
    ({ facts }: Known) =>
      ["ascvd", "heart-failure", "atrial-fibrillation"].some((code) => facts.diagnoses.includes(code)),
  ),
  pregnant: ask.notPregnant,
} as const;

type Person = Given<typeof hypertensionInputs>;

const names = {
  age: { en: "age", zh: "年龄" },
  smoking: { en: "smoking", zh: "吸烟" },
  glucose: { en: "raised glucose short of diabetes", zh: "糖调节受损" },
  lipids: { en: "blood lipids", zh: "血脂异常" },
  family: { en: "early disease in the family", zh: "早发家族史" },
  weight: { en: "waist or weight", zh: "腹型肥胖或肥胖" },
  homocysteine: { en: "homocysteine", zh: "高同型半胱氨酸" },
} as const satisfies Record<string, Bilingual>;

/** The further risk factors of the guideline, each as far as it can be told. */
export const factorsOf = (given: Person): readonly (readonly [Bilingual, Truth])[] => [
  [names.age, given.age > (given.sex === "male" ? 55 : 65)],
  [names.smoking, given.smoker],
  [
    names.glucose,
    given.diabetes
      ? false
      : ofThoseMeasured(between(given.fpgMmol, 6.1, 7), between(given.ogtt2hMmol, 7.8, 11.1)),
  ],
  [names.lipids, any(from(given.totalCholMmol, 5.2), from(given.ldlMmol, 3.4), under(given.hdlMmol, 1))],
  [names.family, given.earlyFamilyAscvd],
  [names.weight, any(from(given.waistCm, given.sex === "male" ? 90 : 85), from(given.bmi, 28))],
  [names.homocysteine, from(given.homocysteine, 15)],
];

/** Damage short of disease: of the organs, of the kidneys in stage 3; and diabetes. */
export const damageOf = ({ organDamage, egfr, uacrMgG, diabetes }: Person): readonly Bilingual[] => [
  ...(organDamage ? [{ en: "organ damage", zh: "靶器官损害" }] : []),
  ...(egfr !== undefined && egfr >= 30 && egfr < 60 ? [{ en: "eGFR 30–59", zh: "eGFR 30–59" }] : []),
  ...(uacrMgG !== undefined && uacrMgG >= 30 ? [{ en: "urine albumin", zh: "尿白蛋白升高" }] : []),
  ...(diabetes ? [hypertensionInputs.diabetes.label] : []),
];

/** Disease already there: of heart or vessels, of the kidneys in stage 4 or 5, complications of diabetes. */
export const establishedOf = ({
  heartDisease,
  egfr,
  diabetes,
  diabetesComplications,
}: Person): readonly Bilingual[] => [
  ...(heartDisease ? [hypertensionInputs.heartDisease.label] : []),
  ...(egfr !== undefined && egfr < 30 ? [{ en: "eGFR under 30", zh: "eGFR 低于 30" }] : []),
  ...(diabetes && diabetesComplications ? [hypertensionInputs.diabetesComplications.label] : []),
];
