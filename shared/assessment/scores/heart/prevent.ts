import type { Bilingual } from "../../../kernel/text.ts";
import { type Computed, formula, type Refused } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type PreventModel, preventModels } from "./prevent-coefficients.ts";
import { preventRisks } from "./prevent-risks.ts";
import { beyond59, common, person, said } from "./prevent-shared.ts";

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
