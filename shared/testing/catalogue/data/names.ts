import type { Bilingual } from "../../../kernel/text.ts";

/** Names of the groups items are shown in, in order. */
export const itemGroups: Readonly<Record<string, Bilingual>> = {
  vitals: { en: "Measurements", zh: "一般检查" },
  cbc: { en: "Blood count", zh: "血常规" },
  liver: { en: "Liver", zh: "肝功能" },
  kidney: { en: "Kidney", zh: "肾功能" },
  glucose: { en: "Blood sugar", zh: "血糖" },
  lipid: { en: "Lipids", zh: "血脂" },
  electro: { en: "Electrolytes", zh: "电解质" },
  thyroid: { en: "Thyroid", zh: "甲状腺功能" },
  tumour: { en: "Tumour markers", zh: "肿瘤标志物" },
  other: { en: "Other blood tests", zh: "其他血液检查" },
  urine: { en: "Urine", zh: "尿液检查" },
  stool: { en: "Stool", zh: "粪便检查" },
  function: { en: "Function tests", zh: "功能检查" },
  imaging: { en: "Imaging", zh: "影像检查" },
  endoscopy: { en: "Endoscopy", zh: "内镜检查" },
  cervix: { en: "Cervical screening", zh: "宫颈筛查" },
  lifestyle: { en: "Lifestyle", zh: "生活方式" },
  questionnaires: { en: "Questionnaires", zh: "问卷" },
};

/** Names of the rooms items are done in. */
export const rooms: Readonly<Record<string, Bilingual>> = {
  "vitals room": { en: "Measurements room", zh: "一般检查室" },
  "blood draw": { en: "Blood draw", zh: "采血室" },
  "sample desk": { en: "Sample desk", zh: "标本台" },
  "function tests": { en: "Function tests", zh: "功能检查室" },
  ultrasound: { en: "Ultrasound", zh: "超声室" },
  "X-ray": { en: "X-ray", zh: "X线室" },
  CT: { en: "CT", zh: "CT室" },
  MR: { en: "MR", zh: "磁共振室" },
  DXA: { en: "Bone density", zh: "骨密度室" },
  mammography: { en: "Mammography", zh: "乳腺钼靶室" },
  endoscopy: { en: "Endoscopy", zh: "内镜中心" },
  gynaecology: { en: "Gynaecology", zh: "妇科" },
  questionnaire: { en: "Questionnaire", zh: "问卷" },
};

/** Names of what is drawn or brought, one vessel each. */
export const specimens: Readonly<Record<string, Bilingual>> = {
  serum: { en: "Serum tube", zh: "血清管" },
  "EDTA blood": { en: "EDTA blood tube", zh: "EDTA抗凝全血管" },
  plasma: { en: "Plasma tube", zh: "血浆管" },
  "plasma/EDTA": { en: "EDTA plasma tube", zh: "EDTA血浆管" },
  urine: { en: "Urine cup", zh: "尿杯" },
  stool: { en: "Stool tube", zh: "粪便采样管" },
  "cervical sample": { en: "Cervical sampling kit", zh: "宫颈采样器" },
};
