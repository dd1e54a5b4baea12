import type { Rule } from "../../rule-set.ts";

const evidence = ["CHINA-PAR", "SBP", "TC", "HDLC", "WAIST"] as const;
const topics = ["cardiovascular-risk"] as const;
const source = "China-PAR (Circulation 2016), an approximation; 中国心血管病风险评估和管理指南 2019";

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
    source,
    status: "needs sign-off",
    evidence,
    topics,
  },
] as const satisfies readonly Rule[];
