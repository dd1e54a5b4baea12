import type { ImportantList, ImportantRow } from "../../results/important-row.ts";
import type { CriticalValue } from "../catalogue-item.ts";
import { criticalValues } from "./critical-values.ts";

const consensus = "健康体检重要异常结果管理专家共识(试行)2019";
const proposed = "proposed class B limit of this product; the consensus list was not obtainable";

const limits: Readonly<Record<string, { en: string; zh: string }>> = {
  "with symptoms or persisting after rest": {
    en: "with symptoms or persisting after rest",
    zh: "伴有症状，或休息后仍如此",
  },
  "first finding (<=30 if known)": {
    en: "first finding (30 or less if known)",
    zh: "首次发现（既往已知者 ≤30）",
  },
  "first finding": { en: "first finding", zh: "首次发现" },
  "hospital lists vary: <=2.8 / <=3.0": {
    en: "hospital lists vary: 2.8 or 3.0",
    zh: "各医院界值不同：2.8 或 3.0",
  },
  "hospital lists vary: >=6.2": { en: "hospital lists vary: 6.2", zh: "各医院界值不同：6.2" },
};

/** The critical values are the numbers of class A and of the hospital's own list, told once. */
const critical = ({ direction, evidence, ...row }: CriticalValue): ImportantRow => ({
  id: `${row.class.toLowerCase()}-${row.item.toLowerCase()}-${direction === ">=" ? "high" : "low"}`,
  op: direction,
  ...row,
  ...(evidence && { evidence, only: limits[evidence] ?? { en: evidence, zh: evidence } }),
});

const words = (id: string, en: string, zh: string): ImportantRow => ({
  id: `a-${id}`,
  class: "A",
  words: { en, zh },
  source: consensus,
  status: "published",
});

/** Entries of class A that are no numbers, as far as the copies of the consensus that were read go. */
// biome-ignore format: a table reads by rows
const wordsOfA: readonly ImportantRow[] = [
  words("arrhythmia", "Serious arrhythmia", "严重心律失常"),
  words("breath-sounds", "Breath sounds absent or markedly reduced", "呼吸音消失或明显减弱"),
  words("acute-abdomen", "Acute abdomen, gynaecological acute abdomen included", "急腹症（含妇科急腹症）"),
  words("glaucoma", "Suspected acute glaucoma, or sudden loss of vision", "疑似急性青光眼，或突发视力下降"),
  words("conjunctivitis", "Suspected epidemic haemorrhagic conjunctivitis", "疑似流行性出血性结膜炎"),
  words("larynx", "Laryngeal oedema", "喉头水肿"),
  words("epistaxis", "Active nosebleed", "活动性鼻出血"),
  words("vertigo", "Attack of vertigo", "眩晕发作"),
  words("mouth", "Signs of acute infectious disease in the mouth", "口腔急性传染病体征"),
  words("ecg-ischaemia", "ECG: ST elevation of injury, or acute myocardial infarction", "心电图：损伤型 ST 段抬高、急性心肌梗死"),
  words("ecg-rhythm", "ECG: ventricular flutter or fibrillation, paroxysmal ventricular tachycardia, R on T, long QT with frequent ventricular beats, tachycardia over 180", "心电图：室扑、室颤、阵发性室速、R-on-T、长 QT 伴频发室早、心率 >180 次/分的心动过速"),
  words("ecg-wpw", "ECG: WPW with atrial fibrillation over 180", "心电图：预激综合征伴房颤，心室率 >180 次/分"),
  words("ecg-block", "ECG: second-degree type II block (3:2, 2:1) or higher at 40 or less, sinoatrial block II at 40 or less, bradycardia under 40, pause over 3 s", "心电图：二度Ⅱ型（3:2、2:1）及以上房室阻滞且心室率 ≤40，二度窦房阻滞且心率 ≤40，心动过缓 <40，停搏 >3 秒"),
  words("ecg-potassium", "ECG of high potassium", "心电图：高钾血症表现"),
];

type Numeric = [
  item: string,
  op: ImportantRow["op"],
  threshold: number,
  unit: string,
  only?: [en: string, zh: string],
];

const news: [string, string] = ["newly found", "首次发现"];

