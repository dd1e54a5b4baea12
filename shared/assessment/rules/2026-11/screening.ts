import type { Bilingual } from "../../../kernel/text.ts";
import type { Condition, Rule, Variant } from "../../rule-set.ts";

const positive = ["positive", "reactive", "1+", "2+", "3+", "4+"] as const;
const marked = ["2+", "3+", "4+"] as const;
const doubtful = ["trace"] as const;
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
    when: { item: "PSA", op: ">=", limit: 10 },
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
  {
    id: "hcv-rna-detected",
    concern: "viral-hepatitis",
    when: {
      any: [
        { item: "HCVRNA", op: ">", limit: 0 },
        { item: "HCVRNA", oneOf: positive },
      ],
    },
    class: "suspected",
    severity: 3,
    name: { en: "Hepatitis C virus found", zh: "检出丙肝病毒" },
    sentence: {
      en: "{HCVRNA.name}: {HCVRNA}; normal is not detected.",
      zh: "{HCVRNA.name}：{HCVRNA}；正常为未检出。",
    },
    meaning: {
      en: "The virus is there now, and tablets over some weeks cure nearly everybody. A liver specialist will plan it with you within a month.",
      zh: "目前体内存在病毒，口服药物数周几乎都能治愈。请在一个月内到肝病专科商定治疗。",
    },
    needsConfirmation: true,
    followUp: "hcv-rna-detected",
    source: "liver guidelines; 30 days proposed",
    status: "needs sign-off",
    evidence: ["HCVRNA", "HCVAB"],
    variants: [{ when: { known: "viral-hepatitis" }, class: "disease", needsConfirmation: false }],
    topics: ["viral-hepatitis"],
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
    ["HCVRNA"],
  ),
  word(
    {
      id: "hcv-doubtful",
      concern: "viral-hepatitis",
      class: "suspected",
      severity: 2,
      name: { en: "Hepatitis C antibody not clear", zh: "丙肝抗体结果不确定" },
      meaning: {
        en: "Neither yes nor no, and most often nothing. One more blood test within a month settles it.",
        zh: "结果介于阴性与阳性之间，多数最终为阴性。请在一个月内再查一次病毒核酸明确。",
      },
      followUp: "hcv-positive",
      source: proposal,
      status: "needs sign-off",
    },
    "HCVAB",
    ["HCVRNA"],
    doubtful,
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
      id: "hbsag-doubtful",
      concern: "viral-hepatitis",
      site: "hbsag",
      class: "suspected",
      severity: 2,
      name: { en: "Hepatitis B surface antigen not clear", zh: "乙肝表面抗原结果不确定" },
      meaning: {
        en: "Neither yes nor no, and most often nothing. It is repeated from a new sample within a month.",
        zh: "结果介于阴性与阳性之间，多数最终为阴性。请在一个月内重新采血复查。",
      },
      followUp: "hbsag-doubtful",
      source: proposal,
      status: "needs sign-off",
    },
    "HBSAG",
    [],
    doubtful,
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
  {
    id: "hp-positive",
    concern: "h-pylori",
    when: {
      any: [
        { item: "UBT13C", op: ">=", limit: 4 },
        { item: "UBT13C", oneOf: positive },
      ],
    },
    class: "suspected",
    severity: 2,
    name: { en: "Helicobacter pylori positive", zh: "幽门螺杆菌阳性" },
    sentence: {
      en: "{UBT13C.name}: {UBT13C}; positive from the kit's own cut-off, often 4 ‰.",
      zh: "{UBT13C.name}：{UBT13C}；达到试剂盒界值（多为 4‰）为阳性。",
    },
    meaning: {
      en: "A common stomach germ that two weeks of medicine remove. A physician decides with you within two months.",
      zh: "常见的胃部细菌，两周药物即可根除。请在两个月内与医生商定治疗。",
    },
    needsConfirmation: true,
    followUp: "hp-positive",
    source: "2022 Chinese consensus; cut-off by the kit (2 to 6 ‰), 4 proposed",
    status: "needs sign-off",
    evidence: ["UBT13C"],
    topics: ["h-pylori"],
  },
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
  {
    id: "urine-glucose-ketones",
    concern: "glycaemia",
    site: "urine-glucose",
    ladder: "urine-glucose",
    when: {
      all: [
        { item: "UGLU", oneOf: positive },
        { item: "UKET", oneOf: positive },
      ],
    },
    class: "suspected",
    severity: 3,
    name: { en: "Glucose and ketones in the urine (strip)", zh: "尿糖和尿酮体阳性（试纸）" },
    sentence: {
      en: "{UGLU.name}: {UGLU}; {UKET.name}: {UKET}; normal is negative.",
      zh: "{UGLU.name}：{UGLU}；{UKET.name}：{UKET}；正常为阴性。",
    },
    meaning: {
      en: "Some diabetes tablets do this, and so does a blood glucose that is too high. Please see a physician within the next days; with thirst, vomiting or drowsiness: today.",
      zh: "部分降糖药可致此结果，血糖过高也可引起。请在数日内就诊；如有口渴、呕吐或嗜睡，请当天就诊。",
    },
    needsConfirmation: true,
    followUp: "urine-glucose-ketones",
    source: proposal,
    status: "needs sign-off",
    evidence: ["UGLU", "UKET", "FPG"],
    topics: ["glycaemia"],
  },
  {
    id: "urine-glucose",
    concern: "glycaemia",
    site: "urine-glucose",
    ladder: "urine-glucose",
    when: {
      all: [
        { item: "UGLU", oneOf: positive },
        { not: { known: "diabetes" } },
        { not: { takes: "glucose-lowering" } },
      ],
    },
    class: "sub-health",
    severity: 2,
    name: { en: "Glucose in the urine (strip)", zh: "尿糖阳性（试纸）" },
    sentence: {
      en: "{UGLU.name}: {UGLU}; normal is negative.",
      zh: "{UGLU.name}：{UGLU}；正常为阴性。",
    },
    meaning: {
      en: "Some kidneys let glucose through though the blood is fine; or the blood has too much of it. Blood glucose and HbA1c within a month tell.",
      zh: "有些人血糖正常而肾脏漏糖，也可能是血糖偏高。请在一个月内复查血糖和糖化血红蛋白。",
    },
    needsConfirmation: false,
    followUp: "urine-glucose",
    source: proposal,
    status: "needs sign-off",
    evidence: ["UGLU", "FPG", "HBA1C"],
    topics: ["glycaemia"],
  },
  {
    id: "urine-nitrite",
    concern: "kidney",
    site: "urine-infection",
    ladder: "urine-infection",
    when: { item: "UNIT", oneOf: positive },
    class: "suspected",
    severity: 2,
    name: { en: "Nitrite in the urine (strip)", zh: "尿亚硝酸盐阳性（试纸）" },
    sentence: {
      en: "{UNIT.name}: {UNIT}; normal is negative.",
      zh: "{UNIT.name}：{UNIT}；正常为阴性。",
    },
    meaning: {
      en: "Bacteria make it: a bladder infection, or a sample that stood too long. A fresh sample within two weeks tells; with burning, fever or back pain please see a physician now.",
      zh: "由细菌产生：可能为泌尿系感染，也可能标本放置过久。请在两周内留取新鲜中段尿复查；如有尿痛、发热或腰痛请尽快就诊。",
    },
    needsConfirmation: true,
    followUp: "urine-infection",
    source: proposal,
    status: "needs sign-off",
    evidence: ["UNIT", "ULEU"],
    topics: ["kidney"],
  },
  {
    id: "urine-leucocytes",
    concern: "kidney",
    site: "urine-infection",
    ladder: "urine-infection",
    when: { item: "ULEU", oneOf: positive },
    class: "sub-health",
    severity: 2,
    name: { en: "White cells in the urine (strip)", zh: "尿白细胞阳性（试纸）" },
    sentence: {
      en: "{ULEU.name}: {ULEU}; normal is negative.",
      zh: "{ULEU.name}：{ULEU}；正常为阴性。",
    },
    meaning: {
      en: "A bladder infection does this, or a sample not taken midstream. A fresh one within two weeks tells; with burning, fever or back pain please see a physician now.",
      zh: "可能为泌尿系感染，也可能未留取中段尿。请在两周内留取新鲜中段尿复查；如有尿痛、发热或腰痛请尽快就诊。",
    },
    needsConfirmation: false,
    followUp: "urine-infection",
    source: proposal,
    status: "needs sign-off",
    evidence: ["ULEU", "UNIT"],
    topics: ["kidney"],
  },
] as const satisfies readonly Rule[];
