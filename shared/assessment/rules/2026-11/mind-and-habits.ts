import type { Bilingual } from "../../../kernel/text.ts";
import type { Rule } from "../../rule-set.ts";

const sentence: Bilingual = { en: "{which}.", zh: "{which}。" };

/** The band of a questionnaire: no second value would confirm it, and by itself it is no disease. */
const screened = {
  class: "sub-health",
  severity: 2,
  sentence,
  needsConfirmation: false,
  status: "published",
} as const satisfies Partial<Rule>;

const noted = {
  class: "sub-health",
  severity: 1,
  sentence,
  needsConfirmation: false,
  status: "published",
} as const satisfies Partial<Rule>;

const notADiagnosis: Bilingual = {
  en: "A questionnaire makes no diagnosis; a physician speaks with you about it.",
  zh: "问卷结果不是诊断，医生会与您面谈。",
};
const worthTalking = (en: string, zh: string): Bilingual => ({
  en: `${en} ${notADiagnosis.en}`,
  zh: `${zh}${notADiagnosis.zh}`,
});

const phq = { concern: "mood", evidence: ["PHQ9"], topics: ["mood"], source: "PHQ-9, Kroenke 2001" } as const;
const phqLadder = { ...phq, ladder: "phq9" } as const;

/** What was answered about harming oneself is talked about the same day, whatever the sum. */
const safety: Rule = {
  ...phq,
  id: "phq9-item9",
  site: "safety",
  when: { item: "PHQ9I9", op: ">=", limit: 1 },
  class: "suspected",
  severity: 4,
  name: { en: "An answer about thoughts of death or self-harm", zh: "关于轻生或自伤念头的回答" },
  sentence: {
    en: "Question 9 of the PHQ-9 was not answered with “not at all”.",
    zh: "PHQ-9 第9题的回答不是“完全不会”。",
  },
  meaning: {
    en: "Such thoughts come to many people in hard times, and they can be helped. A physician speaks with you the same day. In danger call 120; to talk, 12356 is there for everybody.",
    zh: "不少人在艰难时会出现这样的念头，这是可以得到帮助的。医生会在当天与您面谈。危急时请拨打120；想找人倾诉，可拨打全国心理援助热线12356。",
  },
  needsConfirmation: false,
  followUp: "phq9-item9",
  source: "PHQ-9 safety practice",
  status: "needs sign-off",
  evidence: ["PHQ9I9", "PHQ9"],
};

