import type { Condition, Rule } from "../../rule-set.ts";

const source = "WHO 1999/2006; China CDS 2020/2024";
const fasting = (op: ">=" | ">" | "<" | "<=", limit: number): Condition => ({
  all: [{ is: "fasting" }, { item: "FPG", op, limit }],
});
const diabetic: readonly Condition[] = [
  fasting(">=", 7),
  { item: "HBA1C", op: ">=", limit: 6.5 },
  { item: "OGTT2H", op: ">=", limit: 11.1 },
];
const afterMeal: Condition = {
  all: [{ not: { is: "fasting" } }, { item: "FPG", op: ">=", limit: 11.1 }],
};
const inRange: Condition = { any: [...diabetic, afterMeal] };
const agreed: Condition = { any: [{ atLeast: 2, of: diabetic }, { before: inRange }] };
const diagnosed: Condition = { known: "diabetes" };
const takes: Condition = { takes: "glucose-lowering" };
/** Two results once confirmed it here: good values since are good news, not the end of it. */
const confirmedBefore: Condition = { ever: { all: [inRange, agreed] } };
const known: Condition = { any: [diagnosed, takes, confirmedBefore] };
const takesOnly: Condition = { all: [takes, { not: diagnosed }] };
const confirmedOnly: Condition = { all: [confirmedBefore, { not: { any: [diagnosed, takes] } }] };
const pregnant: Condition = { is: "pregnant" };
const measured: Condition = { any: [{ measured: "FPG" }, { measured: "HBA1C" }, { measured: "OGTT2H" }] };
const evidence = ["FPG", "HBA1C", "OGTT2H"] as const;
const topics = ["glycaemia"] as const;
const eaten = {
  when: afterMeal,
  sentence: {
    en: "Glucose after eating {FPG} (cut-off: 11.1 mmol/L or more); HbA1c {HBA1C}.",
    zh: "非空腹血糖 {FPG}（界值：11.1 mmol/L 及以上）；糖化血红蛋白 {HBA1C}。",
  },
} as const;
const inPregnancy = {
  concern: "glycaemia",
  ladder: "glycaemia",
  severity: 3,
  followUp: "glucose-in-pregnancy",
  source: "IADPSG 2010; 妊娠期高血糖诊治指南 2022 (from general knowledge)",
  status: "needs sign-off",
  evidence,
  topics,
} as const;

