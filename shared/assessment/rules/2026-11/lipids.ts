import type { Bilingual } from "../../../kernel/text.ts";
import type { Condition, Rule, Variant } from "../../rule-set.ts";

const source = "China lipid guideline 2023";
const evidence = ["TC", "TG", "HDLC", "LDLC"] as const;
const topics = ["lipids"] as const;
const sentence: Bilingual = { en: "{which}.", zh: "{which}。" };
const look: Bilingual = {
  en: "One result is not a diagnosis. A physician looks at your whole risk and the test is repeated within three months.",
  zh: "单次结果不能确诊。医生会结合总体风险评估，并在三个月内复查。",
};
const habits: Bilingual = {
  en: "A little above the desirable level. Food, weight and movement often suffice; it is measured again in three to six months.",
  zh: "略高于合适水平。调整饮食、体重和运动往往即可改善，请三至六个月后复查。",
};

const settled = (again: Condition): readonly Variant[] => [
  {
    when: { any: [{ known: "dyslipidaemia" }, { takes: "lipid-lowering" }, { before: again }] },
    class: "disease",
    needsConfirmation: false,
    meaning: {
      en: "Raised again, or in spite of treatment. It causes no complaints and is worth treating: please see a physician within three months.",
      zh: "再次升高，或治疗后仍偏高。虽无不适，但值得治疗，请在三个月内就诊。",
    },
    status: "needs sign-off",
  },
];

const tgSevere: Condition = { item: "TG", op: ">=", limit: 5.6 };
const tgHigh: Condition = { all: [{ is: "fasting" }, { item: "TG", op: ">=", limit: 2.3 }] };
const ldlVeryHigh: Condition = { item: "LDLC", op: ">=", limit: 4.9 };
const ldlHigh: Condition = { item: "LDLC", op: ">=", limit: 4.1 };
const tcVeryHigh: Condition = { item: "TC", op: ">=", limit: 7.2 };
const tcHigh: Condition = { item: "TC", op: ">=", limit: 6.2 };
const nonHdlHigh: Condition = { score: "NONHDL", op: ">=", limit: 4.9 };
const ldlFrom = (limit: number): Condition => ({ item: "LDLC", op: ">=", limit });
const aboveTargetAscvd: Condition = { all: [{ known: "ascvd" }, ldlFrom(1.8)] };
const aboveTargetDiabetes: Condition = { all: [ldlFrom(2.6), { known: "diabetes" }] };
const riskHigh: Condition = { score: "CHINA-PAR", op: ">=", limit: 10 };
const aboveTargetRisk: Condition = {
  all: [ldlFrom(2.6), { score: "CHINA-PAR", op: ">=", limit: 5 }],
};

const high = {
  concern: "lipids",
  class: "suspected",
  severity: 2,
  sentence,
  meaning: look,
  needsConfirmation: true,
  followUp: "lipid-high",
  source,
  status: "published",
  evidence,
  topics,
} as const;

const borderline = {
  concern: "lipids",
  class: "sub-health",
  severity: 1,
  sentence,
  meaning: habits,
  needsConfirmation: false,
  followUp: "lipid-borderline",
  source,
  status: "published",
  evidence,
  topics,
} as const;

