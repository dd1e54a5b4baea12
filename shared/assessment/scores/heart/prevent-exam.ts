import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { PreventModel } from "./prevent-coefficients.ts";
import { preventRisks } from "./prevent-risks.ts";
import { beyond59, common, person, said } from "./prevent-shared.ts";

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