export const glycaemia = [
  {
    id: "glucose-very-low",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: { item: "FPG", op: "<=", limit: 2.8 },
    class: "suspected",
    severity: 4,
    name: { en: "Blood glucose very low", zh: "血糖过低" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Eat or drink something sweet and stay with somebody; the centre will speak to you today.",
      zh: "请立即进食含糖食物，身边最好有人陪伴；中心会在今天与您联系。",
    },
    needsConfirmation: true,
    followUp: "class-a",
    repeat: "glucose-very-low",
    source: "重要异常结果管理专家共识 2019 (seen second-hand)",
    status: "needs sign-off",
    evidence,
    variants: [{ when: known, class: "disease", needsConfirmation: false }],
    topics,
  },
  {
    id: "glucose-very-high",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: { item: "FPG", op: ">=", limit: 16.7 },
    class: "suspected",
    severity: 4,
    name: { en: "Blood glucose very high", zh: "血糖重度升高" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "This needs a physician now. Great thirst, vomiting or drowsiness mean: get emergency help at once.",
      zh: "需要医生立即处理。如有明显口渴、呕吐或嗜睡，请立即就医。",
    },
    needsConfirmation: true,
    followUp: "class-a",
    repeat: "fpg-diabetic-unconfirmed",
    source: "重要异常结果管理专家共识 2019 (seen second-hand)",
    status: "needs sign-off",
    evidence,
    variants: [
      { when: known, class: "disease", needsConfirmation: false, repeat: "hba1c-on-treatment" },
      {
        when: agreed,
        class: "disease",
        needsConfirmation: false,
        repeat: "diabetes-new-confirmed",
      },
    ],
    topics,
  },
  {
    id: "glucose-low-in-diabetes",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: { all: [known, { item: "FPG", op: "<", limit: 3.9 }] },
    class: "disease",
    severity: 3,
    name: { en: "Diabetes, glucose too low", zh: "糖尿病，血糖偏低" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Treatment may be a little too strong. Carry something sweet with you and speak with your physician this week.",
      zh: "治疗强度可能偏大。请随身携带含糖食物，并在一周内与医生沟通。",
    },
    needsConfirmation: false,
    followUp: "class-b",
    source: "China CDS 2020",
    status: "needs sign-off",
    evidence,
    topics,
  },
  {
    ...inPregnancy,
    id: "diabetes-in-pregnancy",
    when: { all: [pregnant, known, measured] },
    class: "disease",
    name: { en: "Diabetes or its treatment, in pregnancy", zh: "妊娠合并糖尿病或正在降糖治疗" },
    sentence: {
      en: "Glucose {FPG}, HbA1c {HBA1C}.",
      zh: "血糖 {FPG}，糖化血红蛋白 {HBA1C}。",
    },
    meaning: {
      en: "In pregnancy the targets are stricter and not every medicine suits. Please do not stop by yourself: see your obstetric team this week.",
      zh: "妊娠期控制目标更严格，且并非所有药物都适合。请勿自行停药，本周内到产科就诊。",
    },
    needsConfirmation: false,
  },
  {
    ...inPregnancy,
    id: "diabetes-range-in-pregnancy",
    when: { all: [pregnant, inRange] },
    class: "suspected",
    name: { en: "Blood glucose in the diabetic range, in pregnancy", zh: "妊娠期血糖达到糖尿病诊断范围" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "This was probably there before the pregnancy and can be treated well for both of you. Please see your obstetric team within days.",
      zh: "可能在妊娠前已存在，及时治疗对母婴都有益。请在数日内到产科就诊。",
    },
    needsConfirmation: true,
    variants: [{ when: agreed, class: "disease", needsConfirmation: false }],
  },
  {
    ...inPregnancy,
    id: "glucose-raised-in-pregnancy",
    when: {
      all: [
        pregnant,
        {
          any: [
            fasting(">=", 5.1),
            { item: "OGTT2H", op: ">=", limit: 8.5 },
            { item: "HBA1C", op: ">", limit: { timesUpper: 1 } },
          ],
        },
      ],
    },
    class: "suspected",
    name: { en: "Blood glucose raised for a pregnancy", zh: "妊娠期血糖升高" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "In pregnancy the limits are lower. Your obstetric team says, with the week of pregnancy and a glucose tolerance test, whether it is diabetes of pregnancy; food and movement often suffice.",
      zh: "妊娠期血糖标准更低。产科医生会结合孕周和葡萄糖耐量试验判断是否为妊娠期糖尿病；多数通过饮食和运动即可控制。",
    },
    needsConfirmation: true,
  },
  {
    id: "diabetes-above-target",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: {
      all: [
        known,
        {
          any: [
            { item: "HBA1C", op: ">=", limit: 7 },
            fasting(">", 7),
            afterMeal,
            { item: "OGTT2H", op: ">=", limit: 11.1 },
          ],
        },
      ],
    },
    class: "disease",
    severity: 2,
    name: { en: "Diabetes, above target", zh: "糖尿病，未达标" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Your glucose is above the usual target. Please keep to your treatment and let your physician look at it; HbA1c is repeated every three months.",
      zh: "您的血糖高于一般控制目标。请坚持治疗并请医生评估，糖化血红蛋白每三个月复查一次。",
    },
    needsConfirmation: false,
    followUp: "hba1c-on-treatment",
    source: "China CDS 2020; usual target HbA1c under 7 %",
    status: "needs sign-off",
    evidence,
    variants: [
      { when: takesOnly, name: { en: "Glucose on treatment, above target", zh: "降糖治疗中，血糖未达标" } },
      {
        when: confirmedOnly,
        sentence: { en: "Confirmed on {since}. {which}.", zh: "曾于 {since} 确认。{which}。" },
        meaning: {
          en: "Your glucose is above the usual target. It can be managed well: please see a physician within two weeks to plan the next steps.",
          zh: "您的血糖高于一般控制目标。糖尿病可以很好地控制，请在两周内就诊，商定下一步。",
        },
        followUp: "diabetes-new-confirmed",
      },
      eaten,
    ],
    topics,
  },
  {
    id: "diabetes-at-target",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: { all: [known, { any: [{ item: "HBA1C", op: "<", limit: 7 }, fasting("<=", 7)] }] },
    class: "disease",
    severity: 1,
    name: { en: "Diabetes, at target", zh: "糖尿病，已达标" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "What was measured today is within the usual target. Please go on as you are.",
      zh: "本次所测指标在一般控制目标之内，请继续保持。",
    },
    needsConfirmation: false,
    followUp: "hba1c-on-treatment",
    source: "China CDS 2020; usual target HbA1c under 7 %",
    status: "needs sign-off",
    evidence,
    variants: [
      {
        when: takesOnly,
        name: { en: "Glucose on treatment, at target", zh: "降糖治疗中，血糖达标" },
        meaning: {
          en: "What was measured is in range while you take a medicine that lowers glucose. Please go on with it, and tell your physician what it was prescribed for: your health file does not say.",
          zh: "服用降糖药期间，本次所测指标在目标范围内，请继续用药；健康档案中未记录用药原因，请告知医生。",
        },
      },
      {
        when: confirmedOnly,
        name: { en: "Diabetes, in range today", zh: "糖尿病，本次在目标范围内" },
        sentence: { en: "Confirmed on {since}. Today: {which}.", zh: "曾于 {since} 确认。本次：{which}。" },
        meaning: {
          en: "Good values. Diabetes can rest and come back, so it stays on the list: please keep what helped, and have HbA1c measured every three months.",
          zh: "本次数值良好。糖尿病可能缓解后再升高，因此继续列入随访：请保持有效的做法，每三个月复查糖化血红蛋白。",
        },
      },
    ],
    topics,
  },
  {
    id: "diabetes-not-judged",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: { any: [takes, confirmedBefore, { all: [diagnosed, measured] }] },
    class: "disease",
    severity: 1,
    name: { en: "Diabetes or its treatment, not judged today", zh: "糖尿病或降糖治疗，本次未能评估" },
    sentence: {
      en: "Glucose {FPG}, HbA1c {HBA1C}.",
      zh: "血糖 {FPG}，糖化血红蛋白 {HBA1C}。",
    },
    meaning: {
      en: "Whether the target is met cannot be said: it takes a fasting glucose or an HbA1c. Please go on with what was agreed and have HbA1c measured.",
      zh: "本次结果不能判断是否达标，需测空腹血糖或糖化血红蛋白。请继续既定方案，并复查糖化血红蛋白。",
    },
    needsConfirmation: false,
    followUp: "hba1c-on-treatment",
    source: "China CDS 2020; usual target HbA1c under 7 %",
    status: "needs sign-off",
    evidence,
    topics,
  },
  {
    id: "diabetes-range",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: inRange,
    class: "suspected",
    severity: 3,
    name: { en: "Blood glucose in the diabetic range", zh: "血糖达到糖尿病诊断范围" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Without complaints, one value is not a diagnosis: diabetes is named only when a second one agrees. Please repeat it within two weeks.",
      zh: "无症状时单次结果不能确诊，需再次检查一致方可诊断糖尿病。请在两周内复查。",
    },
    needsConfirmation: true,
    followUp: "fpg-diabetic-unconfirmed",
    source,
    status: "published",
    evidence,
    variants: [
      {
        when: agreed,
        class: "disease",
        needsConfirmation: false,
        followUp: "diabetes-new-confirmed",
        name: { en: "Diabetes", zh: "糖尿病" },
        meaning: {
          en: "Two results agree: this is diabetes. Found early it can be managed well; a physician will plan the next steps with you.",
          zh: "两项结果一致，符合糖尿病诊断。早期发现可以很好地控制，医生会与您商定下一步。",
        },
      },
      eaten,
    ],
    topics,
  },
  {
    id: "prediabetes",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: {
      all: [{ any: [fasting(">=", 6.1), { item: "OGTT2H", op: ">=", limit: 7.8 }] }, { not: pregnant }],
    },
    class: "sub-health",
    severity: 2,
    name: { en: "Blood glucose between normal and diabetic", zh: "糖尿病前期" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Not diabetes. Weight, food and movement can bring it back to normal; it is measured again in half a year.",
      zh: "尚不是糖尿病。通过控制体重、合理饮食和运动可以恢复正常，请半年后复查。",
    },
    needsConfirmation: false,
    followUp: "prediabetes",
    source,
    status: "published",
    evidence,
    topics,
  },
  {
    id: "hba1c-raised",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: { item: "HBA1C", op: ">", limit: { timesUpper: 1 } },
    class: "sub-health",
    severity: 1,
    name: { en: "HbA1c slightly raised", zh: "糖化血红蛋白轻度升高" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: {
      en: "Above the usual range and below diabetes. It is a nudge to look after food and movement, and is measured again in half a year.",
      zh: "高于参考范围但未达糖尿病标准，提示应注意饮食和运动，请半年后复查。",
    },
    needsConfirmation: false,
    followUp: "prediabetes",
    source: "reference range; no official pre-diabetes cut-off in China",
    status: "needs sign-off",
    evidence,
    topics,
  },
  {
    id: "glucose-normal-from-40",
    concern: "glycaemia",
    ladder: "glycaemia",
    when: {
      all: [
        { age: ">=", years: 40 },
        fasting("<", 6.1),
        { item: "FPG", op: ">=", limit: { timesLower: 1 } },
        { not: { is: "pregnant" } },
      ],
    },
    class: "normal",
    severity: 1,
    name: { en: "Fasting glucose normal", zh: "空腹血糖正常" },
    sentence: {
      en: "Fasting glucose {FPG}; normal is under 6.1 mmol/L.",
      zh: "空腹血糖 {FPG}；正常为低于 6.1 mmol/L。",
    },
    meaning: {
      en: "All well. From 40 years of age it is looked at once a year.",
      zh: "一切正常。40 岁以上建议每年检查一次。",
    },
    needsConfirmation: false,
    followUp: "fpg-over40",
    source: "健康中国行动",
    status: "published",
    evidence: ["FPG"],
    topics,
  },
] as const satisfies readonly Rule[];
