import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { rounded } from "../rounding.ts";

/**
 * Insulin resistance = fasting glucose (mg/dL) × insulin (µIU/mL) ÷ 405, and the function of the beta cells
 * (%) = 360 × insulin ÷ (glucose − 63), which has no answer up to 63 mg/dL. No cut-off holds everywhere; in
 * China 2.5–2.7 is common. Its validation tables give the beta cells with two decimals. It cannot know of
 * treatment with insulin, under which it means nothing.
 */
export const homaIr = formula({
  id: "HOMA-IR",
  published: "HOMA-IR",
  name: { en: "Insulin resistance (HOMA-IR)", zh: "胰岛素抵抗指数（HOMA-IR）" },
  unit: "",
  decimals: 2,
  source: "Matthews, Diabetologia 1985;28:412",
  status: "published",
  writtenAs: "fasting glucose (mg/dL) × insulin (µIU/mL) ÷ 405",
  onlyWith: ["INSULIN"],
  inputs: {
    glucoseMgdl: ask.glucoseMgdl(),
    insulinUiuMl: ask.insulinUiuMl(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ glucoseMgdl, insulinUiuMl }) {
    const ir = (glucoseMgdl * insulinUiuMl) / 405;
    const beta = glucoseMgdl > 63 ? (360 * insulinUiuMl) / (glucoseMgdl - 63) : undefined;
    return {
      value: ir,
      ...(beta !== undefined && {
        parts: [
          {
            id: "HOMA-BETA",
            name: { en: "Beta-cell function (HOMA-β)", zh: "胰岛β细胞功能（HOMA-β）" },
            value: beta,
            unit: "%",
            decimals: 0,
          },
        ],
      }),
      note: {
        en: "No cut-off holds everywhere; in China 2.5 to 2.7 is common.",
        zh: "尚无统一界值，国内常用 2.5～2.7。",
      },
      outputs: { homaIr: ir, homaBeta: beta === undefined ? null : rounded(beta, 2) },
    };
  },
});
