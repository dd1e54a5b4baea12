import type { Bilingual } from "../../../kernel/text.ts";
import type { Sex } from "../../catalogue/catalogue-item.ts";

/** Everything named must hold. */
interface When {
  /** A concern of the last signed assessment. */
  concern?: string;
  family?: "diabetes" | "ascvd" | "hypertension" | "cancer";
  smoked?: true;
  sex?: Sex;
  ageFrom?: number;
  ageTo?: number;
}

/** Why an item may be worth adding, and how soon it makes sense again (`Infinity`: once is enough). */
export interface AddOnRule {
  id: string;
  item: string;
  when: When;
  everyMonths: number;
  reason: Bilingual;
  source: Bilingual;
  status: "published" | "needs sign-off";
}

const guide: Bilingual = {
  en: "2025 health checkup guide, as the catalogue cites it",
  zh: "2025年体检指南（按项目目录所引）",
};
const own: Bilingual = { en: "general practice", zh: "通行做法" };

const published = (
  id: string,
  item: string,
  when: When,
  everyMonths: number,
  en: string,
  zh: string,
): AddOnRule => ({
  id,
  item,
  when,
  everyMonths,
  reason: { en, zh },
  source: guide,
  status: "published",
});
const unsigned = (
  id: string,
  item: string,
  when: When,
  everyMonths: number,
  en: string,
  zh: string,
): AddOnRule => ({
  id,
  item,
  when,
  everyMonths,
  reason: { en, zh },
  source: own,
  status: "needs sign-off",
});

/**
 * What is proposed beside a package. Age limits of the guide are those the catalogue cites; every other row is from
 * general practice and needs the committee's sign-off. Hepatitis B is never proposed: it is asked for by consent alone.
 */
