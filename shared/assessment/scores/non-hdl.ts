import { need, type ScoreRule, tidy } from "./score.ts";

/** Non-HDL cholesterol = total − HDL, mmol/L; all the cholesterol that can harm a vessel wall. */
export const nonHdl: ScoreRule = {
  id: "NONHDL",
  name: { en: "Non-HDL cholesterol", zh: "非高密度脂蛋白胆固醇" },
  unit: "mmol/L",
  decimals: 2,
  source: "China lipid guideline 2023",
  compute(facts) {
    const given = need(facts, ["TC", "HDLC"]);
    return given.ok
      ? { value: tidy(given.values.TC - given.values.HDLC), inputs: given.inputs }
      : given.refusal;
  },
};
