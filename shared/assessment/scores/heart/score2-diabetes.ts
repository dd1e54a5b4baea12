import { type Computed, formula, type Refused } from "../formula.ts";
import * as ask from "../inputs.ts";
import { egfrInput } from "../kidney/egfr.ts";
import type { Known } from "../known.ts";
import { climbed } from "../ladder.ts";
import { firstEvent } from "./gates.ts";
import { score2Survival } from "./score2.ts";
import { europe, homeRegion, recalibrated, regionNote } from "./score2-scale.ts";

/**
 * Age, smoking, systolic pressure, diabetes, total cholesterol, HDL; age with each of these five; diabetes with
 * its age at diagnosis; HbA1c; ln eGFR and its square; HbA1c and ln eGFR with age.
 */
const weights = {
  male: [
    0.5368, 0.4774, 0.1322, 0.6457, 0.1102, -0.1087, -0.0672, -0.0268, -0.0983, -0.0181, 0.0095, -0.0998,
    0.0955, -0.0591, 0.0058, -0.0134, 0.0115,
  ],
  female: [
    0.6624, 0.6139, 0.1421, 0.8096, 0.1127, -0.1568, -0.1122, -0.0167, -0.1272, -0.02, 0.0186, -0.118, 0.1173,
    -0.064, 0.0062, -0.0196, 0.0169,
  ],
} as const;

const cuts = [5, 10, 20];
const bands = [
  { id: "low", label: { en: "low", zh: "低危" }, range: { en: "below 5 %", zh: "低于 5 %" } },
  {
    id: "moderate",
    label: { en: "moderate", zh: "中危" },
    range: { en: "5 to under 10 %", zh: "5 % 至低于 10 %" },
  },
  {
    id: "high",
    label: { en: "high", zh: "高危" },
    range: { en: "10 to under 20 %", zh: "10 % 至低于 20 %" },
  },
  {
    id: "very-high",
    label: { en: "very high", zh: "极高危" },
    range: { en: "20 % or more", zh: "20 % 及以上" },
  },
] as const;

/**
 * Heart or vessel event within ten years with type 2 diabetes, in percent, 40 to 69 years. HbA1c in mmol/mol,
 * `diabetesAge` years at diagnosis, not over the age. SCORE2-Diabetes working group, EHJ 2023;44:2544.
 */
export const score2Diabetes = formula({
  id: "SCORE2-DIABETES",
  published: "SCORE2-Diabetes",
  name: {
    en: "Heart and vessel event within 10 years (SCORE2-Diabetes)",
    zh: "SCORE2-Diabetes 十年心血管事件风险",
  },
  unit: "%",
  decimals: 1,
  source: "SCORE2-Diabetes (Eur Heart J 2023;44:2544); ESC 2023",
  status: "needs sign-off",
  audience: "physician",
  writtenAs: "r₀ = 1 − S₀^exp(Σ); 1 − exp(−exp(k₁ + k₂ × ln(−ln(1 − r₀))))",
  scale: bands,
  inputs: {
    region: homeRegion,
    sex: ask.sex,
    age: ask.age({ min: 40, max: 69 }),
    smoker: ask.smoker,
    sbp: ask.sbp({ above: 0 }),
    totalCholMmol: ask.totalCholMmol(),
    hdlMmol: ask.hdlMmol(),
    diabetes: { ...ask.diabetes, mustBe: true },
    diabetesAge: {
      kind: "number",
      label: { en: "age when diabetes was found", zh: "确诊糖尿病时的年龄" },
      unit: "a",
      min: 0,
      max: 69,
      read: ({ facts }: Known) =>
        facts.diabetesSince === undefined
          ? undefined
          : facts.diabetesSince - Number(facts.birthDate.slice(0, 4)),
    },
    hba1cMmolMol: ask.hba1cMmolMol(),
    egfr: egfrInput(),
    ...firstEvent,
  },
  onlyFor: (known) => known.age >= 40 && known.age < 70 && ask.diabetes.read(known),
  compute({ region, sex, ...person }): Computed | Refused {
    if (person.diabetesAge > person.age)
      return {
        refused: {
          en: "Not computed; diabetes was found at a later age than today's.",
          zh: "未计算；确诊年龄大于当前年龄。",
        },
        outside: ["diabetesAge"],
      };
    const age = (person.age - 60) / 5;
    const base = [
      person.smoker ? 1 : 0,
      (person.sbp - 120) / 20,
      1,
      person.totalCholMmol - 6,
      (person.hdlMmol - 1.3) / 0.5,
    ];
    const hba1c = (person.hba1cMmolMol - 31) / 9.34;
    const egfr = (Math.log(person.egfr) - 4.5) / 0.15;
    const terms = [
      age,
      ...base,
      ...base.map((term) => age * term),
      (person.diabetesAge - 50) / 5,
      hba1c,
      egfr,
      egfr ** 2,
      hba1c * age,
      egfr * age,
    ];
    const sum = terms.reduce((total, term, at) => total + term * (weights[sex][at] as number), 0);
    const value = recalibrated(1 - score2Survival(sex) ** Math.exp(sum), europe[region][sex]);
    const { id, label } = climbed(bands, cuts, value);
    return { value, band: { id, label }, ...regionNote(region), outputs: { cvd10yPct: value } };
  },
});
