import type { Bilingual } from "../../../kernel/text.ts";
import { bmiInput } from "../body/bmi.ts";
import { type Computed, formula, type Refused } from "../formula.ts";
import * as ask from "../inputs.ts";
import { egfrInput } from "../kidney/egfr.ts";
import { firstEvent } from "./gates.ts";
import { type PreventModel, preventModels, preventTables } from "./prevent-coefficients.ts";

interface Person {
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
interface Further {
  hba1cPct?: number | null | undefined;
  uacrMgG?: number | null | undefined;
  sdiDecile?: number | null | undefined;
}

const outcomes = ["totalCvd", "ascvd", "heartFailure", "chd", "stroke"] as const;
type Outcome = (typeof outcomes)[number];

const names: Readonly<Record<Outcome, Bilingual>> = {
  totalCvd: { en: "heart and vessel disease, all", zh: "全部心血管病" },
  ascvd: { en: "atherosclerotic disease", zh: "动脉粥样硬化性心血管病" },
  heartFailure: { en: "heart failure", zh: "心力衰竭" },
  chd: { en: "coronary heart disease", zh: "冠心病" },
  stroke: { en: "stroke", zh: "脑卒中" },
};

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
function preventRisks(
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

const beyond59: Bilingual = {
  en: "The source advises the 30-year estimate from 30 to 59 years of age.",
  zh: "原研究建议 30 年风险仅用于 30–59 岁。",
};

function said(risks: Record<Outcome, number>, notes: readonly (Bilingual | false | undefined)[]): Computed {
  const words = notes.filter((note) => !!note);
  return {
    value: risks.totalCvd * 100,
    parts: outcomes.slice(1).map((id) => ({
      id,
      name: names[id],
      value: risks[id] * 100,
      unit: "%",
      decimals: 1,
    })),
    ...(words.length > 0 && {
      note: { en: words.map(({ en }) => en).join(" "), zh: words.map(({ zh }) => zh).join("") },
    }),
    outputs: risks,
  };
}

const person = {
  sex: ask.sex,
  age: ask.age({ min: 30, max: 79 }),
  sbp: ask.sbp({ min: 90, max: 180 }),
  bpTreated: ask.bpTreated,
  totalCholMgdl: ask.totalCholMgdl({ min: 130, max: 320 }),
  hdlMgdl: ask.hdlMgdl({ min: 20, max: 100 }),
  statin: ask.statin,
  diabetes: ask.diabetes,
  smoker: ask.smoker,
  egfr: egfrInput({ min: 15, max: 140 }),
  bmi: bmiInput({ min: 18.5, max: 39.9 }),
  ...firstEvent,
} as const;

const common = {
  unit: "%",
  decimals: 1,
  source: "AHA PREVENT 2023 (Khan, Circulation 2024;149:430)",
  status: "published",
  audience: "physician",
  writtenAs:
    "1 ÷ (1 + e⁻ˣ); x = β₀ + Σ βᵢ·vᵢ + age·Σ γⱼ·vⱼ; v = age, non-HDL, HDL, SBP, BMI, eGFR, diabetes, smoking, treatment",
} as const;

const lacking: Readonly<Record<"hba1cPct" | "uacrMgG" | "sdiDecile", readonly [string, Bilingual]>> = {
  hba1cPct: ["HBA1C", { en: "HbA1c", zh: "糖化血红蛋白" }],
  uacrMgG: ["UACR", { en: "urine albumin/creatinine", zh: "尿白蛋白/肌酐" }],
  sdiDecile: ["sdiDecile", { en: "deprivation index of the home", zh: "居住地社会剥夺指数" }],
};
const asks: Readonly<Record<PreventModel, readonly (keyof typeof lacking)[]>> = {
  base: [],
  hba1c: ["hba1cPct"],
  uacr: ["uacrMgG"],
  sdi: ["sdiDecile"],
  full: ["hba1cPct", "uacrMgG", "sdiDecile"],
};

/**
 * PREVENT by a named model and horizon, as validation asks it: fractions of total CVD, ASCVD, heart failure,
 * coronary heart disease and stroke in 10 or 30 years. From 30 to 79 years; TC 130–320 and HDL 20–100 mg/dL;
 * SBP 90–180; BMI 18.5–39.9; eGFR 15–140; HbA1c 4.5–15 %; UACR 0.1–25,000 mg/g. What a model asks beyond the
 * base must be given, or given as null, for which the source has a term of its own. Khan 2024.
 */
export const prevent = formula({
  ...common,
  id: "PREVENT",
  published: "PREVENT",
  name: { en: "Heart and vessel risk, PREVENT", zh: "PREVENT 心血管病风险" },
  inputs: {
    ...person,
    model: {
      kind: "choice",
      of: preventModels,
      label: { en: "model", zh: "模型" },
      says: {
        base: { en: "base", zh: "基础" },
        hba1c: { en: "with HbA1c", zh: "含糖化血红蛋白" },
        uacr: { en: "with urine albumin/creatinine", zh: "含尿白蛋白/肌酐" },
        sdi: { en: "with the deprivation index", zh: "含社会剥夺指数" },
        full: { en: "with all three", zh: "含以上三项" },
      },
    },
    horizonYears: {
      kind: "number",
      label: { en: "years ahead (10 or 30)", zh: "预测年限（10 或 30）" },
      unit: "a",
      min: 10,
      max: 30,
    },
    hba1cPct: ask.optional(ask.hba1cPct({ min: 4.5, max: 15 })),
    uacrMgG: ask.optional(ask.uacrMgG({ min: 0.1, max: 25_000 })),
    sdiDecile: {
      kind: "number",
      label: lacking.sdiDecile[1],
      unit: "",
      min: 1,
      max: 10,
      optional: true,
    },
  },
  compute({ model, horizonYears, ...given }): Computed | Refused {
    if (horizonYears !== 10 && horizonYears !== 30)
      return {
        refused: {
          en: "Not computed; PREVENT has 10 and 30 years.",
          zh: "未计算；PREVENT 仅有 10 年与 30 年。",
        },
        outside: ["horizonYears"],
      };
    const missing = asks[model].filter((key) => given[key] === undefined).map((key) => lacking[key]);
    if (missing.length)
      return {
        refused: {
          en: `Not computed; missing: ${missing.map(([, { en }]) => en).join(", ")}.`,
          zh: `未计算；缺少：${missing.map(([, { zh }]) => zh).join("、")}。`,
        },
        missing: missing.map(([item]) => item),
      };
    return said(preventRisks(model, horizonYears, given, given), [
      horizonYears === 30 && given.age > 59 && beyond59,
    ]);
  },
});

const usable = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && value >= from && value <= to;

const modelNames: Readonly<Record<Exclude<PreventModel, "sdi">, Bilingual>> = {
  base: { en: "Base model.", zh: "采用基础模型。" },
  hba1c: { en: "Model with HbA1c.", zh: "采用含糖化血红蛋白的模型。" },
  uacr: { en: "Model with urine albumin/creatinine.", zh: "采用含尿白蛋白/肌酐的模型。" },
  full: {
    en: "Full model with HbA1c and urine albumin/creatinine; its deprivation index is made for the United States and is taken as not known.",
    zh: "采用含糖化血红蛋白与尿白蛋白/肌酐的完整模型；社会剥夺指数仅适用于美国，按未知处理。",
  },
};

const overAnExam = (horizon: 10 | 30) =>
  formula({
    ...common,
    id: `PREVENT-${horizon}`,
    name: {
      en: `Heart and vessel disease within ${horizon} years (PREVENT)`,
      zh: `PREVENT ${horizon} 年心血管病风险`,
    },
    inputs: {
      ...person,
      hba1cPct: ask.optional(ask.hba1cPct()),
      uacrMgG: ask.optional(ask.uacrMgG()),
    },
    compute({ hba1cPct, uacrMgG, ...given }) {
      const [withHba1c, withUacr] = [usable(hba1cPct, 4.5, 15), usable(uacrMgG, 0.1, 25_000)];
      const model = withHba1c ? (withUacr ? "full" : "hba1c") : withUacr ? "uacr" : "base";
      const risks = preventRisks(model, horizon, given, {
        hba1cPct: withHba1c ? hba1cPct : null,
        uacrMgG: withUacr ? uacrMgG : null,
        sdiDecile: null,
      });
      const result = said(risks, [
        modelNames[model],
        hba1cPct !== undefined &&
          !withHba1c && {
            en: "HbA1c lies outside 4.5–15 % and is not used.",
            zh: "糖化血红蛋白超出 4.5–15 %，未采用。",
          },
        uacrMgG !== undefined &&
          !withUacr && {
            en: "Urine albumin/creatinine lies outside 0.1–25,000 mg/g and is not used.",
            zh: "尿白蛋白/肌酐超出 0.1–25000 mg/g，未采用。",
          },
        horizon === 30 && given.age > 59 && beyond59,
      ]);
      return { ...result, outputs: { ...risks, model } };
    },
  });

/** PREVENT over an exam, 10 years ahead: the model the exam has values for, which the note names. */
export const prevent10 = overAnExam(10);
/** The same, 30 years ahead. */
export const prevent30 = overAnExam(30);
