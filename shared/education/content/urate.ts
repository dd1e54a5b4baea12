import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const urate: Piece[] = [
  {
    id: "urate-know",
    topic: "urate",
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "Uric acid: what it is and what moves it", zh: "认识尿酸：它是什么，受什么影响" },
    minutes: 4,
    body: {
      en: [
        "Uric acid is left over when the body breaks down purines, which come from your own cells and from food. Most of it leaves with the urine.",
        "It counts as high when it is above 420 µmol/L, fasting, on two different days. One high value is a reason to test again.",
        "High uric acid often gives no trouble at all. In some people it forms crystals in a joint: a sudden, very painful, red and swollen joint, often the big toe. That is gout.",
        "What raises it: beer and other alcohol, organ meat such as liver and kidney, sweet drinks and fresh-pressed juice, and being overweight. Tofu and other soya foods are fine in normal amounts.",
        "What helps: if your heart and kidneys are well, drink 2,000 to 3,000 ml a day, mostly water. Eat plenty of vegetables, and take milk if you tolerate it.",
        "Whether a medicine is needed depends on the value, on gout, and on kidneys and heart. That is a decision for you and your doctor.",
      ],
      zh: [
        "尿酸是身体分解嘌呤后剩下的东西。嘌呤来自自身的细胞，也来自食物。大部分尿酸随尿排出。",
        "不同的两天、空腹查，都高于420微摩尔/升，才算高尿酸。一次偏高，说明需要再查。",
        "尿酸高常常没有任何不舒服。有些人会在关节里形成结晶：关节突然红、肿、剧痛，常在大脚趾，这就是痛风。",
        "会让它升高的有：啤酒和其他酒、肝和腰子等动物内脏、含糖饮料和鲜榨果汁，还有体重超标。豆腐等豆制品正常吃没关系。",
        "有帮助的有：心脏和肾脏正常的人，每天喝水2000到3000毫升，以白水为主；多吃蔬菜；能喝奶的话喝些奶。",
        "要不要吃药，取决于数值高低、有没有痛风，以及肾脏和心脏的情况，由您和医生一起决定。",
      ],
    },
    source: sources.urateDiet2024,
    status: "needs sign-off",
    quiz: [
      {
        id: "urate-know-1",
        question: { en: "When does uric acid count as high?", zh: "怎样才算高尿酸？" },
        options: [
          { en: "After one value above 420", zh: "一次高于420" },
          { en: "Above 420 on two different days", zh: "不同的两天都高于420" },
          { en: "Whenever a toe hurts", zh: "脚趾一疼就是" },
        ],
        answer: 1,
        because: {
          en: "A single value can be high after a rich meal or too little water. Two days tell more.",
          zh: "一顿大餐或喝水太少，都可能让一次结果偏高，两天的结果更可靠。",
        },
      },
      {
        id: "urate-know-2",
        question: { en: "Which of these raises uric acid?", zh: "下面哪一样会让尿酸升高？" },
        options: [
          { en: "Plain water", zh: "白开水" },
          { en: "Green vegetables", zh: "青菜" },
          { en: "Beer and sweet drinks", zh: "啤酒和含糖饮料" },
        ],
        answer: 2,
        because: {
          en: "Alcohol slows its way out, and fruit sugar makes the body produce more.",
          zh: "酒精妨碍尿酸排出，果糖让身体产生更多尿酸。",
        },
      },
      {
        id: "urate-know-3",
        question: { en: "Who decides whether a medicine is needed?", zh: "要不要吃药，谁来决定？" },
        options: [
          { en: "You and your doctor, from the whole picture", zh: "您和医生，看整体情况" },
          { en: "The laboratory", zh: "化验室" },
          { en: "A friend who has gout", zh: "有痛风的朋友" },
        ],
        answer: 0,
        because: {
          en: "The same value can need a medicine in one person and none in another.",
          zh: "同样的数值，有的人需要吃药，有的人不需要。",
        },
      },
    ],
  },
];
