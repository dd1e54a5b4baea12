import type { Department } from "../department.ts";

/**
 * The departments of a checkup centre, in the usual order of a report. Some examine by hand and eye alone and
 * have no item of the catalogue.
 */
export const departments: readonly Department[] = [
  { id: "general", name: { en: "Measurements", zh: "一般检查" }, groups: ["vitals"] },
  { id: "internal", name: { en: "Internal medicine", zh: "内科" } },
  { id: "surgery", name: { en: "Surgery", zh: "外科" } },
  { id: "eye", name: { en: "Ophthalmology", zh: "眼科" } },
  { id: "ent", name: { en: "Ear, nose and throat", zh: "耳鼻咽喉科" } },
  { id: "dental", name: { en: "Dentistry", zh: "口腔科" } },
  { id: "gynaecology", name: { en: "Gynaecology", zh: "妇科" }, groups: ["cervix"] },
  { id: "ecg", name: { en: "Electrocardiography", zh: "心电图室" }, items: ["ECG"] },
  {
    id: "function",
    name: { en: "Function tests", zh: "功能检查科" },
    items: ["UBT13C", "FVC", "FEV1", "FEV1FVC", "ABI", "BAPWV", "LSM"],
  },
  {
    id: "ultrasound",
    name: { en: "Ultrasound", zh: "超声科" },
    items: ["USABD", "USTHY", "USCAR", "USBREAST"],
  },
  {
    id: "radiology",
    name: { en: "Radiology", zh: "放射科" },
    items: ["CXR", "CTCHEST", "LDCT", "MAMMO", "MRBRAIN", "DXA"],
  },
  { id: "endoscopy", name: { en: "Endoscopy", zh: "内镜中心" }, groups: ["endoscopy"] },
  {
    id: "laboratory",
    name: { en: "Laboratory", zh: "检验科" },
    groups: [
      ...["cbc", "liver", "kidney", "glucose", "lipid", "electro", "thyroid", "tumour", "other"],
      ...["urine", "stool"],
    ],
  },
];
