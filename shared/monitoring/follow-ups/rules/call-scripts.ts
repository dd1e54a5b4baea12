import type { Bilingual } from "../../../kernel/text.ts";

/** What to say and ask when telling somebody, in order. `{value}` is the value in words. */
export interface CallScript {
  readonly steps: readonly Bilingual[];
  readonly source: Bilingual;
  readonly status: "published" | "needs sign-off";
}

const who: Bilingual = {
  en: "Say who is calling. Before anything else, have the name and the birth date said to you.",
  zh: "说明来电身份。先请对方报出姓名和出生日期，核对无误后再说其他内容。",
};

/** Hospital practice of telling critical values with read-back, written for a checkup centre; to be signed off. */
export const callScripts: Readonly<Record<"critical" | "safety" | "recheck", CallScript>> = {
  critical: {
    steps: [
      who,
      {
        en: "Say: “Your {value}. This needs a doctor today; please do not wait for the report.”",
        zh: "告知：“您的{value}，需要今天就由医生处理，请不要等体检报告。”",
      },
      {
        en: "Ask how they feel now: chest pain, breathlessness, faintness, weakness, confusion, bleeding? With any of these: call 120, do not drive.",
        zh: "询问现在的感觉：有无胸痛、气短、头晕欲倒、乏力、意识不清、出血？有其中任何一项：请立即拨打120，不要自行开车。",
      },
      {
        en: "Without them: go to the nearest emergency department now, not alone, and show them this value. Ask who goes along.",
        zh: "无上述症状：现在前往最近的急诊，不要独自前往，并向医生出示该数值。询问由谁陪同。",
      },
      {
        en: "Have it said back: the value, and what they will do now. Say that we call again tomorrow.",
        zh: "请对方复述：数值是多少、接下来怎么做。告知我们明天会再次来电。",
      },
    ],
    source: {
      en: "hospital practice for critical values; 重要异常结果管理专家共识 2019",
      zh: "医院危急值报告惯例；重要异常结果管理专家共识 2019",
    },
    status: "needs sign-off",
  },
  recheck: {
    steps: [
      who,
      {
        en: "Ask whether they can speak freely. Say nothing of a result to anybody else, nor to a machine.",
        zh: "询问此刻是否方便通话。不向他人或语音信箱透露任何检查内容。",
      },
      {
        en: "Say: “At your last checkup we agreed to look at something again. I would like to find a time with you.”",
        zh: "告知：“上次体检后，有一项需要复查，我想和您约一个方便的时间。”",
      },
      {
        en: "Ask whether it was looked at somewhere else meanwhile: when, where, and whether they can send the document.",
        zh: "询问是否已在其他医院复查：时间、地点，能否发送报告。",
      },
      {
        en: "Offer two times. If they do not want it, ask why, and say that they may change their mind at any time.",
        zh: "给出两个可选时间。如不愿复查，请询问原因，并告知随时可以改变决定。",
      },
    ],
    source: { en: "practice of health managers; wording ours", zh: "健康管理随访惯例，措辞为本中心所拟" },
    status: "needs sign-off",
  },
  safety: {
    steps: [
      {
        en: "Speak with the client alone, in person where possible. Have the name and the birth date said to you, and ask whether they can speak freely.",
        zh: "单独与本人沟通，尽量当面。先核对姓名和出生日期，并询问此刻是否方便说话。",
      },
      {
        en: "Say: “In the questionnaire you marked thoughts of being better off dead or of hurting yourself. Thank you for saying so. I would like to ask about it.”",
        zh: "告知：“您在问卷中提到有过不如死掉或伤害自己的想法。谢谢您愿意说出来，我想多了解一些。”",
      },
      {
        en: "Ask plainly: thoughts now? A plan? The means at hand? An attempt before? Who is with you?",
        zh: "直接询问：现在还有这样的想法吗？有没有计划？手边有没有可用的工具？以前有过类似行为吗？现在谁在身边？",
      },
      {
        en: "With a plan or the means: nobody leaves them alone, emergency department or psychiatry now, 120 if needed.",
        zh: "有计划或工具：不可让其独处，立即送急诊或精神科，必要时拨打120。",
      },
      {
        en: "Otherwise agree on the next appointment, whom they will call in a crisis, and that we call again tomorrow. Have it said back.",
        zh: "否则商定下次就诊时间、遇到危机时联系谁，并告知我们明天会再次来电。请对方复述。",
      },
    ],
    source: { en: "safety practice for question 9 of the PHQ-9", zh: "PHQ-9 第 9 题的安全处置惯例" },
    status: "needs sign-off",
  },
};
