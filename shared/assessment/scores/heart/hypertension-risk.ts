import type { Bilingual } from "../../../kernel/text.ts";
import { bmiInput } from "../body/bmi.ts";
import { type Band, type Computed, type FlagAsked, formula, type Given, type Refused } from "../formula.ts";
import * as ask from "../inputs.ts";
import { egfrInput } from "../kidney/egfr.ts";
import { type Known, numberOf } from "../known.ts";
import { reached } from "../ladder.ts";

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

const bands: readonly Band[] = [
  { id: "none", label: { en: "no added risk", zh: "无附加风险" } },
  { id: "low", label: { en: "low", zh: "低危" } },
  { id: "moderate", label: { en: "moderate", zh: "中危" } },
  { id: "moderate-high", label: { en: "moderate to high", zh: "中/高危" } },
  { id: "high", label: { en: "high", zh: "高危" } },
  { id: "high-very-high", label: { en: "high to very high", zh: "高/很高危" } },
  { id: "very-high", label: { en: "very high", zh: "很高危" } },
];

/** Down: what else there is; across: 130–139/85–89, grades 1, 2 and 3. */
const matrix: readonly (readonly number[])[] = [
  [0, 1, 2, 4],
  [1, 2, 3, 6],
  [3, 4, 4, 6],
  [5, 6, 6, 6],
];

const grade = (sbp: number, dbp: number): number =>
  Math.max(reached([130, 140, 160, 180], sbp), reached([85, 90, 100, 110], dbp));

const flag = (label: Bilingual, read?: FlagAsked["read"]) =>
  ({ kind: "flag", label, optional: true, ...(read && { read }) }) as const satisfies FlagAsked;

const inputs = {
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
  organDamage: flag({
    en: "damage of heart, vessels or kidneys seen elsewhere (thick heart wall, carotid plaque)",
    zh: "其他检查所见靶器官损害（左室肥厚、颈动脉斑块等）",
  }),
  diabetes: ask.diabetes,
  diabetesComplications: flag({ en: "complications of diabetes", zh: "糖尿病并发症" }),
  heartDisease: flag(
    { en: "heart or vessel disease already known", zh: "已有临床心脑血管病" },
    ({ facts }: Known) =>
      ["ascvd", "heart-failure", "atrial-fibrillation"].some((code) => facts.diagnoses.includes(code)),
  ),
  pregnant: ask.notPregnant,
} as const;

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
const factorsOf = (given: Given<typeof inputs>): readonly (readonly [Bilingual, Truth])[] => [
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

const listed = (what: readonly Bilingual[], begin: Bilingual): Bilingual | undefined =>
  what.length
    ? {
        en: `${begin.en}: ${what.map(({ en }) => en).join(", ")}.`,
        zh: `${begin.zh}：${what.map(({ zh }) => zh).join("、")}。`,
      }
    : undefined;

/**
 * How high a raised pressure puts the risk, by the matrix of the Chinese guideline: the class of today's
 * pressure against the number of further risk factors, organ damage, kidney disease and diabetes. Only
 * from 130/85 mmHg. A factor nobody looked for is not counted and is named, so the risk is at least this.
 */
export const hypertensionRisk = formula({
  id: "HYPERTENSION-RISK",
  name: { en: "Risk with this blood pressure", zh: "高血压心血管风险分层" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "中国高血压防治指南（2018；2024 修订）",
  status: "needs sign-off",
  audience: "physician",
  writtenAs: "class of pressure × (risk factors | organ damage, CKD 3, diabetes | heart disease, CKD 4–5)",
  inputs,
  onlyFor(known) {
    const [sbp, dbp] = [numberOf(known, "SBP"), numberOf(known, "DBP")];
    return typeof sbp !== "number" || typeof dbp !== "number" || grade(sbp, dbp) > 0;
  },
  compute(given): Computed | Refused {
    const across = grade(given.sbp, given.dbp) - 1;
    if (across < 0)
      return {
        refused: {
          en: "Not computed; the matrix begins at 130/85 mmHg.",
          zh: "未计算；该分层自 130/85 mmHg 起。",
        },
        outside: ["sbp", "dbp"],
      };
    const factors = factorsOf(given);
    const counted = factors.filter(([, present]) => present).map(([name]) => name);
    const open = factors.filter(([, present]) => present === undefined).map(([name]) => name);
    const { egfr, uacrMgG } = given;
    const established = [
      ...(given.heartDisease ? [inputs.heartDisease.label] : []),
      ...(egfr !== undefined && egfr < 30 ? [{ en: "eGFR under 30", zh: "eGFR 低于 30" }] : []),
      ...(given.diabetes && given.diabetesComplications ? [inputs.diabetesComplications.label] : []),
    ];
    const damage = [
      ...(given.organDamage ? [{ en: "organ damage", zh: "靶器官损害" }] : []),
      ...(egfr !== undefined && egfr >= 30 && egfr < 60 ? [{ en: "eGFR 30–59", zh: "eGFR 30–59" }] : []),
      ...(uacrMgG !== undefined && uacrMgG >= 30 ? [{ en: "urine albumin", zh: "尿白蛋白升高" }] : []),
      ...(given.diabetes ? [inputs.diabetes.label] : []),
    ];
    const down = established.length ? 3 : damage.length || counted.length >= 3 ? 2 : counted.length ? 1 : 0;
    const value = (matrix[down] as readonly number[])[across] as number;
    const band = bands[value] as Band;
    const notes = [
      listed([...established, ...damage, ...counted], { en: "Counted", zh: "已计入" }),
      value < 6
        ? listed(open, { en: "Not known, so the risk is at least this", zh: "下列因素未知，风险至少如此" })
        : undefined,
    ].filter((note) => note !== undefined);
    return {
      value,
      band,
      parts: [
        {
          id: "factors",
          name: { en: "further risk factors", zh: "其他危险因素" },
          value: counted.length,
          unit: "",
          decimals: 0,
        },
        {
          id: "organ-damage",
          name: { en: "organ damage, kidney disease, diabetes", zh: "靶器官损害、肾病、糖尿病" },
          value: damage.length,
          unit: "",
          decimals: 0,
        },
        {
          id: "established",
          name: { en: "established disease", zh: "已有临床疾病" },
          value: established.length,
          unit: "",
          decimals: 0,
        },
      ],
      ...(notes.length > 0 && {
        note: { en: notes.map(({ en }) => en).join(" "), zh: notes.map(({ zh }) => zh).join("") },
      }),
      outputs: { risk: band.id, factors: counted.length },
    };
  },
});
