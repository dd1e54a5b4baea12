import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const recheck: Piece[] = [
  {
    id: "recheck-why",
    topic: "recheck-why",
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health", "healthy"],
    title: { en: "Why a re-check on time", zh: "为什么要按时复查" },
    minutes: 3,
    body: {
      en: [
        "A checkup is one day in your life. A value from one day can be chance, or it can be the first sign of something. A second look tells the two apart.",
        "Most early changes cannot be felt. Feeling well is good, but it does not answer the question that the first result asked.",
        "Each re-check has its own time. Too early, and the value has had no time to change: HbA1c, for example, looks back over two to three months. Too late, and the best moment to act may have passed.",
        "Many re-checks end with good news. Then the question is closed, and you can put it out of your mind.",
        "If the date does not suit you, choose another one within the window. If you were tested somewhere else, show us the report and it counts. If you decide against it, tell us why, so that we can plan with you.",
      ],
      zh: [
        "体检只是生活里的一天。这一天的结果可能是偶然，也可能是某个变化的开头。再看一次，才能分清。",
        "多数早期变化感觉不到。感觉好是好事，但回答不了第一次结果提出的问题。",
        "每种复查都有合适的时间。太早，数值还来不及变化，比如糖化血红蛋白反映的是过去两三个月；太晚，可能错过最好的时机。",
        "很多复查的结果是好消息。问题就此了结，您可以放心。",
        "日期不方便，可以在规定的时间段里另选一天。在别处查过，把报告给我们看，同样算数。如果您决定不查，请告诉我们原因，我们好和您一起安排。",
      ],
    },
    source: sources.abnormal2019,
    further: [sources.diabetes2020],
    status: "needs sign-off",
    quiz: [
      {
        id: "recheck-why-1",
        question: { en: "You feel well. Is the re-check still useful?", zh: "感觉很好，复查还有用吗？" },
        options: [
          { en: "No, feeling well is enough", zh: "没用，感觉好就行" },
          { en: "Yes, early changes are often not felt", zh: "有用，早期变化常常感觉不到" },
          { en: "Only if a friend goes too", zh: "有朋友一起去才有用" },
        ],
        answer: 1,
        because: {
          en: "The re-check answers what the first result left open.",
          zh: "复查回答的是第一次结果留下的问题。",
        },
      },
      {
        id: "recheck-why-2",
        question: { en: "Why not repeat HbA1c after one week?", zh: "为什么糖化血红蛋白不隔一周就复查？" },
        options: [
          { en: "The laboratory is closed", zh: "化验室不开门" },
          { en: "It would be too expensive", zh: "太贵" },
          { en: "It looks back two to three months and changes slowly", zh: "它反映两三个月，变化很慢" },
        ],
        answer: 2,
        because: {
          en: "A re-check too early would show the old picture again.",
          zh: "太早复查，看到的还是原来的情况。",
        },
      },
      {
        id: "recheck-why-3",
        question: {
          en: "You had the test at another hospital. What do you do?",
          zh: "您在别的医院查过了，怎么办？",
        },
        options: [
          { en: "Show us the report: it counts", zh: "把报告给我们看，同样算数" },
          { en: "Do the same test again here", zh: "在这里再做一遍" },
          { en: "Say nothing", zh: "不用说" },
        ],
        answer: 0,
        because: {
          en: "What matters is that the question is answered, not where.",
          zh: "重要的是问题有了答案，不在于在哪里查。",
        },
      },
    ],
  },
];
