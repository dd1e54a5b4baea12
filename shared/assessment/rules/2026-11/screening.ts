import type { Bilingual } from "../../../kernel/text.ts";
import type { Condition, Rule, Variant } from "../../rule-set.ts";

const positive = ["positive", "reactive", "1+", "2+", "3+", "4+"] as const;
const marked = ["2+", "3+", "4+"] as const;
const sentence: Bilingual = { en: "{which}.", zh: "{which}。" };
const proposal = "centre's proposal";

const over = (item: string, times: number): Condition => ({ item, op: ">", limit: { timesUpper: times } });

const markers: readonly (readonly [code: string, name: Bilingual])[] = [
  ["AFP", { en: "AFP", zh: "甲胎蛋白" }],
  ["CEA", { en: "CEA", zh: "癌胚抗原" }],
  ["CA199", { en: "CA 19-9", zh: "糖类抗原19-9" }],
  ["CA125", { en: "CA-125", zh: "糖类抗原125" }],
  ["CA153", { en: "CA 15-3", zh: "糖类抗原15-3" }],
];

const marker = ([code, name]: (typeof markers)[number], high: boolean): Rule => ({
  id: `${code.toLowerCase()}-${high ? "high" : "raised"}`,
  concern: "tumour-marker",
  site: code,
  ladder: `marker-${code}`,
  when: over(code, high ? 2 : 1),
  class: "suspected",
  severity: high ? 3 : 2,
  name: high
    ? { en: `${name.en} more than twice the limit`, zh: `${name.zh}超过上限两倍` }
    : { en: `${name.en} raised`, zh: `${name.zh}升高` },
  sentence,
  meaning: high
    ? {
        en: "A marker alone proves nothing: inflammation and many harmless things raise it. A specialist will look for the reason within a month.",
        zh: "单项标志物升高不能说明患病，炎症等良性情况也可引起。请在一个月内由专科医生评估。",
      }
    : {
        en: "A marker alone proves nothing, and slightly raised ones are mostly harmless. It is repeated within three months.",
        zh: "单项标志物轻度升高多为良性情况，不能说明患病。请在三个月内复查。",
      },
  needsConfirmation: true,
  followUp: high ? "marker-high" : "marker-raised",
  source: proposal,
  status: "needs sign-off",
  evidence: [code],
  topics: ["tumour-marker"],
});

/** A word on a strip or a screening test. */
const word = (
  rule: Pick<
    Rule,
    "id" | "concern" | "class" | "severity" | "name" | "meaning" | "followUp" | "source" | "status"
  > & {
    site?: string;
    ladder?: string;
    variants?: readonly Variant[];
  },
  item: string,
  /** Where the same exam has already done what a positive word asks for. */
  answeredBy: readonly string[] = [],
  words: readonly string[] = positive,
): Rule => ({
  ...rule,
  when: answeredBy.length
    ? { all: [{ item, oneOf: words }, ...answeredBy.map((done) => ({ not: { measured: done } }))] }
    : { item, oneOf: words },
  sentence: {
    en: `{${item}.name}: {${item}}; normal is negative.`,
    zh: `{${item}.name}：{${item}}；正常为阴性。`,
  },
  needsConfirmation: true,
  evidence: [item],
  topics: [rule.concern],
});

