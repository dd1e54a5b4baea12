import type { Bilingual } from "../../../kernel/text.ts";
import type { Condition, Rule } from "../../rule-set.ts";

const source = "China hypertension guideline 2024";
const raised: Condition = {
  any: [
    { item: "SBP", op: ">=", limit: 140 },
    { item: "DBP", op: ">=", limit: 90 },
  ],
};
const diagnosed: Condition = { known: "hypertension" };
const takes: Condition = { takes: "antihypertensive" };
const treated: Condition = { any: [diagnosed, takes] };
/** Two raised days once confirmed it here: good values since are good news, not the end of it. */
const confirmedBefore: Condition = { ever: { all: [raised, { before: raised }] } };
const known: Condition = { any: [diagnosed, takes, confirmedBefore] };
const pregnant: Condition = { is: "pregnant" };
const sentence: Bilingual = {
  en: "Blood pressure {SBP.value}/{DBP.value} mmHg. {which}.",
  zh: "血压 {SBP.value}/{DBP.value} mmHg。{which}。",
};
const inPregnancy = {
  concern: "blood-pressure",
  ladder: "bp",
  source: "ISSHP; 妊娠期高血压疾病诊治指南 2020 (from general knowledge)",
  status: "needs sign-off",
  evidence: ["SBP", "DBP"],
  topics: ["blood-pressure"],
} as const;

const confirmed = {
  class: "disease",
  needsConfirmation: false,
  status: "needs sign-off",
} as const;

