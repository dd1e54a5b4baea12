import { bmiInput } from "../body/bmi.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { bandOf, points } from "../ladder.ts";
import { familyHistoryDm } from "./asked.ts";

type Steps = readonly (readonly [from: number, points: number])[];

const ages: Steps = [
  [25, 4],
  [35, 8],
  [40, 11],
  [45, 12],
  [50, 13],
  [55, 15],
  [60, 16],
  [65, 18],
];
const pressures: Steps = [
  [110, 1],
  [120, 3],
  [130, 6],
  [140, 7],
  [150, 8],
  [160, 10],
];
const indices: Steps = [
  [22, 1],
  [24, 3],
  [30, 5],
];
/** Men; the steps of women begin 5 cm lower. */
const waists: Steps = [
  [75, 3],
  [80, 5],
  [85, 7],
  [90, 8],
  [95, 10],
];

const bands = [
  { id: "below", label: { en: "not high", zh: "非高风险" }, range: { en: "below 25", zh: "低于25分" } },
  {
    id: "high",
    label: { en: "high: glucose tolerance test advised", zh: "高风险，建议行糖耐量试验" },
    range: { en: "25 or more", zh: "25分及以上" },
  },
] as const;

/**
 * The Chinese diabetes risk score: 0 to 51 points; from 25 a glucose tolerance test is advised. Ages 20 to
 * 74, not with known diabetes, not in pregnancy.
 */
export const cdrs = formula({
  id: "CDRS",
  published: "CDRS",
  name: { en: "Chinese diabetes risk score", zh: "中国糖尿病风险评分" },
  unit: "",
  decimals: 0,
  source: "China CDS 2020 (中国糖尿病风险评分表)",
  status: "published",
  writtenAs: "points for age, systolic pressure, BMI, waist, family history, male sex; 25 or more is high",
  scale: bands,
  inputs: {
    sex: ask.sex,
    age: ask.age({ min: 20, max: 74 }),
    sbp: ask.sbp({ above: 0 }),
    bmi: bmiInput(),
    waistCm: ask.waistCm(),
    familyHistoryDm,
    pregnant: ask.notPregnant,
    knownDiabetes: ask.noDiabetes,
  },
  compute({ sex, age, sbp, bmi, waistCm, familyHistoryDm }) {
    const male = sex === "male";
    const total =
      points(ages, age) +
      points(pressures, sbp) +
      points(indices, bmi) +
      points(waists, male ? waistCm : waistCm + 5) +
      (familyHistoryDm ? 6 : 0) +
      (male ? 2 : 0);
    const highRisk = total >= 25;
    return { value: total, band: bandOf(bands[highRisk ? 1 : 0]), outputs: { total, highRisk } };
  },
});