export const screening = [
  {
    id: "tsh-marked",
    concern: "thyroid-function",
    ladder: "tsh",
    when: {
      any: [
        { item: "TSH", op: ">=", limit: 10 },
        { item: "TSH", op: "<", limit: 0.1 },
      ],
    },
    class: "suspected",
    severity: 3,
    name: { en: "Thyroid hormone control clearly off", zh: "促甲状腺激素明显异常" },
    sentence,
    meaning: {
      en: "The thyroid works too little or too much. A physician will look at it; it is well treatable.",
      zh: "甲状腺功能可能减退或亢进，请就诊评估，治疗效果良好。",
    },
    needsConfirmation: true,
    followUp: "tsh-abnormal",
    source: "proposed B-class limit; ATA",
    status: "needs sign-off",
    evidence: ["TSH", "FT4", "FT3"],
    topics: ["thyroid-function"],
  },
  {
    id: "tsh-abnormal",
    concern: "thyroid-function",
    ladder: "tsh",
    when: {
      any: [
        { item: "TSH", op: "<", limit: { timesLower: 1 } },
        { item: "TSH", op: ">", limit: { timesUpper: 1 } },
      ],
    },
    class: "sub-health",
    severity: 2,
    name: { en: "Thyroid hormone control slightly off", zh: "促甲状腺激素轻度异常" },
    sentence,
    meaning: {
      en: "Often passing. It is repeated with free T4 in six to eight weeks.",
      zh: "常为一过性，请 6～8 周后复查并加查游离甲状腺素。",
    },
    needsConfirmation: false,
    followUp: "tsh-abnormal",
    source: "ATA; range of the test's maker",
    status: "published",
    evidence: ["TSH", "FT4", "FT3"],
    topics: ["thyroid-function"],
  },
  ...markers.flatMap((one) => [marker(one, true), marker(one, false)]),
  {
    id: "psa-high",
    concern: "prostate",
    ladder: "psa",
    when: { item: "PSA", op: ">", limit: 10 },
    class: "suspected",
    severity: 3,
    name: { en: "PSA high", zh: "前列腺特异抗原升高" },
    sentence,
    meaning: {
      en: "Inflammation or a large prostate can do this too. A urologist will look at it within a month.",
      zh: "前列腺炎症或增生也可引起。请在一个月内到泌尿外科就诊。",
    },
    needsConfirmation: true,
    followUp: "psa-high",
    source: proposal,
    status: "needs sign-off",
    evidence: ["PSA"],
    topics: ["prostate"],
  },
  {
    id: "psa-grey",
    concern: "prostate",
    ladder: "psa",
    when: { item: "PSA", op: ">=", limit: 4 },
    class: "suspected",
    severity: 2,
    name: { en: "PSA in the grey zone", zh: "前列腺特异抗原处于灰区" },
    sentence,
    meaning: {
      en: "Mostly harmless: age, inflammation, cycling. It is repeated within three months.",
      zh: "多与年龄、炎症或骑车等有关。请在三个月内复查。",
    },
    needsConfirmation: true,
    followUp: "psa-grey",
    source: proposal,
    status: "needs sign-off",
    evidence: ["PSA"],
    topics: ["prostate"],
  },
  word(
    {
      id: "hcv-positive",
      concern: "viral-hepatitis",
      class: "suspected",
      severity: 3,
      name: { en: "Hepatitis C antibody positive", zh: "丙肝抗体阳性" },
      meaning: {
        en: "The antibody may be from the past. One more blood test shows whether the virus is there; it can be cured.",
        zh: "抗体阳性可能为既往感染。再查一次病毒核酸即可明确，丙肝可以治愈。",
      },
      followUp: "hcv-positive",
      source: "liver guidelines",
      status: "needs sign-off",
      variants: [{ when: { known: "viral-hepatitis" }, class: "disease", needsConfirmation: false }],
    },
    "HCVAB",
  ),
  word(
    {
      id: "hbsag-positive",
      concern: "liver",
      site: "liver",
      class: "suspected",
      severity: 3,
      name: { en: "Hepatitis B surface antigen positive", zh: "乙肝表面抗原阳性" },
      meaning: {
        en: "Many people live well with it. The liver is looked at every half year, and a physician says whether treatment helps.",
        zh: "许多携带者生活正常。请每半年检查肝脏，是否需要治疗由医生判断。",
      },
      followUp: "hbv-surveillance",
      source: "liver guidelines (6 months)",
      status: "published",
      variants: [
        {
          when: {
            any: [{ known: "viral-hepatitis" }, { before: { item: "HBSAG", oneOf: positive }, days: 180 }],
          },
          class: "disease",
          needsConfirmation: false,
          name: { en: "Chronic hepatitis B infection", zh: "慢性乙型肝炎病毒感染" },
        },
      ],
    },
    "HBSAG",
  ),
  word(
    {
      id: "fit-positive",
      concern: "colon",
      site: "colon",
      class: "suspected",
      severity: 3,
      name: { en: "Hidden blood in the stool", zh: "粪便潜血阳性" },
      meaning: {
        en: "Most often piles or a harmless polyp. A colonoscopy within three months finds the reason.",
        zh: "多为痔疮或良性息肉。请在三个月内做肠镜明确原因。",
      },
      followUp: "fit-positive",
      source: "programme target 90 days",
      status: "published",
    },
    "FIT",
    ["COLON", "COLONFIND"],
  ),
  word(
    {
      id: "hp-positive",
      concern: "h-pylori",
      class: "suspected",
      severity: 2,
      name: { en: "Helicobacter pylori positive", zh: "幽门螺杆菌阳性" },
      meaning: {
        en: "A common stomach germ that two weeks of medicine remove. A physician decides with you within two months.",
        zh: "常见的胃部细菌，两周药物即可根除。请在两个月内与医生商定治疗。",
      },
      followUp: "hp-positive",
      source: "2022 Chinese consensus",
      status: "needs sign-off",
    },
    "UBT13C",
  ),
  word(
    {
      id: "urine-protein-marked",
      concern: "kidney",
      site: "urine-protein",
      ladder: "urine-protein",
      class: "suspected",
      severity: 3,
      name: { en: "Much protein in the urine (strip)", zh: "尿蛋白明显阳性（试纸）" },
      meaning: {
        en: "A strip only guesses, but this much is looked into: please see a physician within a month, with a morning sample and the albumin/creatinine ratio.",
        zh: "试纸为半定量，但此结果需要查明原因：请在一个月内就诊，复查晨尿并加查尿白蛋白/肌酐。",
      },
      followUp: "urine-protein",
      source: "proposed B-class limit",
      status: "needs sign-off",
    },
    "UPRO",
    [],
    marked,
  ),
  word(
    {
      id: "urine-protein",
      concern: "kidney",
      site: "urine-protein",
      ladder: "urine-protein",
      class: "sub-health",
      severity: 2,
      name: { en: "Protein in the urine (strip)", zh: "尿蛋白阳性（试纸）" },
      meaning: {
        en: "Exercise or fever can do this for a day. A morning sample within a month tells.",
        zh: "运动或发热可一过性出现。请在一个月内复查晨尿。",
      },
      followUp: "urine-protein",
      source: proposal,
      status: "needs sign-off",
    },
    "UPRO",
  ),
  word(
    {
      id: "urine-blood-marked",
      concern: "kidney",
      site: "urine-blood",
      ladder: "urine-blood",
      class: "suspected",
      severity: 3,
      name: { en: "Much blood in the urine (strip)", zh: "尿潜血明显阳性（试纸）" },
      meaning: {
        en: "Not during the monthly period, it needs a look: please see a physician within a month, with the microscope. Blood you can see means: this week.",
        zh: "若非经期，需要查明原因：请在一个月内就诊并做尿沉渣镜检。如肉眼可见血尿，请在本周内就诊。",
      },
      followUp: "urine-blood",
      source: "proposed B-class limit",
      status: "needs sign-off",
    },
    "UBLD",
    [],
    marked,
  ),
  word(
    {
      id: "urine-blood",
      concern: "kidney",
      site: "urine-blood",
      ladder: "urine-blood",
      class: "sub-health",
      severity: 2,
      name: { en: "Blood in the urine (strip)", zh: "尿潜血阳性（试纸）" },
      meaning: {
        en: "Exercise, a bladder infection or the monthly period can do this. It is repeated within a month, with the microscope.",
        zh: "运动、泌尿系感染或经期均可引起。请在一个月内复查并做尿沉渣镜检。",
      },
      followUp: "urine-blood",
      source: proposal,
      status: "needs sign-off",
    },
    "UBLD",
  ),
] as const satisfies readonly Rule[];
