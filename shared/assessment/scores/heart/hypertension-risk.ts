import type { Bilingual } from "../../../kernel/text.ts";
import { type Band, type Computed, formula, type Refused } from "../formula.ts";
import { numberOf } from "../known.ts";
import { reached } from "../ladder.ts";
import { damageOf, establishedOf, factorsOf, hypertensionInputs } from "./hypertension-factors.ts";

const bands: readonly Band[] = [
  { id: "none", label: { en: "no added risk", zh: "无附加风险" } },
  { id: "low", label: { en: "low", zh: "低危" } },
  { id: "moderate", label: { en: "moderate", zh: "中危" } },
  { id: "moderate-high", label: { en: "moderate to high", zh: "中/高危" } },
  { id: "high", label: { en: "high", zh: "高危" } },
  { id: "high-very-high", label: { en: "high to very high", zh: "高/很高危" } },
  { id: "very-high", label: { en: "very high", zh: "很高危" } },
];

/** Down: what else there is; across: 130–139/85–89, grades 1, 2 and 3. */
const matrix: readonly (readonly number[])[] = [
  [0, 1, 2, 4],
  [1, 2, 3, 6],
  [3, 4, 4, 6],
  [5, 6, 6, 6],
];

const grade = (sbp: number, dbp: number): number =>
  Math.max(reached([130, 140, 160, 180], sbp), reached([85, 90, 100, 110], dbp));

const listed = (what: readonly Bilingual[], begin: Bilingual): Bilingual | undefined =>
  what.length
    ? {
        en: `${begin.en}: ${what.map(({ en }) => en).join(", ")}.`,
        zh: `${begin.zh}：${what.map(({ zh }) => zh).join("、")}。`,
      }
    : undefined;

/**
 * How high a raised pressure puts the risk, by the matrix of the Chinese guideline: the class of today's
 * pressure against the number of further risk factors, organ damage, kidney disease and diabetes. Only
 * from 130/85 mmHg. A factor nobody looked for is not counted and is named, so the risk is at least this.
 */
export const hypertensionRisk = formula({
  id: "HYPERTENSION-RISK",
  name: { en: "Risk with this blood pressure", zh: "高血压心血管风险分层" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "中国高血压防治指南（2018；2024 修订）",
  status: "needs sign-off",
  audience: "physician",
  writtenAs: "class of pressure × (risk factors | organ damage, CKD 3, diabetes | heart disease, CKD 4–5)",
  inputs: hypertensionInputs,
  onlyFor(known) {
    const [sbp, dbp] = [numberOf(known, "SBP"), numberOf(known, "DBP")];
    return typeof sbp !== "number" || typeof dbp !== "number" || grade(sbp, dbp) > 0;
  },
  compute(given): Computed | Refused {
    const across = grade(given.sbp, given.dbp) - 1;
    if (across < 0)
      return {
        refused: {
          en: "Not computed; the matrix begins at 130/85 mmHg.",
          zh: "未计算；该分层自 130/85 mmHg 起。",
        },
        outside: ["sbp", "dbp"],
      };
    const factors = factorsOf(given);
    const counted = factors.filter(([, present]) => present).map(([name]) => name);
    const open = factors.filter(([, present]) => present === undefined).map(([name]) => name);
    const damage = damageOf(given);
    const established = establishedOf(given);
    const down = established.length ? 3 : damage.length || counted.length >= 3 ? 2 : counted.length ? 1 : 0;
    const value = (matrix[down] as readonly number[])[across] as number;
    const band = bands[value] as Band;
    const notes = [
      listed([...established, ...damage, ...counted], { en: "Counted", zh: "已计入" }),
      value < 6
        ? listed(open, { en: "Not known, so the risk is at least this", zh: "下列因素未知，风险至少如此" })
        : undefined,
    ].filter((note) => note !== undefined);
    return {
      value,
      band,
      parts: [
        {
          id: "factors",
          name: { en: "further risk factors", zh: "其他危险因素" },
          value: counted.length,
          unit: "",
          decimals: 0,
        },
        {
          id: "organ-damage",
          name: { en: "organ damage, kidney disease, diabetes", zh: "靶器官损害、肾病、糖尿病" },
          value: damage.length,
          unit: "",
          decimals: 0,
        },
        {
          id: "established",
          name: { en: "established disease", zh: "已有临床疾病" },
          value: established.length,
          unit: "",
          decimals: 0,
        },
      ],
      ...(notes.length > 0 && {
        note: { en: notes.map(({ en }) => en).join(" "), zh: notes.map(({ zh }) => zh).join("") },
      }),
      outputs: { risk: band.id, factors: counted.length },
    };
  },
});
