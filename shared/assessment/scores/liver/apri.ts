import { rangeFor } from "../../../testing/index.ts";
import { formula, type NumberAsked } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { climbed } from "../ladder.ts";

const bands = [
  { id: "low", label: { en: "under 1.5", zh: "低于1.5" } },
  { id: "fibrosis", label: { en: "scarring likely (1.5 or more)", zh: "可能有显著纤维化（≥1.5）" } },
  { id: "cirrhosis", label: { en: "advanced scarring likely (2 or more)", zh: "可能有肝硬化（≥2）" } },
] as const;
const byWho = [
  { en: "not over 0.5", zh: "未超过0.5" },
  { en: "over 0.5: scarring", zh: "超过0.5，提示显著纤维化" },
  { en: "over 1: advanced scarring", zh: "超过1，提示肝硬化" },
] as const;

/**
 * AST to platelet ratio = AST ÷ its upper limit ÷ platelets (10⁹/L) × 100. From 1.5 significant scarring,
 * from 2 cirrhosis; the lower limits of WHO for hepatitis B (2024) are said beside it. The upper limit is the
 * reference range of the person. Over an exam only for people with viral hepatitis; adults, not in pregnancy.
 */
export const apri = formula({
  id: "APRI",
  name: { en: "AST to platelet ratio (APRI)", zh: "天冬氨酸转氨酶与血小板比值指数（APRI）" },
  unit: "",
  decimals: 2,
  source: "Wai, Hepatology 2003;38:518; WHO hepatitis B guidelines 2024",
  status: "needs sign-off",
  writtenAs: "(AST ÷ upper limit) ÷ platelets × 100",
  audience: "physician",
  onlyFor: ({ facts }) => facts.diagnoses.includes("viral-hepatitis"),
  inputs: {
    ast: ask.ast(),
    astUpperLimit: {
      kind: "number",
      label: { en: "upper limit of AST", zh: "AST 参考上限" },
      unit: "U/L",
      above: 0,
      read: ({ facts, age }: Known) => rangeFor("AST", { sex: facts.sex, age })?.high,
    } as const satisfies NumberAsked,
    platelets: ask.platelets(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ ast, astUpperLimit, platelets }) {
    const value = (ast / astUpperLimit / platelets) * 100;
    const who = byWho[value > 1 ? 2 : value > 0.5 ? 1 : 0];
    return {
      value,
      band: climbed(bands, [1.5, 2], value),
      note: { en: `WHO limits (hepatitis B): ${who.en}.`, zh: `WHO 界值（乙型肝炎）：${who.zh}。` },
      outputs: { apri: value },
    };
  },
});
