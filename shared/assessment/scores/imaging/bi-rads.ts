import type { Bilingual } from "../../../kernel/text.ts";
import { type ChoiceAsked, formula } from "../formula.ts";
import { wordOf } from "./asked.ts";

interface Category {
  id: string;
  label: Bilingual;
  action: Bilingual;
}

const row = (id: string, en: string, zh: string, action: string, actionZh: string): Category => ({
  id,
  label: { en: `${id}: ${en}`, zh: `${id} 类：${zh}` },
  action: { en: action, zh: actionZh },
});

const routine = ["Routine screening.", "常规筛查。"] as const;
const biopsy = ["Tissue sampling.", "建议活检。"] as const;

/** Least to most suspicious; 0 is not a degree of suspicion and stands first. */
const categories: readonly Category[] = [
  row("0", "not finished", "评估未完成", "Recall for further imaging.", "召回补充影像检查。"),
  row("1", "nothing found", "阴性", ...routine),
  row("2", "benign", "良性", ...routine),
  row(
    "3",
    "malignant in 2 % or less",
    "恶性率 ≤2%",
    "Again in 6 months, then up to 2 years.",
    "6 个月复查，随访至 2 年。",
  ),
  row("4", "malignant in 2–95 %, not divided", "恶性率 >2%～<95%，未细分", ...biopsy),
  row("4A", "malignant in 2–10 %", "恶性率 >2%～10%", ...biopsy),
  row("4B", "malignant in 10–50 %", "恶性率 >10%～50%", ...biopsy),
  row("4C", "malignant in 50–95 %", "恶性率 >50%～<95%", ...biopsy),
  row("5", "malignant in 95 % or more", "恶性率 ≥95%", ...biopsy),
  row("6", "proven malignant", "已证实恶性", "Treatment.", "按诊疗方案治疗。"),
];

const ids = ["0", "1", "2", "3", "4", "4A", "4B", "4C", "5", "6"] as const;

const category = {
  kind: "choice",
  of: ids,
  label: { en: "category", zh: "类别" },
  says: Object.fromEntries(categories.map(({ id, label }) => [id, label])),
  items: ["BIRADS"],
  read: wordOf("BIRADS", ids),
} as const satisfies ChoiceAsked;

/** What a BI-RADS category of the breast means and asks for. BI-RADS, 5th edition. The value is its place in the list. */
export const biRads = formula({
  id: "BI-RADS",
  name: { en: "Breast imaging, BI-RADS", zh: "乳腺影像 BI-RADS" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "BI-RADS, 5th edition (American College of Radiology)",
  status: "published",
  writtenAs: "category → how often malignant → what to do",
  onlyWith: ["BIRADS"],
  inputs: { category },
  compute({ category }) {
    const value = ids.indexOf(category);
    const { id, label, action } = categories[value] as Category;
    return { value, band: { id, label }, note: action, outputs: { category: id } };
  },
});
