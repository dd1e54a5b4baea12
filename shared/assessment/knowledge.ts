import type { Bilingual } from "../kernel/text.ts";

/** Diagnoses the rules know by code; any other code still counts as a known diagnosis. */
export const diagnosisNames = {
  hypertension: { en: "High blood pressure", zh: "高血压" },
  diabetes: { en: "Diabetes", zh: "糖尿病" },
  dyslipidaemia: { en: "Dyslipidaemia", zh: "血脂异常" },
  ckd: { en: "Chronic kidney disease", zh: "慢性肾脏病" },
  ascvd: { en: "Atherosclerotic heart or vessel disease", zh: "动脉粥样硬化性心血管病" },
  "heart-failure": { en: "Heart failure", zh: "心力衰竭" },
  "atrial-fibrillation": { en: "Atrial fibrillation", zh: "心房颤动" },
  cancer: { en: "Cancer, now or before", zh: "恶性肿瘤（现患或既往）" },
  "viral-hepatitis": { en: "Viral hepatitis", zh: "病毒性肝炎" },
  gout: { en: "Gout", zh: "痛风" },
  "fatty-liver": { en: "Fatty liver", zh: "脂肪肝" },
  immunosuppression: {
    en: "Weakened immune defence (illness or medicine)",
    zh: "免疫功能低下（疾病或药物）",
  },
} as const satisfies Record<string, Bilingual>;

/** Drug classes the rules know. */
export const drugNames = {
  antihypertensive: { en: "Blood-pressure medicine", zh: "降压药" },
  "glucose-lowering": { en: "Glucose-lowering medicine", zh: "降糖药" },
  "lipid-lowering": { en: "Lipid-lowering medicine", zh: "调脂药" },
  "urate-lowering": { en: "Urate-lowering medicine", zh: "降尿酸药" },
} as const satisfies Record<string, Bilingual>;

/** What a follow-up or a lesson is about. Education topics use the same ids. */
export const concernNames: Readonly<Record<string, Bilingual>> = {
  "blood-pressure": { en: "Blood pressure", zh: "血压" },
  glycaemia: { en: "Blood glucose", zh: "血糖" },
  lipids: { en: "Blood lipids", zh: "血脂" },
  weight: { en: "Weight and waist", zh: "体重与腰围" },
  urate: { en: "Uric acid", zh: "尿酸" },
  liver: { en: "Liver", zh: "肝脏" },
  "liver-fibrosis": { en: "Liver scarring", zh: "肝纤维化" },
  kidney: { en: "Kidneys", zh: "肾脏" },
  "blood-count": { en: "Blood count", zh: "血常规" },
  "metabolic-syndrome": { en: "Metabolic syndrome", zh: "代谢综合征" },
  electrolytes: { en: "Blood salts", zh: "电解质" },
  heart: { en: "Heart", zh: "心脏" },
  "vital-signs": { en: "Vital signs", zh: "生命体征" },
  "leg-arteries": { en: "Leg arteries", zh: "下肢动脉" },
  "cardiovascular-risk": { en: "Heart and vessel risk", zh: "心血管风险" },
  "thyroid-function": { en: "Thyroid function", zh: "甲状腺功能" },
  "h-pylori": { en: "Helicobacter pylori", zh: "幽门螺杆菌" },
  "viral-hepatitis": { en: "Viral hepatitis", zh: "病毒性肝炎" },
  prostate: { en: "Prostate", zh: "前列腺" },
  "tumour-marker": { en: "Tumour markers", zh: "肿瘤标志物" },
  colon: { en: "Bowel", zh: "结直肠" },
  "lung-nodule": { en: "Lung nodule", zh: "肺结节" },
  "thyroid-nodule": { en: "Thyroid nodule", zh: "甲状腺结节" },
  breast: { en: "Breast", zh: "乳腺" },
  cervix: { en: "Cervix", zh: "宫颈" },
  "abdomen-mass": { en: "Mass in the abdomen", zh: "腹部占位" },
  gallbladder: { en: "Gallbladder", zh: "胆囊" },
  carotid: { en: "Neck arteries", zh: "颈动脉" },
  bone: { en: "Bone density", zh: "骨密度" },
  mood: { en: "Mood", zh: "情绪" },
  anxiety: { en: "Anxiety", zh: "焦虑" },
  sleep: { en: "Sleep", zh: "睡眠" },
  alcohol: { en: "Alcohol", zh: "饮酒" },
  tobacco: { en: "Tobacco", zh: "吸烟" },
  activity: { en: "Physical activity", zh: "身体活动" },
  critical: { en: "Urgent result", zh: "危急异常结果" },
  "known-diagnosis": { en: "Known diagnosis", zh: "已知疾病" },
  "reference-range": { en: "Outside the reference range", zh: "超出参考范围" },
};

/** Strands of one concern that are looked at again apart: another test answers each. */
export const siteNames: Readonly<Record<string, Bilingual>> = {
  haemoglobin: { en: "Red cells", zh: "红细胞" },
  "white-cells": { en: "White cells", zh: "白细胞" },
  platelets: { en: "Platelets", zh: "血小板" },
  bilirubin: { en: "Bilirubin", zh: "胆红素" },
  alp: { en: "Alkaline phosphatase", zh: "碱性磷酸酶" },
  hbsag: { en: "Hepatitis B", zh: "乙肝" },
  "urine-glucose": { en: "Glucose in the urine", zh: "尿糖" },
  "urine-infection": { en: "Signs of infection in the urine", zh: "尿路感染征象" },
  triglycerides: { en: "Triglycerides", zh: "甘油三酯" },
  hdl: { en: "HDL cholesterol", zh: "高密度脂蛋白胆固醇" },
  safety: { en: "Safety", zh: "安全" },
  "older-age": { en: "In older age", zh: "老年" },
  "well-being": { en: "Well-being", zh: "幸福感" },
  apnoea: { en: "Pauses of breathing", zh: "呼吸暂停" },
  "urinary-symptoms": { en: "Passing water", zh: "排尿症状" },
};

/** The cardiovascular score that is graded on and spoken of with the client; the others stand behind it. */
export const primaryRisk = "CHINA-PAR";
