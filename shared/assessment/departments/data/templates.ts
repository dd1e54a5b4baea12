import type { ShippedTemplate } from "../template.ts";

type Row = [id: string, zhName: string, enName: string, zh: string, en: string];

const rows = (
  department: string,
  outcome: ShippedTemplate["outcome"],
  ...of: readonly Row[]
): ShippedTemplate[] =>
  of.map(([id, zhName, enName, zh, en]) => ({
    id,
    department,
    outcome,
    name: { zh: zhName, en: enName },
    text: { zh, en },
  }));

/**
 * The sentences a department starts with, this product's own [K]: they describe, and leave what follows to the
 * rules. `{CODE}` stands for the result of that item, `{CODE.value}` for its value without the unit.
 */
// biome-ignore format: a table reads by rows
export const shippedTemplates: readonly ShippedTemplate[] = [
  ...rows("general", "nothing abnormal", ["general-normal", "测量正常", "Measurements in range", "身高 {HEIGHT}，体重 {WEIGHT}，血压 {SBP.value}/{DBP}。一般检查未见异常。", "Height {HEIGHT}, weight {WEIGHT}, blood pressure {SBP.value}/{DBP}. Nothing abnormal in the measurements."]),
  ...rows("general", "abnormal",
    ["general-pressure", "血压偏高", "Blood pressure raised", "血压 {SBP.value}/{DBP}，高于正常。", "Blood pressure {SBP.value}/{DBP}, above normal."],
    ["general-weight", "体重指数异常", "Body mass index out of range", "身高 {HEIGHT}，体重 {WEIGHT}，体重指数 {BMI}，超出正常范围。", "Height {HEIGHT}, weight {WEIGHT}, body mass index {BMI}, out of range."]),
  ...rows("internal", "nothing abnormal", ["internal-normal", "内科未见异常", "Nothing abnormal", "心肺听诊未闻及异常，腹软，肝脾肋下未触及。内科检查未见异常。", "Heart and lungs clear on listening, abdomen soft, liver and spleen not felt. Nothing abnormal in the medical examination."]),
  ...rows("surgery", "nothing abnormal", ["surgery-normal", "外科未见异常", "Nothing abnormal", "皮肤、浅表淋巴结、甲状腺、脊柱及四肢未见异常。", "Skin, superficial lymph nodes, thyroid, spine and limbs: nothing abnormal."]),
  ...rows("eye", "nothing abnormal", ["eye-normal", "眼科未见异常", "Nothing abnormal", "外眼、眼底未见异常。", "Outer eye and fundus: nothing abnormal."]),
  ...rows("ent", "nothing abnormal", ["ent-normal", "耳鼻喉未见异常", "Nothing abnormal", "耳、鼻、咽、喉未见异常。", "Ears, nose, throat and larynx: nothing abnormal."]),
  ...rows("dental", "nothing abnormal", ["dental-normal", "口腔未见异常", "Nothing abnormal", "牙体、牙周及口腔黏膜未见异常。", "Teeth, gums and the lining of the mouth: nothing abnormal."]),
  ...rows("gynaecology", "nothing abnormal", ["gynaecology-normal", "妇科未见异常", "Nothing abnormal", "妇科检查未见异常，宫颈细胞学：{CYTO}，HPV：{HPVTYPE}。", "Nothing abnormal in the gynaecological examination. Cytology: {CYTO}; HPV: {HPVTYPE}."]),
  ...rows("gynaecology", "abnormal", ["gynaecology-cytology", "宫颈筛查异常", "Cervical screening abnormal", "宫颈细胞学：{CYTO}，HPV：{HPVTYPE}。", "Cervical cytology: {CYTO}; HPV: {HPVTYPE}."]),
  ...rows("ecg", "nothing abnormal", ["ecg-normal", "心电图正常", "Normal ECG", "窦性心律，正常心电图。", "Sinus rhythm, normal ECG."]),
  ...rows("ecg", "abnormal", ["ecg-abnormal", "心电图异常", "ECG abnormal", "心电图：{ECG}。", "ECG: {ECG}."]),
  ...rows("function", "nothing abnormal", ["function-normal", "功能检查未见异常", "Nothing abnormal", "所做功能检查未见异常。", "The function tests done show nothing abnormal."]),
  ...rows("function", "abnormal", ["function-hp", "幽门螺杆菌阳性", "Breath test raised", "碳13呼气试验 {UBT13C}，高于正常。", "Carbon-13 breath test {UBT13C}, above normal."]),
  ...rows("ultrasound", "nothing abnormal", ["ultrasound-normal", "超声未见异常", "Nothing abnormal", "所查部位超声未见异常。", "Nothing abnormal on ultrasound of what was examined."]),
  ...rows("ultrasound", "abnormal",
    ["ultrasound-thyroid", "甲状腺结节", "Thyroid nodule", "甲状腺结节，最大径 {THYMM}，C-TIRADS {CTIRADS}。", "Thyroid nodule, largest diameter {THYMM}, C-TIRADS {CTIRADS}."],
    ["ultrasound-liver", "脂肪肝", "Fatty liver", "脂肪肝（{STEATOSIS}）。", "Fatty liver ({STEATOSIS})."],
    ["ultrasound-gallbladder", "胆囊息肉", "Gallbladder polyp", "胆囊息肉样病变，最大径 {POLYPGB}。", "Gallbladder polyp, largest {POLYPGB}."],
    ["ultrasound-carotid", "颈动脉斑块", "Carotid plaque", "颈动脉斑块，最厚 {PLAQUEMM}。", "Carotid plaque, thickest {PLAQUEMM}."],
    ["ultrasound-breast", "乳腺超声所见", "Breast", "乳腺 BI-RADS {BIRADS}。", "Breast BI-RADS {BIRADS}."]),
  ...rows("radiology", "nothing abnormal", ["radiology-normal", "影像未见异常", "Nothing abnormal", "所查部位影像未见异常。", "Nothing abnormal on imaging of what was examined."]),
  ...rows("radiology", "abnormal",
    ["radiology-nodule", "肺结节", "Lung nodule", "肺结节（{LUNGTYPE}，{LUNGN}），平均直径 {LUNGMM}。", "Lung nodule ({LUNGTYPE}, {LUNGN}), mean diameter {LUNGMM}."],
    ["radiology-chest", "胸片异常", "Chest X-ray abnormal", "胸部X线：{CXR}。", "Chest X-ray: {CXR}."]),
  ...rows("endoscopy", "nothing abnormal", ["endoscopy-normal", "内镜未见异常", "Nothing abnormal", "所查内镜未见异常。", "Nothing abnormal on endoscopy."]),
  ...rows("endoscopy", "abnormal", ["endoscopy-colon", "结肠镜所见", "Colonoscopy", "结肠镜：{COLONFIND}。", "Colonoscopy: {COLONFIND}."]),
  ...rows("laboratory", "nothing abnormal", ["laboratory-normal", "化验未见异常", "Nothing abnormal", "所查化验项目均在参考范围内。", "Everything tested lies within its range."]),
  ...rows("laboratory", "abnormal",
    ["laboratory-glucose", "血糖异常", "Glucose raised", "空腹血糖 {FPG}，高于参考范围。", "Fasting glucose {FPG}, above its range."],
    ["laboratory-lipids", "血脂异常", "Lipids", "总胆固醇 {TC}，甘油三酯 {TG}，低密度脂蛋白胆固醇 {LDLC}。", "Total cholesterol {TC}, triglycerides {TG}, LDL cholesterol {LDLC}."],
    ["laboratory-liver", "肝酶偏高", "Liver enzymes raised", "ALT {ALT}，AST {AST}，高于参考范围。", "ALT {ALT}, AST {AST}, above range."],
    ["laboratory-urate", "尿酸偏高", "Uric acid raised", "血尿酸 {UA}，高于参考范围。", "Uric acid {UA}, above its range."]),
];