const mood: readonly Rule[] = [
  safety,
  {
    ...screened,
    ...phqLadder,
    id: "phq9-severe",
    when: { item: "PHQ9", op: ">=", limit: 20 },
    severity: 3,
    name: { en: "Answers as in severe low mood", zh: "问卷提示重度抑郁症状" },
    meaning: worthTalking(
      "Your answers are like those of people with severe depressive symptoms, for which there is good help.",
      "您的作答与有重度抑郁症状者相似，这是可以有效帮助的。",
    ),
    followUp: "phq9-moderate",
  },
  {
    ...screened,
    ...phqLadder,
    id: "phq9-moderately-severe",
    when: { item: "PHQ9", op: ">=", limit: 15 },
    severity: 3,
    name: { en: "Answers as in moderately severe low mood", zh: "问卷提示中重度抑郁症状" },
    meaning: worthTalking(
      "Your answers are like those of people with marked depressive symptoms, for which there is good help.",
      "您的作答与有中重度抑郁症状者相似，这是可以有效帮助的。",
    ),
    followUp: "phq9-moderate",
  },
  {
    ...screened,
    ...phqLadder,
    id: "phq9-moderate",
    when: { item: "PHQ9", op: ">=", limit: 10 },
    name: { en: "Answers as in moderate low mood", zh: "问卷提示中度抑郁症状" },
    meaning: worthTalking(
      "Your answers are like those of people with moderate depressive symptoms.",
      "您的作答与有中度抑郁症状者相似。",
    ),
    followUp: "phq9-moderate",
  },
  {
    ...noted,
    ...phqLadder,
    id: "phq9-mild",
    when: { item: "PHQ9", op: ">=", limit: 5 },
    name: { en: "Some signs of low mood", zh: "轻度情绪低落" },
    meaning: {
      en: "Some signs of low mood in the last two weeks. Sleep, movement and company help; if it stays, tell us.",
      zh: "近两周有一些情绪低落的表现。规律睡眠、运动和与人相处会有帮助；如持续存在请告诉我们。",
    },
  },
  {
    ...screened,
    id: "gds15-positive",
    concern: "mood",
    site: "older-age",
    when: { item: "GDS15", op: ">=", limit: 5 },
    name: { en: "Answers as in low mood of older age", zh: "老年抑郁筛查阳性" },
    meaning: worthTalking(
      "Low mood in older age is frequent, often overlooked, and can be treated.",
      "老年人情绪低落较常见、易被忽视，是可以治疗的。",
    ),
    followUp: "gds15-positive",
    source: "GDS-15, Sheikh & Yesavage 1986; 6 in some countries",
    status: "needs sign-off",
    evidence: ["GDS15"],
    topics: ["mood"],
  },
  {
    ...screened,
    id: "who5-very-low",
    concern: "mood",
    site: "well-being",
    ladder: "who5",
    when: { item: "WHO5", op: "<=", limit: 28 },
    name: { en: "Very low well-being", zh: "幸福感很低" },
    meaning: worthTalking(
      "Answers as low as these are often seen with depression.",
      "这样低的得分常见于抑郁状态。",
    ),
    source: "WHO-5, Topp 2015",
    evidence: ["WHO5"],
    topics: ["mood"],
    followUp: "who5-very-low",
  },
  {
    ...noted,
    id: "who5-low",
    concern: "mood",
    site: "well-being",
    ladder: "who5",
    when: { item: "WHO5", op: "<=", limit: 50 },
    name: { en: "Low well-being", zh: "幸福感偏低" },
    meaning: {
      en: "You have felt less well than most in the last two weeks. Your health manager will ask what would help.",
      zh: "近两周您的状态不如多数人，健康管理师会与您商量如何改善。",
    },
    source: "WHO-5, Topp 2015",
    evidence: ["WHO5"],
    topics: ["mood"],
  },
];

const gad = {
  concern: "anxiety",
  ladder: "gad7",
  evidence: ["GAD7"],
  topics: ["mood"],
  source: "GAD-7, Spitzer 2006",
} as const;

const anxiety: readonly Rule[] = [
  {
    ...screened,
    ...gad,
    id: "gad7-severe",
    when: { item: "GAD7", op: ">=", limit: 15 },
    severity: 3,
    name: { en: "Answers as in severe anxiety", zh: "问卷提示重度焦虑症状" },
    meaning: worthTalking(
      "Your answers are like those of people with severe anxiety, for which there is good help.",
      "您的作答与有重度焦虑症状者相似，这是可以有效帮助的。",
    ),
    followUp: "gad7-moderate",
  },
  {
    ...screened,
    ...gad,
    id: "gad7-moderate",
    when: { item: "GAD7", op: ">=", limit: 10 },
    name: { en: "Answers as in moderate anxiety", zh: "问卷提示中度焦虑症状" },
    meaning: worthTalking(
      "Your answers are like those of people with moderate anxiety.",
      "您的作答与有中度焦虑症状者相似。",
    ),
    followUp: "gad7-moderate",
  },
  {
    ...noted,
    ...gad,
    id: "gad7-mild",
    when: { item: "GAD7", op: ">=", limit: 5 },
    name: { en: "Some signs of anxiety", zh: "轻度焦虑表现" },
    meaning: {
      en: "Some tension and worry in the last two weeks. If it stays or gets in the way, tell us.",
      zh: "近两周有一些紧张和担忧。如持续存在或影响生活，请告诉我们。",
    },
  },
];

