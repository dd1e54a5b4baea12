import { howOften, phqIntro } from "./phq-9.ts";
import { alike, type Questionnaire, sharing, total } from "./questionnaire.ts";

/** Words: Spitzer, Williams, Kroenke and colleagues; the Chinese is the wording in common use in mainland China. */
export const gad7: Questionnaire = {
  code: "GAD7",
  name: { en: "GAD-7", zh: "GAD-7" },
  about: { en: "Worry and tension", zh: "担忧与紧张" },
  recall: { en: "the last two weeks", zh: "过去两周" },
  minutes: 2,
  score: "GAD-7",
  answersItem: "GAD7A",
  questions: alike(7, [0, 1, 2, 3]),
  sums: (answers) => ({ GAD7: total(answers) }),
  madeFor: { ageFrom: 18 },
  source: "Spitzer, Arch Intern Med 2006;166:1092",
  licence: {
    en: "Released by Pfizer in 2010 with the PHQ-9: no permission needed. The Chinese wording waits for the committee's comparison with phqscreeners.com.",
    zh: "与 PHQ-9 同于 2010 年由辉瑞公开，无需许可。中文文本待医疗委员会与 phqscreeners.com 版本核对。",
  },
  feelings: true,
  wording: {
    intro: phqIntro,
    questions: sharing(howOften, [
      ["感觉紧张、焦虑或急切", "Feeling nervous, anxious, or on edge"],
      ["不能够停止或控制担忧", "Not being able to stop or control worrying"],
      ["对各种各样的事情担忧过多", "Worrying too much about different things"],
      ["很难放松下来", "Trouble relaxing"],
      ["由于不安而无法静坐", "Being so restless that it is hard to sit still"],
      ["变得容易烦恼或急躁", "Becoming easily annoyed or irritable"],
      ["感到似乎将有可怕的事情发生而害怕", "Feeling afraid, as if something awful might happen"],
    ]),
  },
};
