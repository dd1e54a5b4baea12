import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";

/** FIB-4 = age (years) × AST (U/L) ÷ (PLT (10⁹/L) × √ALT (U/L)). Sterling 2006. */
export const fib4Of = (who: { age: number; ast: number; alt: number; platelets: number }): number =>
  (who.age * who.ast) / (who.platelets * Math.sqrt(who.alt));

const labels: Readonly<Record<"low" | "indeterminate" | "high", Bilingual>> = {
  low: { en: "low", zh: "低" },
  indeterminate: { en: "in between", zh: "不确定" },
  high: { en: "high", zh: "高" },
};

/**
 * Cut-offs 1.30 (2.00 from 65 years) and 2.67; with viral hepatitis 1.45 and 3.25. The lower one begins
 * "in between", the upper one still belongs to it. Under 35 years the value is given and said to be unreliable.
 */
export const fib4 = formula({
  id: "FIB4",
  published: "FIB-4",
  name: { en: "Liver scarring index (FIB-4)", zh: "肝纤维化指数（FIB-4）" },
  unit: "",
  decimals: 2,
  source: "Sterling, Hepatology 2006; Shah, Clin Gastroenterol Hepatol 2009; MASLD guidelines",
  status: "published",
  writtenAs: "age × AST ÷ (platelets × √ALT)",
  inputs: {
    age: ask.age(),
    ast: ask.ast(),
    alt: ask.alt(),
    platelets: ask.platelets(),
    viralHepatitis: ask.optional({
      kind: "flag",
      label: { en: "viral hepatitis", zh: "病毒性肝炎" },
      read: ({ facts }: Known) => facts.diagnoses.includes("viral-hepatitis"),
    } as const),
    pregnant: ask.notPregnant,
  },
  compute({ age, ast, alt, platelets, viralHepatitis }) {
    const value = fib4Of({ age, ast, alt, platelets });
    const [low, high] = viralHepatitis ? [1.45, 3.25] : [age >= 65 ? 2 : 1.3, 2.67];
    const id = value < low ? "low" : value <= high ? "indeterminate" : "high";
    return {
      value,
      band: { id, label: labels[id] },
      ...(age < 35 && {
        note: { en: "Not reliable under 35 years of age.", zh: "35 岁以下结果不可靠。" },
      }),
      outputs: { fib4: value, category: id },
    };
  },
});
