import { ageOn } from "../../kernel/time.ts";
import { compare, type Facts, type Op, type Truth, written } from "../facts.ts";
import { refuse, type ScoreRule } from "./score.ts";

const any = (...truths: Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;

/** The five signs of CDS 2020, each true, false or unknown. */
function signs(facts: Facts): readonly (readonly [items: readonly string[], Truth])[] {
  const is = (code: string, op: Op, limit: number): Truth => compare(facts.results[code], op, limit);
  const fasted = (truth: Truth): Truth => (facts.fasting === false ? undefined : truth);
  const diabetic = facts.diagnoses.includes("diabetes") || facts.drugs.includes("glucose-lowering");
  const treated = facts.diagnoses.includes("hypertension") || facts.drugs.includes("antihypertensive");
  const load = facts.results["OGTT2H"] ? is("OGTT2H", ">=", 7.8) : false;
  return [
    [["WAIST"], is("WAIST", ">=", facts.sex === "male" ? 90 : 85)],
    [["FPG"], any(diabetic, fasted(is("FPG", ">=", 6.1)), load)],
    [["SBP", "DBP"], any(treated, is("SBP", ">=", 130), is("DBP", ">=", 85))],
    [["TG"], fasted(is("TG", ">=", 1.7))],
    [["HDLC"], is("HDLC", "<", 1.04)],
  ];
}

/**
 * How many of the five signs of the metabolic syndrome are present (CDS 2020); three make it. Waist in cm,
 * pressures in mmHg, the rest in mmol/L. With something unmeasured the count is given only if three are
 * sure already. Not in pregnancy, not under 18.
 */
export const metabolicSyndrome: ScoreRule = {
  id: "METS-CDS-2020",
  name: { en: "Signs of the metabolic syndrome", zh: "代谢综合征组分数" },
  unit: "",
  decimals: 0,
  source: "CDS 2020",
  compute(facts) {
    const list = signs(facts);
    const used = ["WAIST", "FPG", "OGTT2H", "SBP", "DBP", "TG", "HDLC"];
    const inputs = Object.fromEntries(
      used.flatMap((code) => {
        const reading = facts.results[code];
        return reading ? [[code, written(reading)]] : [];
      }),
    );
    const gates = [ageOn(facts.birthDate, facts.date) < 18 && "age", facts.pregnant && "pregnancy"].filter(
      (gate) => typeof gate === "string",
    );
    const open = list.flatMap(([items, truth]) => (truth === undefined ? items : []));
    const met = list.filter(([, truth]) => truth === true).length;
    if (gates.length || (open.length && met < 3)) {
      const missing = open.filter((code) => !facts.results[code]);
      const inexact = open.filter((code) => facts.results[code]);
      return refuse(inputs, missing, [...inexact, ...gates]);
    }
    return {
      value: met,
      band:
        met >= 3
          ? { id: "syndrome", label: { en: "metabolic syndrome", zh: "代谢综合征" } }
          : { id: "none", label: { en: "fewer than three", zh: "不足三项" } },
      inputs: { ...inputs, sex: facts.sex },
      ...(open.length && {
        note: { en: `At least; not examined: ${open.join(", ")}.`, zh: `至少；未查：${open.join("、")}。` },
      }),
    };
  },
};
