import { alike, type Questionnaire, total } from "./questionnaire.ts";

/** English words: the first three questions of the AUDIT. The Chinese is the project's own translation of them. */
export const auditC: Questionnaire = {
  code: "AUDITC",
  name: { en: "AUDIT-C", zh: "AUDIT-C" },
  about: { en: "Alcohol, in three questions", zh: "饮酒（三题）" },
  recall: { en: "the last year", zh: "过去一年" },
  minutes: 1,
  score: "AUDIT-C",
  answersItem: "AUDITCA",
  questions: alike(3, [0, 1, 2, 3, 4]),
  sums: (answers) => ({ AUDITC: total(answers) }),
  madeFor: { ageFrom: 18 },
  source: "Bush, Arch Intern Med 1998;158:1789",
  licence: {
    en: "Public domain, as described by SAMHSA. The Chinese is this project's own translation; it waits for the committee.",
    zh: "据 SAMHSA 说明属公有领域。中文为本项目自行翻译，待医疗委员会确认。",
  },
  wording: {
    intro: {
      zh: "以下问题关于过去一年的饮酒情况。一“杯”指一个标准杯（约10克酒精）：约250毫升啤酒、100毫升葡萄酒，或25毫升50度白酒。",
      en: "These questions are about the past year. One drink holds about 10 g of alcohol: about 250 mL of beer, 100 mL of wine, or 25 mL of spirits of 50 %.",
    },
    questions: [
      {
        text: { zh: "您多久喝一次含酒精的饮料？", en: "How often do you have a drink containing alcohol?" },
        answers: [
          { zh: "从不", en: "Never" },
          { zh: "每月一次或更少", en: "Monthly or less" },
          { zh: "每月2至4次", en: "2 to 4 times a month" },
          { zh: "每周2至3次", en: "2 to 3 times a week" },
          { zh: "每周4次或更多", en: "4 or more times a week" },
        ],
      },
      {
        text: {
          zh: "在饮酒的日子里，您通常喝几杯？",
          en: "How many drinks containing alcohol do you have on a typical day when you are drinking?",
        },
        answers: [
          { zh: "1至2杯，或不饮酒", en: "1 or 2, or I do not drink" },
          { zh: "3至4杯", en: "3 or 4" },
          { zh: "5至6杯", en: "5 or 6" },
          { zh: "7至9杯", en: "7 to 9" },
          { zh: "10杯或更多", en: "10 or more" },
        ],
      },
      {
        text: {
          zh: "您多久有一次，一次喝6杯或更多？",
          en: "How often do you have six or more drinks on one occasion?",
        },
        answers: [
          { zh: "从不", en: "Never" },
          { zh: "少于每月一次", en: "Less than monthly" },
          { zh: "每月一次", en: "Monthly" },
          { zh: "每周一次", en: "Weekly" },
          { zh: "每天或几乎每天", en: "Daily or almost daily" },
        ],
      },
    ],
  },
};
