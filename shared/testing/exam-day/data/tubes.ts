import type { Bilingual } from "../../../kernel/text.ts";

/** What a specimen is drawn into, in the order of draw of CLSI GP41: serum before EDTA before fluoride. */
export interface Tube {
  id: string;
  specimens: readonly string[];
  name: Bilingual;
  /** Code of HL7 table 0487 for SPM-4. */
  hl7: string;
}

/** The tube of each specimen. Colours differ between makers; the centre's own, needs sign-off. */
export const tubes: readonly Tube[] = [
  {
    id: "serum",
    specimens: ["serum"],
    name: { en: "Serum, gel (yellow cap)", zh: "血清分离胶管（黄帽）" },
    hl7: "SER",
  },
  {
    id: "edta",
    specimens: ["EDTA blood"],
    name: { en: "EDTA (purple cap)", zh: "EDTA 抗凝管（紫帽）" },
    hl7: "BLD",
  },
  {
    id: "plasma",
    specimens: ["plasma/EDTA", "plasma"],
    name: { en: "Plasma (grey cap)", zh: "血浆管（灰帽）" },
    hl7: "PLAS",
  },
  { id: "urine", specimens: ["urine"], name: { en: "Urine cup", zh: "尿杯" }, hl7: "UR" },
  { id: "stool", specimens: ["stool"], name: { en: "Stool kit", zh: "粪便采样盒" }, hl7: "STL" },
  {
    id: "cervix",
    specimens: ["cervical sample"],
    name: { en: "Cervical sample, liquid vial", zh: "宫颈液基保存瓶" },
    hl7: "CVX",
  },
];
