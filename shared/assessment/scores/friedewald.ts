import { exact } from "../facts.ts";
import { need, type ScoreRule } from "./score.ts";

const cholesterol = 0.02586;
const triglyceride = 0.01129;

/** LDL cholesterol by Friedewald = TC − HDL − TG ÷ 5, all in mg/dL; undefined from TG 400 mg/dL, where it fails. */
export const friedewaldMgdl = (lipids: { tc: number; hdl: number; tg: number }): number | undefined =>
  lipids.tg >= 400 ? undefined : lipids.tc - lipids.hdl - lipids.tg / 5;

/** For comparison with the measured LDL-C; needs fasting, and triglycerides under 4.5 mmol/L. */
export const friedewald: ScoreRule = {
  id: "LDL-FRIEDEWALD",
  name: { en: "LDL cholesterol, calculated", zh: "低密度脂蛋白胆固醇（计算值）" },
  unit: "mmol/L",
  decimals: 2,
  source: "Friedewald, Clin Chem 1972",
  compute(facts) {
    const tg = exact(facts.results["TG"]);
    const high = tg !== undefined && tg / triglyceride >= 400;
    const given = need(facts, ["TC", "HDLC", "TG"], [high && "TG", facts.fasting === false && "fasting"]);
    if (!given.ok) return given.refusal;
    const { TC, HDLC, TG } = given.values;
    const ldl = friedewaldMgdl({
      tc: TC / cholesterol,
      hdl: HDLC / cholesterol,
      tg: TG / triglyceride,
    }) as number;
    return { value: ldl * cholesterol, inputs: given.inputs };
  },
};