// biome-ignore format: a table reads by rows
export const addOnRules: readonly AddOnRule[] = [
  published("ecg-40", "ECG", { ageFrom: 40 }, 12, "From 40, an electrocardiogram every year.", "40岁起每年一次心电图。"),
  published("ldct-smoked", "LDCT", { ageFrom: 50, smoked: true }, 12, "From 50, for who smokes or smoked 20 pack-years: ask how much.", "50岁起且吸烟累计≥20包年者；请核实吸烟量。"),
  published("breast-us-40", "USBREAST", { sex: "female", ageFrom: 40 }, 12, "From 40, women: the breasts by ultrasound.", "40岁起女性：乳腺超声。"),
  published("fit-50", "FIT", { ageFrom: 50 }, 12, "From 50, hidden blood in the stool every year.", "50岁起每年粪便免疫潜血。"),
  published("hpv-30", "HPV", { sex: "female", ageFrom: 30, ageTo: 65 }, 60, "Women from 30 to 65: HPV every five years.", "30至65岁女性：每5年一次HPV检测。"),
  unsigned("mammo-40", "MAMMO", { sex: "female", ageFrom: 40, ageTo: 74 }, 24, "Women from 40 to 74: mammography every two years.", "40至74岁女性：每两年一次乳腺钼靶。"),
  unsigned("pap-25", "PAP", { sex: "female", ageFrom: 25, ageTo: 65 }, 36, "Women from 25 to 65: cytology every three years.", "25至65岁女性：每3年一次宫颈细胞学。"),
  unsigned("psa-50", "PSA", { sex: "male", ageFrom: 50, ageTo: 75 }, 24, "Men from 50 to 75 who want to know, after a talk on what it can and cannot tell.", "50至75岁男性，知情沟通后自愿检查。"),
  unsigned("dxa-woman-65", "DXA", { sex: "female", ageFrom: 65 }, 24, "Women from 65: bone density every two years.", "65岁起女性：每两年一次骨密度。"),
  unsigned("dxa-man-70", "DXA", { sex: "male", ageFrom: 70 }, 24, "Men from 70: bone density every two years.", "70岁起男性：每两年一次骨密度。"),
  unsigned("colon-50", "COLON", { ageFrom: 50, ageTo: 75 }, 120, "From 50 to 75: colonoscopy every ten years, or the stool test every year.", "50至75岁：每10年一次结肠镜，或每年粪便潜血。"),
  unsigned("spirometry-smoked", "FEV1FVC", { ageFrom: 40, smoked: true }, 24, "From 40, for who smokes or smoked: breathing test.", "40岁起吸烟或曾吸烟者：肺功能。"),
  unsigned("carotid-smoked", "USCAR", { ageFrom: 50, smoked: true }, 24, "From 50, for who smokes or smoked: the neck arteries.", "50岁起吸烟或曾吸烟者：颈动脉超声。"),
  unsigned("hcv-once", "HCVAB", { ageFrom: 18 }, Infinity, "Once in life: hepatitis C antibody.", "一生至少一次丙肝抗体筛查。"),
  unsigned("lpa-once", "LPA", { ageFrom: 18 }, Infinity, "Once in life: lipoprotein(a) hardly changes.", "一生至少一次脂蛋白(a)：其水平基本不变。"),
  unsigned("family-diabetes", "HBA1C", { family: "diabetes" }, 12, "Diabetes in the family: HbA1c every year.", "家族有糖尿病：每年糖化血红蛋白。"),
  unsigned("family-ascvd-carotid", "USCAR", { family: "ascvd", ageFrom: 40 }, 24, "Heart or vessel disease in the family: the neck arteries.", "家族有心血管病：颈动脉超声。"),
  unsigned("family-ascvd-hscrp", "HSCRP", { family: "ascvd" }, 12, "Heart or vessel disease in the family: inflammation marker.", "家族有心血管病：超敏C反应蛋白。"),
  unsigned("family-hypertension", "UACR", { family: "hypertension", ageFrom: 40 }, 12, "High blood pressure in the family: the kidneys' first sign.", "家族有高血压：肾损害早期指标。"),
  unsigned("family-cancer-colon", "COLON", { family: "cancer", ageFrom: 40, ageTo: 75 }, 60, "Cancer in the family: ask which; for bowel cancer, colonoscopy from 40.", "家族有肿瘤史：请问清种类；肠癌家族史者40岁起结肠镜。"),
  unsigned("glycaemia-hba1c", "HBA1C", { concern: "glycaemia" }, 3, "Blood sugar was raised: the mean of three months.", "血糖曾升高：反映近三个月平均水平。"),
  unsigned("glycaemia-ogtt", "OGTT2H", { concern: "glycaemia" }, 12, "Blood sugar was raised: the two-hour value settles it.", "血糖曾升高：糖耐量2小时值可明确。"),
  unsigned("glycaemia-uacr", "UACR", { concern: "glycaemia" }, 12, "Blood sugar was raised: the kidneys' first sign, every year.", "血糖曾升高：每年检查肾损害早期指标。"),
  unsigned("pressure-uacr", "UACR", { concern: "blood-pressure" }, 12, "Blood pressure was raised: the kidneys' first sign, every year.", "血压曾升高：每年检查肾损害早期指标。"),
  unsigned("pressure-ecg", "ECG", { concern: "blood-pressure" }, 12, "Blood pressure was raised: the heart by electrocardiogram.", "血压曾升高：心电图。"),
  unsigned("pressure-k", "K", { concern: "blood-pressure" }, 12, "Blood pressure was raised: potassium.", "血压曾升高：血钾。"),
  unsigned("lipids-carotid", "USCAR", { concern: "lipids", ageFrom: 40 }, 24, "Lipids were high: the neck arteries.", "血脂曾异常：颈动脉超声。"),
  unsigned("lipids-lpa", "LPA", { concern: "lipids" }, Infinity, "Lipids were high: lipoprotein(a), once.", "血脂曾异常：脂蛋白(a)查一次。"),
  unsigned("risk-hscrp", "HSCRP", { concern: "cardiovascular-risk" }, 12, "The ten-year risk is raised: inflammation marker.", "十年心血管风险升高：超敏C反应蛋白。"),
  unsigned("risk-carotid", "USCAR", { concern: "cardiovascular-risk" }, 24, "The ten-year risk is raised: the neck arteries.", "十年心血管风险升高：颈动脉超声。"),
  unsigned("risk-abi", "ABI", { concern: "cardiovascular-risk", ageFrom: 50 }, 24, "The ten-year risk is raised: the leg arteries.", "十年心血管风险升高：踝臂指数。"),
  unsigned("liver-us", "USABD", { concern: "liver" }, 12, "Liver values were raised: the liver by ultrasound.", "肝功能曾异常：腹部超声。"),
  unsigned("liver-lsm", "LSM", { concern: "liver" }, 12, "Liver values were raised: stiffness of the liver.", "肝功能曾异常：肝脏硬度。"),
  unsigned("fibrosis-lsm", "LSM", { concern: "liver-fibrosis" }, 12, "The fibrosis score was raised: stiffness of the liver.", "肝纤维化评分升高：肝脏硬度。"),
  unsigned("hepatitis-afp", "AFP", { concern: "viral-hepatitis" }, 6, "Hepatitis: AFP every six months with ultrasound.", "肝炎：每6个月甲胎蛋白并超声。"),
  unsigned("kidney-cysc", "CYSC", { concern: "kidney" }, 12, "Kidney values were low: confirmed by cystatin C.", "肾功能曾下降：胱抑素C可佐证。"),
  unsigned("kidney-uacr", "UACR", { concern: "kidney" }, 12, "Kidney values were low: albumin in the urine.", "肾功能曾下降：尿白蛋白/肌酐。"),
  unsigned("thyroid-ft4", "FT4", { concern: "thyroid-function" }, 3, "TSH was off: free T4.", "促甲状腺激素异常：游离T4。"),
  unsigned("nodule-us", "USTHY", { concern: "thyroid-nodule" }, 12, "A thyroid nodule is known: ultrasound every year.", "已知甲状腺结节：每年超声。"),
  unsigned("weight-us", "USABD", { concern: "weight" }, 12, "Weight: the liver by ultrasound.", "体重问题：腹部超声查肝脏。"),
  unsigned("weight-insulin", "INSULIN", { concern: "metabolic-syndrome" }, 12, "Metabolic syndrome: fasting insulin.", "代谢综合征：空腹胰岛素。"),
  unsigned("urate-us", "USABD", { concern: "urate" }, 12, "Uric acid was high: the kidneys by ultrasound.", "尿酸曾升高：腹部超声查肾脏。"),
  unsigned("anaemia-ferritin", "FER", { concern: "blood-count" }, 12, "The blood count was off: iron stores.", "血常规曾异常：铁蛋白。"),
  unsigned("bone-vitd", "VITD", { concern: "bone" }, 12, "Bone density was low: vitamin D.", "骨密度曾降低：维生素D。"),
  unsigned("tobacco-ldct", "LDCT", { concern: "tobacco", ageFrom: 50 }, 12, "Smoking from 50: low-dose CT every year, after a talk on what it finds.", "50岁起吸烟者：知情沟通后每年低剂量CT。"),
];
