import { type Computed, formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { climbed } from "../ladder.ts";
import { firstEvent } from "./gates.ts";
import { type Equations, fine, fineMeans, printed, type Race, type Sex } from "./pce-constants.ts";

const cuts = [5, 7.5, 20];
const bands = [
  { id: "low", label: { en: "low", zh: "低危" }, range: { en: "below 5 %", zh: "低于 5 %" } },
  {
    id: "borderline",
    label: { en: "borderline", zh: "临界" },
    range: { en: "5 to under 7.5 %", zh: "5 % 至低于 7.5 %" },
  },
  {
    id: "intermediate",
    label: { en: "intermediate", zh: "中危" },
    range: { en: "7.5 to under 20 %", zh: "7.5 % 至低于 20 %" },
  },
  { id: "high", label: { en: "high", zh: "高危" }, range: { en: "20 % or more", zh: "20 % 及以上" } },
] as const;

interface Person {
  sex: Sex;
  race: Race;
  age: number;
  totalCholMgdl: number;
  hdlMgdl: number;
  sbp: number;
  bpTreated: boolean;
  smoker: boolean;
  diabetes: boolean;
}

const risk =
  (equations: Equations) =>
  ({ sex, race, smoker, diabetes, bpTreated, ...person }: Person): Computed => {
    const b = equations[race][sex];
    const lnAge = Math.log(person.age);
    const pressure = bpTreated
      ? b.treated + (b.ageTreated ?? 0) * lnAge
      : b.untreated + (b.ageUntreated ?? 0) * lnAge;
    const sum =
      b.age * lnAge +
      (b.age2 ?? 0) * lnAge ** 2 +
      (b.tc + (b.ageTc ?? 0) * lnAge) * Math.log(person.totalCholMgdl) +
      (b.hdl + (b.ageHdl ?? 0) * lnAge) * Math.log(person.hdlMgdl) +
      pressure * Math.log(person.sbp) +
      (smoker ? b.smoker + (b.ageSmoker ?? 0) * lnAge : 0) +
      (diabetes ? b.diabetes : 0);
    const value = 100 * (1 - b.survival ** Math.exp(sum - b.mean));
    const { id, label } = climbed(bands, cuts, value);
    return {
      value,
      band: { id, label },
      ...(race === "white" && {
        note: {
          en: "Made in the United States; it overestimates the risk of Chinese men.",
          zh: "源自美国人群，会高估中国男性的风险。",
        },
      }),
      outputs: { ascvd10yPct: value },
    };
  };

/**
 * First hard atherosclerotic event within ten years, in percent: 1 − S₀^exp(Σ − mean), natural logarithms,
 * mg/dL, 40 to 79 years. Goff 2014, coefficients as printed. `race` is of the United States; for others its
 * practice takes "white", which overestimates Chinese men.
 */
export const pce2013 = formula({
  id: "PCE-2013",
  published: "PCE-2013",
  name: { en: "Atherosclerotic disease within 10 years (PCE 2013)", zh: "PCE 2013 十年 ASCVD 风险" },
  unit: "%",
  decimals: 1,
  source: "ACC/AHA 2013 (Goff, Circulation 2014;129 S2:S49)",
  status: "published",
  audience: "physician",
  writtenAs: "1 − S₀^exp(Σ βᵢ·ln(vᵢ) + ln(age)·Σ γⱼ·vⱼ − mean)",
  scale: bands,
  inputs: {
    sex: ask.sex,
    race: {
      kind: "choice",
      of: ["white", "black"],
      label: { en: "race, as the source divides", zh: "种族（按原研究划分）" },
      says: { white: { en: "white or other", zh: "白人或其他" }, black: { en: "black", zh: "黑人" } },
      read: () => "white",
    },
    age: ask.age({ min: 40, max: 79 }),
    totalCholMgdl: ask.totalCholMgdl({ min: 130, max: 320 }),
    hdlMgdl: ask.hdlMgdl({ min: 20, max: 100 }),
    sbp: ask.sbp({ min: 90, max: 200 }),
    bpTreated: ask.bpTreated,
    smoker: ask.smoker,
    diabetes: ask.diabetes,
    ...firstEvent,
  },
  compute: risk(printed),
  variants: [
    { id: "means with four decimals", compute: risk(fineMeans) },
    { id: "four to five decimals throughout", compute: risk(fine) },
  ],
});