// biome-ignore format: a table reads by rows
const numbersOfB: readonly Numeric[] = [
  ["SBP", ">=", 160, "mm[Hg]"],
  ["DBP", ">=", 100, "mm[Hg]"],
  ["HR", ">=", 100, "/min", ["with symptoms, or new atrial fibrillation", "伴有症状，或新发房颤"]],
  ["HR", "<=", 49, "/min", ["with symptoms", "伴有症状"]],
  ["HGB", "<=", 90, "g/L"],
  ["HGB", ">=", 200, "g/L"],
  ["PLT", "<=", 80, "10*9/L"],
  ["PLT", ">=", 600, "10*9/L"],
  ["WBC", "<=", 2.5, "10*9/L"],
  ["WBC", ">=", 20, "10*9/L"],
  ["FPG", ">=", 7, "mmol/L", ["newly found; 11.1 or more in any case", "首次发现；≥11.1 时一律计入"]],
  ["HBA1C", ">=", 6.5, "%", news],
  ["LDLC", ">=", 4.9, "mmol/L"],
  ["TG", ">=", 5.6, "mmol/L"],
  ["TC", ">=", 7.2, "mmol/L"],
  ["EGFR", "<", 45, "mL/min/{1.73_m2}", news],
  ["UACR", ">", 300, "mg/g"],
  ["UA", ">=", 540, "umol/L"],
  ["TBIL", ">", 34, "umol/L"],
  ["TSH", ">=", 10, "m[IU]/L"],
  ["TSH", "<", 0.1, "m[IU]/L"],
  ["PSA", ">=", 10, "ng/mL", ["from 4 to 10: test again", "4～10：复查"]],
];

const side = (op: ImportantRow["op"]): string => (op === ">=" || op === ">" ? "high" : "low");

const byNumber = numbersOfB.map(
  ([item, op, threshold, unit, only]): ImportantRow => ({
    id: `b-${item.toLowerCase()}-${side(op)}`,
    class: "B",
    item,
    op: op as NonNullable<ImportantRow["op"]>,
    threshold,
    unit,
    ...(only && { only: { en: only[0], zh: only[1] } }),
    source: proposed,
    status: "needs sign-off",
  }),
);

// biome-ignore format: a table reads by rows
const multiplesOfB = ([["ALT", 3], ["AST", 3], ["AFP", 2], ["CEA", 2], ["CA125", 2], ["CA199", 2], ["CA153", 2]] as const).map(
  ([item, timesUpper]): ImportantRow => ({
    id: `b-${item.toLowerCase()}-high`,
    class: "B",
    item,
    op: ">",
    timesUpper,
    source: proposed,
    status: "needs sign-off",
  }),
);

const wordOfB = (id: string, en: string, zh: string): ImportantRow => ({
  id: `b-${id}`,
  class: "B",
  words: { en, zh },
  source: proposed,
  status: "needs sign-off",
});

// biome-ignore format: a table reads by rows
const wordsOfB: readonly ImportantRow[] = [
  wordOfB("urine", "Blood or protein in the urine, 2+ or more", "尿潜血或尿蛋白 2+ 及以上"),
  wordOfB("infection", "HBsAg, anti-HCV, HIV or syphilis newly reactive", "乙肝表面抗原、丙肝抗体、HIV 或梅毒首次阳性"),
  wordOfB("fit", "Blood in the stool (FIT) positive", "便潜血（FIT）阳性"),
  wordOfB("cervix", "HPV 16 or 18, or cytology ASC-US, LSIL, HSIL or beyond", "HPV 16/18 阳性，或细胞学 ASC-US、LSIL、HSIL 及以上"),
  wordOfB("breast", "BI-RADS 4 or 5", "BI-RADS 4～5 类"),
  wordOfB("thyroid", "C-TIRADS 4A or beyond", "C-TIRADS 4A 及以上"),
  wordOfB("lung", "Lung nodule: C-Lung-RADS 3 or beyond, or what Fleischner 2017 follows within months", "肺结节：C-Lung-RADS 3 类及以上，或 Fleischner 2017 建议数月内随访者"),
  wordOfB("mass", "Solid mass of liver, pancreas or kidney", "肝、胰、肾实性占位"),
  wordOfB("gallbladder", "Gallbladder polyp of 10 mm or more", "胆囊息肉 ≥10 mm"),
  wordOfB("aorta", "Aorta of 40 mm or more", "主动脉内径 ≥40 mm"),
  wordOfB("ejection", "Ejection fraction under 50 %", "左室射血分数 <50%"),
  wordOfB("eye-pressure", "Pressure of the eye over 21 mmHg", "眼压 >21 mmHg"),
  wordOfB("fundus", "Haemorrhage of the fundus", "眼底出血"),
  wordOfB("coronary", "Narrowing of a coronary artery by 50 % or more on CT", "冠脉 CT 狭窄 ≥50%"),
];

/** Every list that was shipped, newest first; none is edited after use. */
export const importantLists: readonly [ImportantList, ...ImportantList[]] = [
  {
    id: "important-2026-11",
    effectiveFrom: "2026-11-01",
    rows: [...criticalValues.map(critical), ...wordsOfA, ...byNumber, ...multiplesOfB, ...wordsOfB],
  },
];
