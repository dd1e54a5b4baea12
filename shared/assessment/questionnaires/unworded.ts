import { alike, type Question, type Questionnaire, total } from "./questionnaire.ts";

const lastYear = { en: "the last year", zh: "过去一年" };
const lastTwoWeeks = { en: "the last two weeks", zh: "过去两周" };
const yesNo = [1, 0];
const days: Question = { unit: { en: "days a week", zh: "天/周" }, most: 7 };
const minutesOf = (daysAt: number): Question => ({
  unit: { en: "minutes a day", zh: "分钟/天" },
  most: 960,
  noneWith: daysAt,
});

/**
 * Questionnaires whose words belong to somebody, or are not surely free: codes, points and scoring only.
 * The centre brings the words with its licence.
 */
export const unworded: readonly Questionnaire[] = [
  {
    code: "WHO5",
    name: { en: "WHO-5", zh: "WHO-5" },
    about: { en: "Well-being", zh: "幸福感" },
    recall: lastTwoWeeks,
    minutes: 1,
    score: "WHO-5",
    answersItem: "WHO5A",
    questions: alike(5, [5, 4, 3, 2, 1, 0]),
    sums: (answers) => ({ WHO5: total(answers) * 4 }),
    madeFor: { ageFrom: 18 },
    source: "Topp, Psychother Psychosom 2015;84:167",
    licence: {
      en: "World Health Organization, CC BY-NC-SA 3.0 IGO: not for commercial use. A centre that charges needs permission.",
      zh: "世界卫生组织，CC BY-NC-SA 3.0 IGO：禁止商业使用；收费机构须取得许可。",
    },
    feelings: true,
  },
  {
    code: "ISI",
    name: { en: "ISI", zh: "ISI" },
    about: { en: "Insomnia", zh: "失眠" },
    recall: lastTwoWeeks,
    minutes: 2,
    score: "ISI",
    answersItem: "ISIA",
    questions: alike(7, [0, 1, 2, 3, 4]),
    sums: (answers) => ({ ISI: total(answers) }),
    madeFor: { ageFrom: 18 },
    source: "Bastien, Sleep Med 2001;2:297",
    licence: {
      en: "© C. M. Morin, distributed by Mapi Research Trust: permission needed.",
      zh: "版权属 C. M. Morin，由 Mapi Research Trust 授权，须取得许可。",
    },
  },
  {
    code: "STOPBANG",
    name: { en: "STOP-Bang", zh: "STOP-Bang" },
    about: { en: "Pauses of breathing in sleep", zh: "睡眠呼吸暂停" },
    recall: { en: "at present", zh: "目前" },
    minutes: 1,
    score: "STOP-BANG",
    answersItem: "STOPBANGA",
    questions: alike(5, yesNo),
    sums: () => ({}),
    madeFor: { ageFrom: 18 },
    source: "Chung, Anesthesiology 2008;108:812",
    licence: {
      en: "Property of University Health Network, Toronto: permission needed. Five questions are asked; body mass index, age and sex are known.",
      zh: "属多伦多 University Health Network 所有，须取得许可。只问五题，体重指数、年龄和性别已知。",
    },
  },
  {
    code: "AUDIT",
    name: { en: "AUDIT", zh: "AUDIT" },
    about: { en: "Alcohol, in ten questions", zh: "饮酒（十题）" },
    recall: lastYear,
    minutes: 3,
    score: "AUDIT",
    answersItem: "AUDITA",
    questions: [...alike(8, [0, 1, 2, 3, 4]), ...alike(2, [0, 2, 4])],
    sums: (answers) => ({ AUDIT: total(answers), AUDITC: total(answers.slice(0, 3)) }),
    madeFor: { ageFrom: 18 },
    source: "Babor, AUDIT manual, 2nd ed., WHO 2001",
    licence: {
      en: "World Health Organization: free to reproduce, not for sale or commercial use. A centre that charges needs permission.",
      zh: "世界卫生组织：可复制，不得出售或用于商业目的；收费机构须取得许可。",
    },
  },
  {
    code: "FTND",
    name: { en: "Fagerström test", zh: "FTND 尼古丁依赖" },
    about: { en: "Nicotine dependence, for people who smoke", zh: "尼古丁依赖（吸烟者）" },
    recall: { en: "at present", zh: "目前" },
    minutes: 1,
    score: "FTND",
    answersItem: "FTNDA",
    questions: [
      { points: [3, 2, 1, 0] },
      { points: yesNo },
      { points: yesNo },
      { points: [0, 1, 2, 3] },
      { points: yesNo },
      { points: yesNo },
    ],
    sums: (answers) => ({ FTND: total(answers) }),
    madeFor: { ageFrom: 18, smokers: true },
    source: "Heatherton, Br J Addict 1991;86:1119",
    licence: {
      en: "Widely used without charge, but no written release was found; the centre settles it with the author.",
      zh: "广泛免费使用，但未见书面授权文件，由中心与作者确认。",
    },
  },
  {
    code: "IPAQ",
    name: { en: "IPAQ short form", zh: "IPAQ 短卷" },
    about: { en: "Movement in a week", zh: "一周身体活动" },
    recall: { en: "the last seven days", zh: "过去七天" },
    minutes: 3,
    score: "IPAQ-SF",
    answersItem: "IPAQA",
    questions: [days, minutesOf(0), days, minutesOf(2), days, minutesOf(4)],
    sums: () => ({}),
    madeFor: { ageFrom: 18, ageTo: 69 },
    source: "IPAQ Research Committee, scoring protocol, November 2005",
    licence: {
      en: "Openly available, by its site for personal and non-commercial use. A centre that charges asks first.",
      zh: "公开提供，其网站注明限个人及非商业使用；收费机构须先征得同意。",
    },
  },
  {
    code: "IPSS",
    name: { en: "IPSS", zh: "IPSS" },
    about: { en: "Passing water", zh: "排尿症状" },
    recall: { en: "the last month", zh: "过去一个月" },
    minutes: 2,
    score: "IPSS",
    answersItem: "IPSSA",
    questions: alike(7, [0, 1, 2, 3, 4, 5]),
    sums: (answers) => ({ IPSS: total(answers) }),
    madeFor: { ageFrom: 40, sex: "male" },
    source: "Barry, J Urol 1992;148:1549",
    licence: {
      en: "© American Urological Association and WHO; said to be free for clinical use. The centre records its permission.",
      zh: "版权属美国泌尿外科学会与世界卫生组织，据称临床使用免费；由中心登记许可。",
    },
  },
];