const insomnia = {
  concern: "sleep",
  ladder: "isi",
  evidence: ["ISI"],
  topics: ["sleep"],
  source: "ISI, Bastien 2001",
} as const;
const apnoea = {
  concern: "sleep",
  site: "apnoea",
  ladder: "stop-bang",
  evidence: ["STOP-BANG"],
  topics: ["sleep"],
  source: "STOP-Bang, Chung 2008",
} as const;

const sleep: readonly Rule[] = [
  {
    ...screened,
    ...insomnia,
    id: "isi-severe",
    when: { item: "ISI", op: ">=", limit: 22 },
    severity: 3,
    name: { en: "Answers as in severe insomnia", zh: "问卷提示重度失眠" },
    meaning: worthTalking("Your sleep is badly disturbed.", "您的睡眠受到严重影响。"),
    followUp: "isi-moderate",
  },
  {
    ...screened,
    ...insomnia,
    id: "isi-moderate",
    when: { item: "ISI", op: ">=", limit: 15 },
    name: { en: "Answers as in moderate insomnia", zh: "问卷提示中度失眠" },
    meaning: worthTalking("Your sleep is clearly disturbed.", "您的睡眠受到明显影响。"),
    followUp: "isi-moderate",
  },
  {
    ...noted,
    ...insomnia,
    id: "isi-subthreshold",
    when: { item: "ISI", op: ">=", limit: 8 },
    name: { en: "Sleep somewhat disturbed", zh: "睡眠欠佳" },
    meaning: {
      en: "Your sleep is somewhat disturbed. Regular hours and a quiet evening are the first things to try.",
      zh: "您的睡眠略受影响，可先从规律作息、睡前放松做起。",
    },
  },
  {
    ...screened,
    ...apnoea,
    id: "stop-bang-high",
    when: { score: "STOP-BANG", op: ">=", limit: 5 },
    name: { en: "High risk of sleep apnoea", zh: "睡眠呼吸暂停高风险" },
    meaning: {
      en: "Several signs point to pauses of breathing in sleep. A night's recording in a sleep clinic tells for sure.",
      zh: "多项表现提示睡眠中可能有呼吸暂停，可到睡眠门诊做整夜监测以明确。",
    },
    followUp: "stop-bang-high",
  },
  {
    ...noted,
    ...apnoea,
    id: "stop-bang-intermediate",
    when: { score: "STOP-BANG", op: ">=", limit: 3 },
    name: { en: "Some risk of sleep apnoea", zh: "睡眠呼吸暂停中风险" },
    meaning: {
      en: "Some signs of pauses of breathing in sleep. Tell us if you are often tired by day.",
      zh: "有一些睡眠呼吸暂停的表现，如白天经常困倦请告诉我们。",
    },
  },
];

const drinking = { concern: "alcohol", ladder: "audit", topics: ["alcohol"] } as const;
const audit = { ...drinking, evidence: ["AUDIT"], source: "AUDIT manual, WHO 2001" } as const;

