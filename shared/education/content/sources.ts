import type { Source } from "../education.ts";

/** The publications the library rests on, named once. A url is given only where it was seen to resolve to the work. */
export const sources = {
  hypertension2024: {
    name: {
      en: "Chinese guidelines for the prevention and treatment of hypertension, 2024 revision",
      zh: "中国高血压防治指南（2024年修订版）",
    },
    year: 2024,
  },
  homePressure2019: {
    name: { en: "Chinese guideline for home blood pressure monitoring", zh: "2019中国家庭血压监测指南" },
    year: 2019,
  },
  dietary2022: {
    name: { en: "Dietary guidelines for Chinese residents, 2022", zh: "中国居民膳食指南（2022）" },
    year: 2022,
  },
  sodium2012: {
    name: {
      en: "WHO guideline: sodium intake for adults and children",
      zh: "世界卫生组织：成人和儿童钠摄入量指南",
    },
    year: 2012,
    url: "https://www.who.int/publications/i/item/9789241504836",
  },
  diabetes2020: {
    name: {
      en: "Chinese guideline for the prevention and treatment of type 2 diabetes, 2020 edition",
      zh: "中国2型糖尿病防治指南（2020年版）",
    },
    year: 2021,
  },
  diabetesDiet2023: {
    name: {
      en: "National Health Commission: dietary guideline for adults with diabetes, 2023 edition",
      zh: "国家卫生健康委：成人糖尿病食养指南（2023年版）",
    },
    year: 2023,
  },
  healthyChina2019: {
    name: { en: "Healthy China Action 2019–2030", zh: "健康中国行动（2019—2030年）" },
    year: 2019,
  },
  lipids2023: {
    name: { en: "Chinese guideline for lipid management, 2023", zh: "中国血脂管理指南（2023年）" },
    year: 2023,
  },
  lipidsDiet2023: {
    name: {
      en: "National Health Commission: dietary guideline for adults with raised blood lipids, 2023 edition",
      zh: "国家卫生健康委：成人高脂血症食养指南（2023年版）",
    },
    year: 2023,
  },
  obesity2024: {
    name: {
      en: "National Health Commission: guideline for the diagnosis and treatment of obesity, 2024 edition",
      zh: "国家卫生健康委：肥胖症诊疗指南（2024年版）",
    },
    year: 2024,
    url: "https://doi.org/10.12290/xhyxzz.2024-0918",
  },
  weight2013: {
    name: { en: "WS/T 428-2013, criteria of weight for adults", zh: "WS/T 428-2013 成人体重判定" },
    year: 2013,
  },
  urateDiet2024: {
    name: {
      en: "National Health Commission: dietary guideline for adults with high uric acid and gout, 2024 edition",
      zh: "国家卫生健康委：成人高尿酸血症与痛风食养指南（2024年版）",
    },
    year: 2024,
  },
  fattyLiver2024: {
    name: {
      en: "Chinese guideline for metabolic dysfunction-associated (non-alcoholic) fatty liver disease, 2024",
      zh: "代谢相关（非酒精性）脂肪性肝病防治指南（2024年版）",
    },
    year: 2024,
  },
  enzymes2012: {
    name: {
      en: "WS/T 404.1-2012, reference intervals: ALT, AST, ALP and GGT",
      zh: "WS/T 404.1-2012 临床常用生化检验项目参考区间",
    },
    year: 2012,
  },
  kidney2024: {
    name: {
      en: "KDIGO 2024 guideline for chronic kidney disease",
      zh: "KDIGO 2024慢性肾脏病评估与管理指南",
    },
    year: 2024,
    url: "https://doi.org/10.1016/j.kint.2023.10.018",
  },
  haemoglobin2024: {
    name: {
      en: "WHO guideline on haemoglobin cutoffs to define anaemia",
      zh: "世界卫生组织：界定贫血的血红蛋白临界值指南",
    },
    year: 2024,
    url: "https://paho.org/en/documents/guideline-haemoglobin-cutoffs-define-anaemia-individuals-and-populations",
  },
  activity2020: {
    name: {
      en: "WHO guidelines on physical activity and sedentary behaviour",
      zh: "世界卫生组织：身体活动和久坐行为指南",
    },
    year: 2020,
    url: "https://www.who.int/publications/i/item/9789240015128",
  },
  abnormal2019: {
    name: {
      en: "Expert consensus on managing important abnormal results of health checkups (trial version)",
      zh: "健康体检重要异常结果管理专家共识（试行版）",
    },
    year: 2019,
  },
} as const satisfies Record<string, Source>;