export const lipids = [
  {
    ...high,
    id: "tg-severe",
    site: "triglycerides",
    ladder: "tg",
    when: tgSevere,
    severity: 3,
    name: { en: "Triglycerides very high", zh: "甘油三酯重度升高" },
    meaning: {
      en: "At this level the pancreas may become inflamed. Please avoid alcohol and fatty food and see a physician within two weeks; belly pain means: at once.",
      zh: "此水平可能诱发胰腺炎。请戒酒、低脂饮食，并在两周内就诊；如有腹痛请立即就医。",
    },
    followUp: "tg-severe",
    status: "needs sign-off",
    variants: [
      {
        when: { any: [{ known: "dyslipidaemia" }, { takes: "lipid-lowering" }, { before: tgSevere }] },
        class: "disease",
        needsConfirmation: false,
      },
      { when: { before: tgHigh }, class: "disease", needsConfirmation: false },
    ],
  },
  {
    ...high,
    id: "ldl-above-target-ascvd",
    ladder: "ldl",
    when: aboveTargetAscvd,
    class: "disease",
    severity: 3,
    name: { en: "LDL cholesterol above your target", zh: "低密度脂蛋白胆固醇未达目标" },
    meaning: {
      en: "With known heart or vessel disease the target is lower than for others. Your physician can adjust the treatment.",
      zh: "已有心血管疾病者目标值更低，请医生调整治疗方案。",
    },
    needsConfirmation: false,
    status: "needs sign-off",
  },
  {
    ...high,
    id: "ldl-very-high",
    ladder: "ldl",
    when: ldlVeryHigh,
    severity: 3,
    name: { en: "LDL cholesterol very high", zh: "低密度脂蛋白胆固醇重度升高" },
    meaning: {
      en: "At this level it may run in the family. Please see a physician; relatives may wish to be tested too.",
      zh: "此水平可能与家族遗传有关。请就诊评估，亲属也可考虑检查血脂。",
    },
    status: "needs sign-off",
    variants: settled(ldlHigh),
  },
  {
    ...high,
    id: "tc-very-high",
    ladder: "tc",
    when: tcVeryHigh,
    severity: 3,
    name: { en: "Total cholesterol very high", zh: "总胆固醇重度升高" },
    status: "needs sign-off",
    variants: settled(tcHigh),
  },
  {
    ...high,
    id: "ldl-high",
    ladder: "ldl",
    when: ldlHigh,
    name: { en: "LDL cholesterol high", zh: "低密度脂蛋白胆固醇升高" },
    variants: settled(ldlHigh),
  },
  {
    ...high,
    id: "tc-high",
    ladder: "tc",
    when: tcHigh,
    name: { en: "Total cholesterol high", zh: "总胆固醇升高" },
    variants: settled(tcHigh),
  },
  {
    ...high,
    id: "tg-high",
    ladder: "tg",
    when: tgHigh,
    name: { en: "Triglycerides high", zh: "甘油三酯升高" },
    variants: settled(tgHigh),
  },
  {
    ...high,
    id: "non-hdl-high",
    ladder: "non-hdl",
    when: nonHdlHigh,
    name: { en: "Non-HDL cholesterol high", zh: "非高密度脂蛋白胆固醇升高" },
    variants: settled(nonHdlHigh),
  },
  {
    ...borderline,
    id: "ldl-above-target-diabetes",
    ladder: "ldl",
    when: aboveTargetDiabetes,
    severity: 2,
    name: { en: "LDL cholesterol above the target for diabetes", zh: "低密度脂蛋白胆固醇未达糖尿病患者目标" },
    meaning: {
      en: "With diabetes the target is lower than for others. Please speak with your physician about it.",
      zh: "糖尿病患者的目标值更低，请与医生商量。",
    },
    followUp: "lipid-high",
    status: "needs sign-off",
  },
  {
    ...borderline,
    id: "ldl-above-target-risk",
    ladder: "ldl",
    when: aboveTargetRisk,
    severity: 2,
    name: {
      en: "LDL cholesterol above the aim for your overall risk",
      zh: "低密度脂蛋白胆固醇高于您总体风险对应的目标",
    },
    meaning: {
      en: "With your estimated heart and vessel risk the aim is under 2.6 mmol/L. Food, weight and movement come first; a physician talks it over with you when it is measured again in three to six months.",
      zh: "按您的心血管风险估算，目标为低于 2.6 mmol/L。先从饮食、体重和运动做起，三至六个月后复查时由医生与您商量。",
    },
    status: "needs sign-off",
    variants: [
      {
        when: riskHigh,
        meaning: {
          en: "With your estimated heart and vessel risk the aim is under 2.6 mmol/L. Please talk with a physician within three months about what brings it there.",
          zh: "按您的心血管风险估算，目标为低于 2.6 mmol/L。请在三个月内与医生商量达标方案。",
        },
        followUp: "lipid-high",
      },
    ],
  },
  {
    ...borderline,
    id: "ldl-borderline",
    ladder: "ldl",
    when: { item: "LDLC", op: ">=", limit: 3.4 },
    name: { en: "LDL cholesterol borderline", zh: "低密度脂蛋白胆固醇边缘升高" },
  },
  {
    ...borderline,
    id: "tc-borderline",
    ladder: "tc",
    when: { item: "TC", op: ">=", limit: 5.2 },
    name: { en: "Total cholesterol borderline", zh: "总胆固醇边缘升高" },
  },
  {
    ...borderline,
    id: "tg-borderline",
    ladder: "tg",
    when: { all: [{ is: "fasting" }, { item: "TG", op: ">=", limit: 1.7 }] },
    name: { en: "Triglycerides borderline", zh: "甘油三酯边缘升高" },
  },
  {
    ...borderline,
    id: "non-hdl-borderline",
    ladder: "non-hdl",
    when: { score: "NONHDL", op: ">=", limit: 4.1 },
    name: { en: "Non-HDL cholesterol borderline", zh: "非高密度脂蛋白胆固醇边缘升高" },
  },
  {
    ...borderline,
    id: "hdl-low",
    site: "hdl",
    ladder: "hdl",
    when: { item: "HDLC", op: "<", limit: 1 },
    name: { en: "HDL cholesterol low", zh: "高密度脂蛋白胆固醇降低" },
    meaning: {
      en: "The protective cholesterol is low. Movement and not smoking raise it; it is measured again with the yearly exam.",
      zh: "具有保护作用的胆固醇偏低。运动和戒烟有助于提高，请在年度体检时复查。",
    },
    followUp: "hdl-low",
  },
  {
    ...borderline,
    id: "lipids-known",
    ladder: "lipids-known",
    when: {
      all: [
        { known: "dyslipidaemia" },
        { measured: "LDLC" },
        { not: { any: [ldlHigh, tcHigh, tgHigh, tgSevere] } },
      ],
    },
    class: "disease",
    name: { en: "Dyslipidaemia, under care", zh: "血脂异常，治疗随访中" },
    sentence: {
      en: "LDL cholesterol {LDLC}, triglycerides {TG}.",
      zh: "低密度脂蛋白胆固醇 {LDLC}，甘油三酯 {TG}。",
    },
    meaning: {
      en: "None of today's values is in the high range. Please go on with what was agreed.",
      zh: "本次各项均未达升高范围，请继续既定方案。",
    },
    followUp: "lipid-known-stable",
    status: "needs sign-off",
    variants: [
      {
        when: { any: [nonHdlHigh, aboveTargetAscvd, aboveTargetDiabetes, aboveTargetRisk] },
        meaning: {
          en: "Today's values leave room for improvement, as the finding beside this one says. Please go on with what was agreed until a physician has gone through it with you.",
          zh: "本次结果仍有改善空间，详见同页相关发现。在医生与您商量之前，请继续既定方案。",
        },
        followUp: "lipid-high",
      },
    ],
  },
] as const satisfies readonly Rule[];