const habits: readonly Rule[] = [
  {
    ...screened,
    ...audit,
    id: "audit-dependence",
    when: { item: "AUDIT", op: ">=", limit: 20 },
    severity: 3,
    name: { en: "Answers as in alcohol dependence", zh: "问卷提示可能存在酒精依赖" },
    meaning: worthTalking(
      "Please do not stop drinking from one day to the next without a physician.",
      "请勿在没有医生指导的情况下突然完全停酒。",
    ),
    followUp: "audit-harmful",
  },
  {
    ...screened,
    ...audit,
    id: "audit-harmful",
    when: { item: "AUDIT", op: ">=", limit: 16 },
    name: { en: "Harmful drinking", zh: "有害饮酒" },
    meaning: worthTalking(
      "Drinking like this harms health; drinking less helps soon.",
      "这样的饮酒会损害健康，减少饮酒很快就会受益。",
    ),
    followUp: "audit-harmful",
  },
  {
    ...noted,
    ...audit,
    id: "audit-hazardous",
    when: { item: "AUDIT", op: ">=", limit: 8 },
    severity: 2,
    name: { en: "Hazardous drinking", zh: "危险饮酒" },
    meaning: {
      en: "Drinking like this raises the risk of harm. Less, on fewer days, is the aim.",
      zh: "这样的饮酒会增加健康风险，目标是少喝、少次。",
    },
  },
  {
    ...noted,
    ...drinking,
    id: "audit-c-positive",
    when: { item: "AUDITC", op: ">=", limit: { male: 4, female: 3 } },
    name: { en: "Drinking above what is low in risk", zh: "饮酒超过低风险水平" },
    meaning: {
      en: "You drink more than what counts as low in risk. Your health manager can plan with you how to drink less.",
      zh: "您的饮酒量超过低风险水平，健康管理师可与您一起制定减少饮酒的计划。",
    },
    source: "AUDIT-C, Bush 1998, Bradley 2003",
    evidence: ["AUDITC"],
  },
  {
    ...noted,
    id: "ftnd-dependent",
    concern: "tobacco",
    when: { item: "FTND", op: ">=", limit: 5 },
    severity: 2,
    name: { en: "Dependent on nicotine", zh: "尼古丁依赖" },
    meaning: {
      en: "Your body is used to nicotine, so stopping is easier with help and medicine. We can arrange it.",
      zh: "您的身体已依赖尼古丁，在专业帮助和药物支持下戒烟会更容易，我们可以安排。",
    },
    source: "FTND, Heatherton 1991",
    evidence: ["FTND"],
    topics: ["tobacco"],
  },
  {
    ...noted,
    id: "ipaq-low",
    concern: "activity",
    when: { score: "IPAQ-SF", band: "low" },
    name: { en: "Little physical activity", zh: "身体活动不足" },
    sentence: { en: "Physical activity: {IPAQ-SF} (low).", zh: "身体活动：{IPAQ-SF}（低水平）。" },
    meaning: {
      en: "Less activity than health needs. Thirty minutes of brisk walking on most days is a good aim.",
      zh: "身体活动少于健康所需，多数日子快走30分钟是很好的目标。",
    },
    source: "IPAQ scoring protocol 2005",
    evidence: ["IPAQ-SF"],
    topics: ["activity"],
  },
];

const symptoms = {
  concern: "prostate",
  site: "urinary-symptoms",
  ladder: "ipss",
  evidence: ["IPSS"],
  topics: ["prostate"],
  source: "IPSS, Barry 1992",
} as const;

const urinary: readonly Rule[] = [
  {
    ...screened,
    ...symptoms,
    id: "ipss-severe",
    when: { item: "IPSS", op: ">=", limit: 20 },
    name: { en: "Severe urinary symptoms", zh: "重度下尿路症状" },
    meaning: {
      en: "Passing water troubles you a lot. A urologist can find out why and help.",
      zh: "排尿症状较重，建议泌尿外科就诊明确原因并治疗。",
    },
    followUp: "ipss-severe",
  },
  {
    ...noted,
    ...symptoms,
    id: "ipss-moderate",
    when: { item: "IPSS", op: ">=", limit: 8 },
    name: { en: "Moderate urinary symptoms", zh: "中度下尿路症状" },
    meaning: {
      en: "Passing water troubles you somewhat. Tell us if it bothers you; there are things that help.",
      zh: "有一定的排尿症状，如造成困扰请告诉我们，有办法改善。",
    },
  },
];

/** What questionnaires say of mood, sleep, drink, tobacco, movement and passing water. None makes a diagnosis. */
export const mindAndHabits: readonly Rule[] = [...mood, ...anxiety, ...sleep, ...habits, ...urinary];

/** Scores of the same questionnaires, in the order a physician reads them. */
export const mindScores = [
  "PHQ-9",
  "GAD-7",
  "GDS-15",
  "WHO-5",
  "ISI",
  "STOP-BANG",
  "AUDIT-C",
  "AUDIT",
  "FTND",
  "IPAQ-SF",
  "IPSS",
] as const;
