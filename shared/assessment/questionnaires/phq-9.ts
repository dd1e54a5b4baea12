import { alike, type Questionnaire, sharing, total } from "./questionnaire.ts";

const lastTwoWeeks = { en: "the last two weeks", zh: "过去两周" };

/** How often in two weeks: the four answers of the PHQ family. */
export const howOften = [
  { zh: "完全不会", en: "Not at all" },
  { zh: "好几天", en: "Several days" },
  { zh: "一半以上的天数", en: "More than half the days" },
  { zh: "几乎每天", en: "Nearly every day" },
] as const;

export const phqIntro = {
  zh: "在过去的两周里，您有多少时候受到以下问题的困扰？",
  en: "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
} as const;

/** Words: Spitzer, Williams, Kroenke and colleagues; the Chinese is the wording in common use in mainland China. */
export const phq9: Questionnaire = {
  code: "PHQ9",
  name: { en: "PHQ-9", zh: "PHQ-9" },
  about: { en: "Mood", zh: "情绪" },
  recall: lastTwoWeeks,
  minutes: 3,
  score: "PHQ-9",
  answersItem: "PHQ9A",
  questions: alike(9, [0, 1, 2, 3]),
  sums: (answers) => ({ PHQ9: total(answers), PHQ9I9: answers[8] ?? 0 }),
  madeFor: { ageFrom: 18 },
  source: "Kroenke, J Gen Intern Med 2001;16:606",
  licence: {
    en: "Released by Pfizer in 2010: no permission needed to reproduce, translate, display or distribute. The Chinese wording waits for the committee's comparison with phqscreeners.com.",
    zh: "辉瑞 2010 年公开：复制、翻译、展示和分发均无需许可。中文文本待医疗委员会与 phqscreeners.com 版本核对。",
  },
  feelings: true,
  safety: 8,
  wording: {
    intro: phqIntro,
    questions: sharing(howOften, [
      ["做事时提不起劲或没有兴趣", "Little interest or pleasure in doing things"],
      ["感到心情低落、沮丧或绝望", "Feeling down, depressed, or hopeless"],
      ["入睡困难、睡不安稳或睡眠过多", "Trouble falling or staying asleep, or sleeping too much"],
      ["感觉疲倦或没有活力", "Feeling tired or having little energy"],
      ["食欲不振或吃太多", "Poor appetite or overeating"],
      [
        "觉得自己很糟，或觉得自己很失败，或让自己或家人失望",
        "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
      ],
      [
        "对事物专注有困难，例如阅读报纸或看电视时",
        "Trouble concentrating on things, such as reading the newspaper or watching television",
      ],
      [
        "动作或说话速度缓慢到别人已经察觉？或正好相反，烦躁或坐立不安、动来动去的情况更胜于平常",
        "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual",
      ],
      [
        "有不如死掉或用某种方式伤害自己的念头",
        "Thoughts that you would be better off dead or of hurting yourself in some way",
      ],
    ]),
  },
};
