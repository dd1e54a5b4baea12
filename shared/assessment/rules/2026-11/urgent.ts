import type { Bilingual } from "../../../kernel/text.ts";
import type { Rule } from "../../rule-set.ts";

const secondHand = "重要异常结果管理专家共识 2019 (seen second-hand)";
const urgent = {
  class: "suspected",
  severity: 4,
  sentence: { en: "{which}.", zh: "{which}。" },
  meaning: {
    en: "A physician needs to look at this today. The centre will speak to you; if you feel unwell, get emergency help at once.",
    zh: "需要医生今天处理，中心会与您联系；如感不适请立即就医。",
  },
  needsConfirmation: true,
  followUp: "class-a",
  status: "needs sign-off",
} as const satisfies Partial<Rule>;

const outOf = (
  id: string,
  item: string,
  name: Bilingual,
  low: number,
  high: number,
  source: string,
): Rule => ({
  ...urgent,
  id,
  concern: "electrolytes",
  site: item,
  when: {
    any: [
      { item, op: "<=", limit: low },
      { item, op: ">=", limit: high },
    ],
  },
  name,
  source,
  evidence: [item],
  topics: ["electrolytes"],
});

/** Critical values no other rule speaks of; the clock of the critical value runs apart from the report. */
export const urgentValues = [
  outOf("potassium-critical", "K", { en: "Potassium critical", zh: "血钾危急值" }, 2.5, 6.5, secondHand),
  outOf("sodium-critical", "NA", { en: "Sodium critical", zh: "血钠危急值" }, 120, 160, secondHand),
  outOf(
    "calcium-critical",
    "CA",
    { en: "Calcium critical", zh: "血钙危急值" },
    1.5,
    3.25,
    "hospital critical list",
  ),
  {
    ...urgent,
    id: "heart-rate-critical",
    concern: "heart",
    site: "HR",
    when: {
      any: [
        { item: "HR", op: ">=", limit: 150 },
        { item: "HR", op: "<=", limit: 45 },
      ],
    },
    name: { en: "Heart rate critical", zh: "心率危急值" },
    source: "重要异常结果管理专家共识 2019",
    status: "published",
    evidence: ["HR"],
    topics: ["heart"],
  },
  {
    ...urgent,
    id: "troponin-critical",
    concern: "heart",
    site: "HSTNI",
    when: { item: "HSTNI", op: ">=", limit: 500 },
    name: { en: "Heart-muscle marker critical", zh: "肌钙蛋白危急值" },
    source: secondHand,
    evidence: ["HSTNI"],
    topics: ["heart"],
  },
] as const satisfies readonly Rule[];
