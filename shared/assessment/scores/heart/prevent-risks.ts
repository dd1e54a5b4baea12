import { type PreventModel, preventTables } from "./prevent-coefficients.ts";

/** What every model asks, in the units of the source. */
export interface Person {
  sex: "female" | "male";
  age: number;
  sbp: number;
  bpTreated: boolean;
  totalCholMgdl: number;
  hdlMgdl: number;
  statin: boolean;
  diabetes: boolean;
  smoker: boolean;
  egfr: number;
  bmi: number;
}

/** What the larger models ask; null is "looked for and not known", for which the source has a term. */
export interface Further {
  hba1cPct?: number | null | undefined;
  uacrMgG?: number | null | undefined;
  sdiDecile?: number | null | undefined;
}

export const outcomes = ["totalCvd", "ascvd", "heartFailure", "chd", "stroke"] as const;
export type Outcome = (typeof outcomes)[number];

const yes = (flag: boolean): number => (flag ? 1 : 0);

/** The value of every term of any of the tables for one person. */
function termsOf(person: Person, { hba1cPct, uacrMgG, sdiDecile }: Further): Record<string, number> {
  const { sbp, bmi, egfr } = person;
  const age = (person.age - 55) / 10;
  const nonHdl = (person.totalCholMgdl - person.hdlMgdl) * 0.02586 - 3.5;
  const hdl = (person.hdlMgdl * 0.02586 - 1.3) / 0.3;
  const sbpFrom110 = (Math.max(sbp, 110) - 130) / 20;
  const bmiFrom30 = (Math.max(bmi, 30) - 30) / 5;
  const egfrTo60 = (Math.min(egfr, 60) - 60) / -15;
  const diabetes = yes(person.diabetes);
  const smoker = yes(person.smoker);
  const bpTreated = yes(person.bpTreated);
  const statin = yes(person.statin);
  const above = hba1cPct == null ? 0 : hba1cPct - 5.3;
  return {
    age,
    "age²": age ** 2,
    nonHdl,
    hdl,
    sbpTo110: (Math.min(sbp, 110) - 110) / 20,
    sbpFrom110,
    diabetes,
    smoker,
    bmiTo30: (Math.min(bmi, 30) - 25) / 5,
    bmiFrom30,
    egfrTo60,
    egfrFrom60: (Math.max(egfr, 60) - 90) / -15,
    bpTreated,
    statin,
    "bpTreated×sbp": bpTreated * sbpFrom110,
    "statin×nonHdl": statin * nonHdl,
    "age×nonHdl": age * nonHdl,
    "age×hdl": age * hdl,
    "age×sbp": age * sbpFrom110,
    "age×diabetes": age * diabetes,
    "age×smoker": age * smoker,
    "age×bmi": age * bmiFrom30,
    "age×egfr": age * egfrTo60,
    lnUacr: uacrMgG == null ? 0 : Math.log(uacrMgG),
    noUacr: yes(uacrMgG == null),
    hba1cDiabetes: above * diabetes,
    hba1cNoDiabetes: above * (1 - diabetes),
    noHba1c: yes(hba1cPct == null),
    sdi4to6: yes(sdiDecile != null && sdiDecile >= 4 && sdiDecile <= 6),
    sdi7to10: yes(sdiDecile != null && sdiDecile >= 7),
    noSdi: yes(sdiDecile == null),
    constant: 1,
  };
}

type Table = readonly { term: string; weights: readonly number[] }[];
const parsed = new Map<string, Table>();

function tableOf(model: PreventModel, horizon: 10 | 30): Table {
  const key = `${model}-${horizon}`;
  const table =
    parsed.get(key) ??
    preventTables[model][horizon]
      .trim()
      .split("\n")
      .map((line) => {
        const [term = "", ...weights] = line.split(" ");
        return { term, weights: weights.map(Number) };
      });
  parsed.set(key, table);
  return table;
}

/** The five risks as fractions: 1 ÷ (1 + e^−x), x the sum of the terms of the table. */
export function preventRisks(
  model: PreventModel,
  horizon: 10 | 30,
  person: Person,
  further: Further,
): Record<Outcome, number> {
  const terms = termsOf(person, further);
  const table = tableOf(model, horizon);
  const column = person.sex === "female" ? 0 : 1;
  const risk = (at: number) => {
    const x = table.reduce(
      (sum, { term, weights }) => sum + (weights[2 * at + column] as number) * (terms[term] as number),
      0,
    );
    return 1 / (1 + Math.exp(-x));
  };
  return Object.fromEntries(outcomes.map((outcome, at) => [outcome, risk(at)])) as Record<Outcome, number>;
}