export const bloodPressure = [
  {
    ...inPregnancy,
    id: "bp-severe-in-pregnancy",
    when: {
      all: [
        pregnant,
        {
          any: [
            { item: "SBP", op: ">=", limit: 160 },
            { item: "DBP", op: ">=", limit: 110 },
          ],
        },
      ],
    },
    class: "suspected",
    severity: 4,
    name: { en: "Blood pressure very high in pregnancy", zh: "妊娠期血压重度升高" },
    sentence,
    meaning: {
      en: "In pregnancy this needs a physician today. Headache, blurred sight, pain in the upper belly or breathlessness mean: get emergency help at once.",
      zh: "妊娠期出现此血压需要医生今天处理。如有头痛、视物模糊、上腹痛或气促，请立即就医。",
    },
    needsConfirmation: true,
    followUp: "class-a",
    repeat: "bp-grade3",
    variants: [{ when: { any: [known, { before: raised }] }, ...confirmed }],
  },
  {
    id: "bp-grade3",
    concern: "blood-pressure",
    ladder: "bp",
    when: {
      any: [
        { item: "SBP", op: ">=", limit: 180 },
        { item: "DBP", op: ">=", limit: 110 },
      ],
    },
    class: "suspected",
    severity: 4,
    name: { en: "Blood pressure very high (grade 3 range)", zh: "血压重度升高（3级范围）" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg. {which}.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg。{which}。",
    },
    meaning: {
      en: "This needs to be measured again today, after rest. Chest pain, breathlessness, sudden weakness or a severe headache mean: get emergency help at once.",
      zh: "请今天休息后再次测量。如有胸痛、气促、突发肢体无力或剧烈头痛，请立即就医。",
    },
    needsConfirmation: true,
    followUp: "bp-grade3",
    source: "China hypertension guideline 2024; 重要异常结果管理专家共识 2019",
    status: "published",
    evidence: ["SBP", "DBP"],
    variants: [
      {
        when: { any: [known, { before: raised }] },
        ...confirmed,
        name: { en: "High blood pressure, grade 3 today", zh: "高血压，本次为3级" },
      },
    ],
    topics: ["blood-pressure"],
  },
  {
    ...inPregnancy,
    id: "bp-raised-in-pregnancy",
    when: { all: [pregnant, raised] },
    class: "suspected",
    severity: 3,
    name: { en: "Blood pressure raised in pregnancy", zh: "妊娠期血压升高" },
    sentence,
    meaning: {
      en: "In pregnancy a raised pressure is looked at within days, even when one feels well. Please have it measured again and see your obstetric team this week.",
      zh: "妊娠期血压升高，即使无不适也应在数日内评估。请本周内复测并到产科就诊。",
    },
    needsConfirmation: true,
    followUp: "bp-in-pregnancy",
    variants: [
      {
        when: { any: [known, { before: raised }] },
        ...confirmed,
        name: { en: "High blood pressure in pregnancy", zh: "妊娠合并高血压" },
      },
    ],
  },
  {
    id: "bp-grade2",
    concern: "blood-pressure",
    ladder: "bp",
    when: {
      any: [
        { item: "SBP", op: ">=", limit: 160 },
        { item: "DBP", op: ">=", limit: 100 },
      ],
    },
    class: "suspected",
    severity: 3,
    name: { en: "Blood pressure high (grade 2 range)", zh: "血压中度升高（2级范围）" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg. {which}.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg。{which}。",
    },
    meaning: {
      en: "One day's reading is not a diagnosis. A physician should see you and the measurement be repeated within two weeks.",
      zh: "单日测量不能确诊。请在两周内复测并由医生评估。",
    },
    needsConfirmation: true,
    followUp: "bp-grade2-unconfirmed",
    source,
    status: "published",
    evidence: ["SBP", "DBP"],
    variants: [
      {
        when: treated,
        ...confirmed,
        name: { en: "High blood pressure, well above target", zh: "高血压，明显未达标" },
        meaning: {
          en: "Your pressure is well above its target. Please keep taking your medicine as agreed, and have your physician review it soon.",
          zh: "您的血压明显高于目标值。请按医嘱继续用药，并尽快请医生调整方案。",
        },
        followUp: "bp-known-above-target",
      },
      {
        when: { any: [{ before: raised }, confirmedBefore] },
        ...confirmed,
        followUp: "bp-grade2-confirmed",
        name: { en: "High blood pressure, grade 2", zh: "高血压2级" },
        meaning: {
          en: "Raised on two different days: this is high blood pressure. It can be treated well; please see a physician within two weeks.",
          zh: "两个不同日期均升高，符合高血压。高血压可以有效控制，请在两周内就诊。",
        },
      },
    ],
    topics: ["blood-pressure"],
  },
  {
    id: "bp-grade1",
    concern: "blood-pressure",
    ladder: "bp",
    when: raised,
    class: "suspected",
    severity: 2,
    name: { en: "Blood pressure raised (grade 1 range)", zh: "血压轻度升高（1级范围）" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg. {which}.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg。{which}。",
    },
    meaning: {
      en: "One day's reading is not a diagnosis: tension, coffee or a bad night can do this. Measuring on other days within four weeks, or at home, will tell.",
      zh: "单日测量不能确诊，紧张、咖啡或睡眠不足都可能使血压升高。请在四周内改日复测或在家测量。",
    },
    needsConfirmation: true,
    followUp: "bp-grade1-unconfirmed",
    source,
    status: "published",
    evidence: ["SBP", "DBP"],
    variants: [
      {
        when: treated,
        ...confirmed,
        name: { en: "High blood pressure, above target", zh: "高血压，未达标" },
        meaning: {
          en: "Your pressure is above its target today. Please keep taking your medicine as agreed and measure again within a month.",
          zh: "您今天的血压高于目标值。请按医嘱继续用药，并在一个月内复测。",
        },
        followUp: "bp-known-above-target",
      },
      {
        when: { any: [{ before: raised }, confirmedBefore] },
        ...confirmed,
        followUp: "bp-known-above-target",
        name: { en: "High blood pressure, grade 1", zh: "高血压1级" },
        meaning: {
          en: "Raised on two different days: this is high blood pressure, at its mildest grade. Habits help much at this stage; a physician will advise.",
          zh: "两个不同日期均升高，符合轻度高血压。此阶段改善生活方式效果明显，请听取医生建议。",
        },
      },
    ],
    topics: ["blood-pressure"],
  },
  {
    ...inPregnancy,
    id: "bp-known-in-pregnancy",
    when: {
      all: [pregnant, known, { item: "SBP", op: "<", limit: 140 }, { item: "DBP", op: "<", limit: 90 }],
    },
    class: "disease",
    severity: 3,
    name: { en: "High blood pressure or its treatment, in pregnancy", zh: "妊娠合并高血压或正在降压治疗" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg, under 140 over 90 today.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg，今天低于 140/90 mmHg。",
    },
    meaning: {
      en: "Not every blood-pressure medicine suits a pregnancy. Please do not stop by yourself: let your obstetric team look at it this week.",
      zh: "并非所有降压药都适合妊娠期。请勿自行停药，本周内请产科医生评估。",
    },
    needsConfirmation: false,
    followUp: "bp-in-pregnancy",
  },
  {
    ...inPregnancy,
    id: "bp-below-raised-in-pregnancy",
    when: { all: [pregnant, { item: "SBP", op: "<", limit: 140 }, { item: "DBP", op: "<", limit: 90 }] },
    class: "normal",
    severity: 1,
    name: { en: "Blood pressure in pregnancy, under 140 over 90", zh: "妊娠期血压低于 140/90 mmHg" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg。",
    },
    meaning: {
      en: "Not raised today. In pregnancy the pressure is taken at every antenatal visit; please keep to those visits.",
      zh: "本次未升高。妊娠期每次产检都应测量血压，请按时产检。",
    },
    needsConfirmation: false,
  },
  {
    id: "bp-known-at-target",
    concern: "blood-pressure",
    ladder: "bp",
    when: {
      all: [known, { item: "SBP", op: "<", limit: 140 }, { item: "DBP", op: "<", limit: 90 }],
    },
    class: "disease",
    severity: 1,
    name: { en: "High blood pressure, at target", zh: "高血压，已达标" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg; the target is under 140 over 90.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg；目标为低于 140/90 mmHg。",
    },
    meaning: {
      en: "What you are doing works. Please go on with it, and have the pressure looked at every three months.",
      zh: "目前的方案有效，请继续坚持，并每三个月随访一次。",
    },
    needsConfirmation: false,
    followUp: "bp-known-at-target",
    source,
    status: "needs sign-off",
    evidence: ["SBP", "DBP"],
    variants: [
      {
        when: { all: [takes, { not: diagnosed }] },
        name: { en: "Blood pressure on treatment, at target", zh: "降压治疗中，血压达标" },
        meaning: {
          en: "The pressure is in range while you take a medicine that lowers it. Please go on with it, and tell your physician what it was prescribed for: your health file does not say.",
          zh: "服用降压药期间血压在目标范围内，请继续用药；健康档案中未记录用药原因，请告知医生。",
        },
      },
      {
        when: { all: [confirmedBefore, { not: treated }] },
        name: { en: "High blood pressure, in range today", zh: "高血压，本次在目标范围内" },
        sentence: {
          en: "Confirmed on {since}; today {SBP.value}/{DBP.value} mmHg, under 140 over 90.",
          zh: "曾于 {since} 确认；本次 {SBP.value}/{DBP.value} mmHg，低于 140/90 mmHg。",
        },
        meaning: {
          en: "A good value. High blood pressure comes back easily, so it stays on the list: please keep what helped, and have it looked at every three months.",
          zh: "本次数值良好。高血压容易反复，因此继续列入随访：请保持有效的做法，每三个月复测一次。",
        },
      },
    ],
    topics: ["blood-pressure"],
  },
  {
    id: "bp-treated-not-judged",
    concern: "blood-pressure",
    ladder: "bp",
    when: { any: [takes, confirmedBefore] },
    class: "disease",
    severity: 1,
    name: {
      en: "High blood pressure or its treatment, not judged today",
      zh: "高血压或降压治疗，本次未能评估",
    },
    sentence: {
      en: "Upper value {SBP}, lower value {DBP}.",
      zh: "收缩压 {SBP}，舒张压 {DBP}。",
    },
    meaning: {
      en: "Both values are needed to say how well the pressure is kept. Please go on with what was agreed and have it measured within three months.",
      zh: "需同时有收缩压和舒张压才能判断控制情况。请继续既定方案，三个月内测量血压。",
    },
    needsConfirmation: false,
    followUp: "bp-known-at-target",
    source,
    status: "needs sign-off",
    evidence: ["SBP", "DBP"],
    topics: ["blood-pressure"],
  },
  {
    id: "bp-high-normal",
    concern: "blood-pressure",
    ladder: "bp",
    when: {
      any: [
        { item: "SBP", op: ">=", limit: 120 },
        { item: "DBP", op: ">=", limit: 80 },
      ],
    },
    class: "sub-health",
    severity: 1,
    name: { en: "Blood pressure high-normal", zh: "血压正常高值" },
    sentence: {
      en: "Blood pressure {SBP.value}/{DBP.value} mmHg. {which}.",
      zh: "血压 {SBP.value}/{DBP.value} mmHg。{which}。",
    },
    meaning: {
      en: "Not high blood pressure, and a good moment to keep it so: less salt, more movement, enough sleep. Measure again within a year.",
      zh: "尚不属于高血压，正是预防的好时机：少盐、多运动、睡眠充足。请在一年内复测。",
    },
    needsConfirmation: false,
    followUp: "bp-high-normal",
    source,
    status: "published",
    evidence: ["SBP", "DBP"],
    topics: ["blood-pressure"],
  },
  {
    id: "bp-isolated-systolic",
    concern: "blood-pressure",
    ladder: "bp-pattern",
    when: {
      all: [{ item: "SBP", op: ">=", limit: 140 }, { item: "DBP", op: "<", limit: 90 }, { not: pregnant }],
    },
    class: "normal",
    severity: 1,
    name: { en: "Pattern: only the upper value is raised", zh: "类型：单纯收缩压升高" },
    sentence: {
      en: "{SBP.value}/{DBP.value} mmHg: only the upper value is raised.",
      zh: "{SBP.value}/{DBP.value} mmHg：仅收缩压升高。",
    },
    meaning: {
      en: "This says how the pressure is raised, not a further problem. It is common as arteries stiffen with age.",
      zh: "此项说明血压升高的类型，并非另一个问题；随年龄增长、动脉弹性下降时较常见。",
    },
    needsConfirmation: false,
    source,
    status: "published",
    evidence: ["SBP", "DBP"],
    topics: ["blood-pressure"],
  },
  {
    id: "bp-isolated-diastolic",
    concern: "blood-pressure",
    ladder: "bp-pattern",
    when: {
      all: [{ item: "SBP", op: "<", limit: 140 }, { item: "DBP", op: ">=", limit: 90 }, { not: pregnant }],
    },
    class: "normal",
    severity: 1,
    name: { en: "Pattern: only the lower value is raised", zh: "类型：单纯舒张压升高" },
    sentence: {
      en: "{SBP.value}/{DBP.value} mmHg: only the lower value is raised.",
      zh: "{SBP.value}/{DBP.value} mmHg：仅舒张压升高。",
    },
    meaning: {
      en: "This says how the pressure is raised, not a further problem. It is common in younger people under strain.",
      zh: "此项说明血压升高的类型，并非另一个问题；较常见于压力较大的中青年。",
    },
    needsConfirmation: false,
    source,
    status: "published",
    evidence: ["SBP", "DBP"],
    topics: ["blood-pressure"],
  },
] as const satisfies readonly Rule[];
