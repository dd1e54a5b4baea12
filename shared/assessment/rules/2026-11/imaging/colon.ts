import type { Bilingual } from "../../../../kernel/text.ts";
import type { Rule } from "../../../rule-set.ts";
import { likelyMalignant, says, told, watched } from "./words.ts";

const scope = {
  concern: "colon",
  site: "colon",
  ladder: "colonoscopy",
  evidence: ["COLONFIND"],
  sentence: told("COLONFIND"),
  source: "USMSTF 2020",
  status: "needs sign-off",
  topics: ["colon"],
} as const;

const polyps: Bilingual = { en: "Polyps of the bowel", zh: "结直肠息肉" };
const next = (en: string, zh: string): Bilingual => ({
  en: `Taking polyps out prevents bowel cancer. Next colonoscopy: ${en}.`,
  zh: `切除息肉可预防结直肠癌。下次结肠镜：${zh}。`,
});

const found = (
  id: string,
  words: readonly string[],
  followUp: string,
  severity: 1 | 2,
  when: readonly [en: string, zh: string],
): Rule => ({
  ...scope,
  ...watched,
  severity,
  id: `colonoscopy-${id}`,
  when: says("COLONFIND", ...words),
  name: polyps,
  meaning: next(...when),
  followUp,
});

/** The word names what decides: of everything found, what asks for the soonest colonoscopy. */
export const colon = [
  {
    ...scope,
    ...likelyMalignant,
    id: "colonoscopy-cancer-suspected",
    when: says("COLONFIND", "cancer-suspected"),
    name: { en: "Suspicious finding at colonoscopy", zh: "结肠镜可疑病变" },
    meaning: {
      en: "The sample tells what it is. A specialist sees you within days.",
      zh: "需等待病理明确性质。请尽快到专科就诊。",
    },
    followUp: "class-b",
  },
  found("piecemeal", ["piecemeal-20"], "colon-6", 2, ["in half a year", "半年后"]),
  found("adenoma-over-10", ["adenoma-over-10"], "colon-5", 2, ["in a year", "一年后"]),
  found("advanced", ["adenoma-advanced", "serrated-advanced"], "colon-4", 2, ["in three years", "三年后"]),
  found("several", ["adenoma-3-4", "serrated-3-4"], "colon-3", 2, ["in three to five years", "三至五年后"]),
  found("serrated", ["serrated-1-2"], "colon-serrated", 1, ["in five to ten years", "五至十年后"]),
  found("few", ["adenoma-1-2"], "colon-2", 1, ["in seven to ten years", "七至十年后"]),
  {
    ...scope,
    class: "normal",
    severity: 1,
    needsConfirmation: false,
    id: "colonoscopy-normal",
    when: says("COLONFIND", "normal"),
    name: { en: "Colonoscopy normal", zh: "结肠镜未见异常" },
    meaning: { en: "Nothing to do. Next colonoscopy in ten years.", zh: "无需处理，十年后复查结肠镜。" },
    followUp: "colon-1",
    status: "published",
  },
] as const satisfies readonly Rule[];
