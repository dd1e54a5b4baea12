import type { Rule } from "../../rule-set.ts";

const evidence = ["CHINA-PAR", "SBP", "TC", "HDLC", "WAIST"] as const;
const topics = ["cardiovascular-risk"] as const;
const source = "China-PAR (Circulation 2016), an approximation; 中国心血管病风险评估和管理指南 2019";

const legs = {
  concern: "leg-arteries",
  ladder: "abi",
  sentence: { en: "{which}.", zh: "{which}。" },
  source: "ACC/AHA 2016 (ankle-brachial index)",
  status: "needs sign-off",
  evidence: ["ABI"],
  topics: ["leg-arteries"],
} as const;

/** China-PAR is graded on and is the client's; the others are for the physician to compare. */
export const heartScores = [
  "CHINA-PAR",
  "PREVENT-10",
  "PREVENT-30",
  "SCORE2-ASIA-PACIFIC",
  "SCORE2",
  "SCORE2-DIABETES",
  "SCORE2-OP",
  "PCE-2013",
  "FRAMINGHAM-2008",
  "HYPERTENSION-RISK",
] as const;

export const heartRisk = [
  {
    id: "cardiovascular-risk-high",
    concern: "cardiovascular-risk",
    ladder: "china-par",
    when: { score: "CHINA-PAR", op: ">=", limit: 10 },
    class: "sub-health",
    severity: 2,
    name: { en: "Heart and vessel risk high", zh: "心血管病风险高危" },
    sentence: {
      en: "The estimated risk of a heart attack or stroke within ten years is {CHINA-PAR}; from 10 % it is high.",
      zh: "估算十年内发生心肌梗死或脑卒中的风险为 {CHINA-PAR}；10 % 及以上为高危。",
    },
    meaning: {
      en: "An estimate for people like you, not a finding in your heart. It adds up age, pressure, blood lipids, waist, smoking and glucose, and much of it can be changed; a physician will go through it with you, and it is worked out again every year.",
      zh: "这是对与您情况相似人群的估算，并非心脏本身的异常。它综合了年龄、血压、血脂、腰围、吸烟和血糖，其中多数可以改善；请与医生一起制定方案，并每年重新评估一次。",
    },
    needsConfirmation: false,
    followUp: "cvd-risk-high",
    source,
    status: "needs sign-off",
    evidence,
    topics,
  },
  {
    id: "cardiovascular-risk-moderate",
    concern: "cardiovascular-risk",
    ladder: "china-par",
    when: { score: "CHINA-PAR", op: ">=", limit: 5 },
    class: "sub-health",
    severity: 1,
    name: { en: "Heart and vessel risk moderate", zh: "心血管病风险中危" },
    sentence: {
      en: "The estimated risk of a heart attack or stroke within ten years is {CHINA-PAR}; from 5 % it is moderate, from 10 % high.",
      zh: "估算十年内发生心肌梗死或脑卒中的风险为 {CHINA-PAR}；5 % 及以上为中危，10 % 及以上为高危。",
    },
    meaning: {
      en: "An estimate for people like you, not a finding in your heart. Not smoking, a good pressure and a smaller waist bring it down; it is worked out again every one to two years.",
      zh: "这是对与您情况相似人群的估算，并非心脏本身的异常。戒烟、控制血压、缩小腰围都能降低风险；请每一至两年重新评估一次。",
    },
    needsConfirmation: false,
    followUp: "cvd-risk-moderate",
    source,
    status: "needs sign-off",
    evidence,
    topics,
  },
  {
    id: "abi-narrowed",
    ...legs,
    when: { score: "ABI-CLASS", op: "<=", limit: 0.9 },
    class: "suspected",
    severity: 3,
    name: { en: "Leg arteries narrowed", zh: "下肢动脉狭窄可能" },
    meaning: {
      en: "Less pressure reaches the ankle than the arm. Not smoking, walking and good blood lipids help; a physician will look at it within a month. A cold, pale or very painful leg means: at once.",
      zh: "到达踝部的压力低于手臂。戒烟、步行和控制血脂有益，请在一个月内就诊评估。如下肢发凉、苍白或剧痛，请立即就诊。",
    },
    needsConfirmation: true,
    followUp: "abi-narrowed",
  },
  {
    id: "abi-stiff",
    ...legs,
    when: { score: "ABI-CLASS", op: ">", limit: 1.4 },
    class: "suspected",
    severity: 2,
    name: { en: "Leg arteries too stiff to be measured so", zh: "下肢动脉硬化，指数无法判断" },
    meaning: {
      en: "The cuff could not close the vessels, so this value neither shows nor excludes a narrowing. A physician will say within three months which other test tells.",
      zh: "袖带无法压闭血管，该值既不能确定也不能排除狭窄。请在三个月内就诊，由医生选择其他检查。",
    },
    needsConfirmation: true,
    followUp: "abi-stiff",
  },
  {
    id: "abi-borderline",
    ...legs,
    when: { score: "ABI-CLASS", op: "<", limit: 1 },
    class: "sub-health",
    severity: 1,
    name: { en: "Ankle-brachial index borderline", zh: "踝臂指数临界" },
    meaning: {
      en: "Just under the usual range. Not smoking and walking keep the vessels open; it is measured again at the yearly exam.",
      zh: "略低于正常范围。戒烟、步行有助于保护血管，请在年度体检时复测。",
    },
    needsConfirmation: false,
    followUp: "abi-borderline",
  },
] as const satisfies readonly Rule[];
