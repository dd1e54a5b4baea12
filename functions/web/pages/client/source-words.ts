import type { Bilingual } from "../../../../shared/kernel/text.ts";
import type { Text } from "../../text/index.ts";

/** Sources that are no citation but a practice or a place, in words. */
const inWords: Readonly<Record<string, Bilingual>> = {
  "PHQ-9 safety practice": {
    en: "safety practice for question 9 of the PHQ-9",
    zh: "PHQ-9 第 9 题的安全处置惯例",
  },
  questionnaire: { en: "questionnaire", zh: "问卷作答" },
  desk: { en: "entered here", zh: "本中心录入" },
  history: { en: "earlier results", zh: "既往结果" },
  "results file": { en: "results file", zh: "结果文件" },
};

/** A source as a page says it; a citation as it is written. */
export const sourceText = (t: Text, source: string): string => {
  const words = inWords[source];
  return words ? t.pick(words) : source;
};
