import type { Bilingual } from "../../kernel/text.ts";
import { type Question, type Questionnaire, total, type Wording } from "./questionnaire.ts";

const yes: Bilingual = { zh: "是", en: "Yes" };
const no: Bilingual = { zh: "否", en: "No" };

/** Each question with the answer that points to low mood. */
const items: readonly (readonly [low: "yes" | "no", zh: string, en: string])[] = [
  ["no", "您对自己的生活基本满意吗？", "Are you basically satisfied with your life?"],
  ["yes", "您是否放弃了许多活动和兴趣爱好？", "Have you dropped many of your activities and interests?"],
  ["yes", "您是否觉得生活空虚？", "Do you feel that your life is empty?"],
  ["yes", "您是否常常感到无聊？", "Do you often get bored?"],
  ["no", "您大部分时间精神都好吗？", "Are you in good spirits most of the time?"],
  [
    "yes",
    "您是否担心会有不好的事情发生在自己身上？",
    "Are you afraid that something bad is going to happen to you?",
  ],
  ["no", "您大部分时间感到快乐吗？", "Do you feel happy most of the time?"],
  ["yes", "您是否常常感到无助？", "Do you often feel helpless?"],
  [
    "yes",
    "您是否宁愿待在家里，也不愿出门做些新鲜的事？",
    "Do you prefer to stay at home, rather than going out and doing new things?",
  ],
  ["yes", "您是否觉得自己的记忆力比多数人差？", "Do you feel you have more problems with memory than most?"],
  ["no", "您觉得现在活着是一件很好的事吗？", "Do you think it is wonderful to be alive now?"],
  ["yes", "您是否觉得自己现在这样很没有价值？", "Do you feel pretty worthless the way you are now?"],
  ["no", "您觉得精力充沛吗？", "Do you feel full of energy?"],
  ["yes", "您是否觉得自己的处境没有希望？", "Do you feel that your situation is hopeless?"],
  ["yes", "您是否觉得多数人过得比您好？", "Do you think that most people are better off than you are?"],
];

const questions: readonly Question[] = items.map(([low]) => ({ points: low === "yes" ? [1, 0] : [0, 1] }));
const words: Wording["questions"] = items.map(([, zh, en]) => ({ text: { zh, en }, answers: [yes, no] }));

/** English words: Yesavage and colleagues. The Chinese is the project's own translation of them. */
export const gds15: Questionnaire = {
  code: "GDS15",
  name: { en: "GDS-15", zh: "GDS-15" },
  about: { en: "Mood in older age", zh: "老年情绪" },
  recall: { en: "the last week", zh: "过去一周" },
  minutes: 5,
  score: "GDS-15",
  answersItem: "GDS15A",
  questions,
  sums: (answers) => ({ GDS15: total(answers) }),
  madeFor: { ageFrom: 60 },
  source: "Sheikh & Yesavage, Clin Gerontol 1986;5:165",
  licence: {
    en: "Public domain (paid for by the United States government). The Chinese is this project's own translation, not a validated one; it waits for the committee.",
    zh: "公有领域（由美国政府资助编制）。中文为本项目自行翻译，未经信效度检验，待医疗委员会确认。",
  },
  feelings: true,
  wording: {
    intro: {
      zh: "请选择最符合您过去一周感受的答案。",
      en: "Choose the best answer for how you have felt over the past week.",
    },
    questions: words,
  },
};
