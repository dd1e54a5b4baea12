import type { Facts, Proposal } from "../../../shared/assessment/index.ts";

/** A condition as population surveys define it; undefined where somebody cannot be placed. */
export interface Definition {
  id: string;
  words: string;
  holds(one: { facts: Facts; proposal: Proposal }): boolean | undefined;
}

const value = ({ results }: Facts, item: string): number | undefined => {
  const reading = results[item];
  return typeof reading?.value === "number" && !reading.comparator ? reading.value : undefined;
};

const scoreValue = ({ scores }: Proposal, id: string): number | undefined =>
  scores.find((score) => score.id === id)?.value ?? undefined;

/** Whether at least so many of the comparisons hold; unknown where the missing ones could decide. */
function atLeast(many: number, held: readonly (boolean | undefined)[]): boolean | undefined {
  const yes = held.filter(Boolean).length;
  if (yes >= many) return true;
  return yes + held.filter((one) => one === undefined).length >= many ? undefined : false;
}

const over = (number: number | undefined, limit: number): boolean | undefined =>
  number === undefined ? undefined : number >= limit;
const under = (number: number | undefined, limit: number): boolean | undefined =>
  number === undefined ? undefined : number < limit;

const pressure = (facts: Facts, upper: number, lower: number) =>
  atLeast(1, [over(value(facts, "SBP"), upper), over(value(facts, "DBP"), lower)]);
const takes = ({ drugs }: Facts, drug: string): boolean => drugs.includes(drug);

const diabetic = (facts: Facts): boolean | undefined =>
  facts.diagnoses.includes("diabetes") ||
  takes(facts, "glucose-lowering") ||
  atLeast(1, [over(value(facts, "FPG"), 6.99), over(value(facts, "HBA1C"), 6.5)]);

const between = (facts: Facts): boolean | undefined =>
  diabetic(facts) ? false : atLeast(1, [over(value(facts, "FPG"), 5.55), over(value(facts, "HBA1C"), 5.7)]);

/**
 * Definitions the published figures of `docs/epidemiology.md` rest on, for comparison only: nothing here
 * grades anybody. Limits in mg/dL stand as a file in mmol/L with two decimals has them: 100 is 5.55 and
 * 126 is 6.99 of glucose, 240 is 6.21 and 130 is 3.36 of cholesterol, 40 is 1.03 and 50 is 1.29 of HDL,
 * 150 is 1.69 of triglycerides, 7.0 and 6.0 are 416 and 357 µmol/L of urate.
 */
export const definitions: readonly Definition[] = [
  {
    id: "bp-140-90",
    words: "blood pressure ≥140/90 or treated",
    holds: ({ facts }) => takes(facts, "antihypertensive") || pressure(facts, 140, 90),
  },
  {
    id: "bp-130-80",
    words: "blood pressure ≥130/80 or treated",
    holds: ({ facts }) => takes(facts, "antihypertensive") || pressure(facts, 130, 80),
  },
  { id: "bmi-30", words: "BMI ≥30", holds: ({ proposal }) => over(scoreValue(proposal, "BMI"), 30) },
  { id: "bmi-28", words: "BMI ≥28", holds: ({ proposal }) => over(scoreValue(proposal, "BMI"), 28) },
  {
    id: "bmi-24-28",
    words: "BMI 24 to under 28",
    holds: ({ proposal }) => {
      const bmi = scoreValue(proposal, "BMI");
      return bmi === undefined ? undefined : bmi >= 24 && bmi < 28;
    },
  },
  {
    id: "waist-90-85",
    words: "waist ≥90 cm (men), ≥85 cm (women)",
    holds: ({ facts }) => over(value(facts, "WAIST"), facts.sex === "male" ? 90 : 85),
  },
  {
    id: "diabetes",
    words: "diabetes known, or FPG ≥126 mg/dL or HbA1c ≥6.5 % once",
    holds: ({ facts }) => diabetic(facts),
  },
  {
    id: "prediabetes",
    words: "no diabetes, and FPG ≥100 mg/dL or HbA1c ≥5.7 %",
    holds: ({ facts }) => between(facts),
  },
  {
    id: "tc-240",
    words: "total cholesterol ≥240 mg/dL",
    holds: ({ facts }) => over(value(facts, "TC"), 6.2),
  },
  { id: "ldl-130", words: "LDL ≥130 mg/dL", holds: ({ facts }) => over(value(facts, "LDLC"), 3.36) },
  { id: "ldl-414", words: "LDL ≥4.14 mmol/L", holds: ({ facts }) => over(value(facts, "LDLC"), 4.14) },
  { id: "hdl-40", words: "HDL <40 mg/dL", holds: ({ facts }) => under(value(facts, "HDLC"), 1.03) },
  { id: "tg-226", words: "triglycerides ≥2.26 mmol/L", holds: ({ facts }) => over(value(facts, "TG"), 2.26) },
  {
    id: "egfr-60",
    words: "eGFR <60 once",
    holds: ({ proposal }) => under(scoreValue(proposal, "EGFR"), 60),
  },
  {
    id: "urate-us",
    words: "urate >7.0 (men), >6.0 mg/dL (women)",
    holds: ({ facts }) => over(value(facts, "UA"), facts.sex === "male" ? 417 : 358),
  },
  { id: "urate-420", words: "urate >420 µmol/L", holds: ({ facts }) => over(value(facts, "UA"), 421) },
  {
    id: "mets-atp3",
    words: "metabolic syndrome, ATP III",
    holds: ({ facts }) =>
      atLeast(3, [
        over(value(facts, "WAIST"), facts.sex === "male" ? 102.1 : 88.1),
        over(value(facts, "TG"), 1.7),
        under(value(facts, "HDLC"), facts.sex === "male" ? 1.03 : 1.29),
        takes(facts, "antihypertensive") || pressure(facts, 130, 85),
        takes(facts, "glucose-lowering") || over(value(facts, "FPG"), 5.55),
      ]),
  },
];
