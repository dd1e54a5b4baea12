import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";
import { millimetres, sign } from "./asked.ts";

interface Category {
  id: "2" | "3" | "4A" | "4B" | "4C" | "5";
  label: Bilingual;
  /** Sizes in mm from which to puncture: any nodule, and one of several or near capsule, trachea or nerve. */
  fnaMm?: number;
  nearMm?: number;
}

const category = (id: Category["id"], en: string, zh: string, fnaMm?: number, nearMm?: number): Category => ({
  id,
  label: { en: `${id}, ${en} malignant`, zh: `${id} 类，恶性率 ${zh}` },
  ...(fnaMm ? { fnaMm } : {}),
  ...(nearMm ? { nearMm } : {}),
});

/** By points from −1. */
const categories: readonly Category[] = [
  category("2", "0 %", "0%"),
  category("3", "under 2 %", "<2%"),
  category("4A", "2–10 %", "2%～10%", 15, 10),
  category("4B", "10–50 %", "10%～50%", 10, 5),
  category("4C", "50–90 %", "50%～90%", 10, 5),
  category("4C", "50–90 %", "50%～90%", 10, 5),
  category("5", "over 90 %", ">90%", 10, 5),
];

const actions = {
  FNA: { en: "Fine-needle aspiration.", zh: "建议细针穿刺活检。" },
  "follow-up": { en: "No puncture at this size; ultrasound again.", zh: "该大小暂不穿刺，定期复查超声。" },
} as const satisfies Record<string, Bilingual>;

/**
 * Counts what makes a thyroid nodule suspicious: vertical, solid, markedly hypoechoic, microcalcification, and
 * an ill-defined or irregular margin or extension (+1 each); a comet tail takes 1 away. −1 → 2, 0 → 3, 1 → 4A,
 * 2 → 4B, 3–4 → 4C, 5 → 5. Puncture: 4A from 15 mm, 4B–5 from 10 mm; from 10 and 5 mm where there are several
 * or it lies near the capsule, the trachea or the laryngeal nerve. C-TIRADS 2020.
 */
export const cTiRads = formula({
  id: "C-TIRADS",
  published: "C-TIRADS",
  name: { en: "Thyroid nodule, C-TIRADS", zh: "甲状腺结节 C-TIRADS" },
  unit: "",
  decimals: 0,
  source: "C-TIRADS 2020 (中国超声甲状腺影像报告和数据系统)",
  status: "published",
  writtenAs:
    "vertical + solid + markedly hypoechoic + microcalcification + ill-defined, irregular or beyond the thyroid − comet tail",
  inputs: {
    vertical: sign("taller than wide (vertical)", "垂直位"),
    solid: sign("solid", "实性"),
    markedlyHypoechoic: sign("markedly hypoechoic", "极低回声"),
    microcalcification: sign("microcalcification", "点状强回声（可疑微钙化）"),
    illDefinedIrregularOrEte: sign(
      "ill-defined or irregular margin, or beyond the thyroid",
      "边缘模糊、不规则或甲状腺外侵犯",
    ),
    cometTail: sign("comet tail", "彗星尾征"),
    sizeMm: { ...millimetres({ en: "largest diameter", zh: "最大径" }, 150), optional: true },
    near: sign(
      "one of several, or near capsule, trachea or laryngeal nerve",
      "多发，或紧邻被膜、气管、喉返神经",
    ),
  },
  compute({ sizeMm, near, cometTail, ...signs }) {
    const { vertical, solid, markedlyHypoechoic, microcalcification, illDefinedIrregularOrEte } = signs;
    const bad = [vertical, solid, markedlyHypoechoic, microcalcification, illDefinedIrregularOrEte];
    const score = bad.filter(Boolean).length - (cometTail ? 1 : 0);
    const { id, label, fnaMm, nearMm } = categories[score + 1] as Category;
    const from = near ? nearMm : fnaMm;
    const action =
      sizeMm === undefined ? undefined : from !== undefined && sizeMm >= from ? "FNA" : "follow-up";
    return {
      value: score,
      band: { id, label },
      ...(action && { note: actions[action] }),
      outputs: { score, category: id, ...(action && { action }) },
    };
  },
});
