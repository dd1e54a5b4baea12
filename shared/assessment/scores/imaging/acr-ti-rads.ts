import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";

const points = {
  composition: { cystic: 0, spongiform: 0, mixed: 1, solid: 2 },
  echogenicity: { anechoic: 0, hyperechoic: 1, isoechoic: 1, hypoechoic: 2, "very hypoechoic": 3 },
  shape: { "wider-than-tall": 0, "taller-than-wide": 3 },
  margin: { smooth: 0, "ill-defined": 0, lobulated: 2, irregular: 2, "extrathyroidal extension": 3 },
} as const;

/** Points of echogenic foci, which add up; the spellings after the first of a kind are other people's. */
const foci: Readonly<Record<string, number>> = {
  none: 0,
  "large comet-tail": 0,
  macrocalcification: 1,
  rim: 2,
  punctate: 3,
  "comet-tail": 0,
  "large comet-tail artifacts": 0,
  macrocalcifications: 1,
  peripheral: 2,
  "rim calcification": 2,
  "rim calcifications": 2,
  "peripheral calcification": 2,
  "peripheral calcifications": 2,
  "peripheral rim": 2,
  microcalcification: 3,
  microcalcifications: 3,
  "punctate echogenic foci": 3,
};

interface Level {
  id: string;
  label: Bilingual;
  /** Malignant among nodules of the level, %. */
  malignant: number;
  /** Sizes in cm from which to puncture and from which to look again. */
  fnaCm?: number;
  followCm?: number;
}

const levels = {
  TR1: { id: "TR1", label: { en: "TR1, benign", zh: "TR1 良性" }, malignant: 0.3 },
  TR2: { id: "TR2", label: { en: "TR2, not suspicious", zh: "TR2 无可疑" }, malignant: 1.5 },
  TR3: {
    id: "TR3",
    label: { en: "TR3, mildly suspicious", zh: "TR3 轻度可疑" },
    malignant: 4.8,
    fnaCm: 2.5,
    followCm: 1.5,
  },
  TR4: {
    id: "TR4",
    label: { en: "TR4, moderately suspicious", zh: "TR4 中度可疑" },
    malignant: 9.1,
    fnaCm: 1.5,
    followCm: 1,
  },
  TR5: {
    id: "TR5",
    label: { en: "TR5, highly suspicious", zh: "TR5 高度可疑" },
    malignant: 35,
    fnaCm: 1,
    followCm: 0.5,
  },
} as const satisfies Record<string, Level>;

const levelOf = (sum: number): Level =>
  sum === 0
    ? levels.TR1
    : sum <= 2
      ? levels.TR2
      : sum === 3
        ? levels.TR3
        : sum <= 6
          ? levels.TR4
          : levels.TR5;

const actions = {
  FNA: { en: "Fine-needle aspiration.", zh: "建议细针穿刺活检。" },
  "follow-up": { en: "Ultrasound again, yearly at first.", zh: "定期复查超声，首次为 1 年。" },
  none: { en: "No puncture and no follow-up at this size.", zh: "该大小无需穿刺或随访。" },
} as const satisfies Record<string, Bilingual>;

const actionOf = ({ fnaCm, followCm }: Level, sizeCm: number): keyof typeof actions => {
  if (fnaCm !== undefined && sizeCm >= fnaCm) return "FNA";
  return followCm !== undefined && sizeCm >= followCm ? "follow-up" : "none";
};

const seen = <const C extends string>(
  of: readonly C[],
  label: Bilingual,
  says: Readonly<Record<C, Bilingual>>,
) => ({ kind: "choice", of, label, says }) as const;

/**
 * Points of a thyroid nodule: composition, echogenicity, shape and margin once each, echogenic foci added up;
 * a spongiform nodule has none. 0 TR1, 1–2 TR2, 3 TR3, 4–6 TR4, from 7 TR5. Puncture from 2.5, 1.5, 1.0 cm and
 * follow-up from 1.5, 1.0, 0.5 cm at TR3, TR4, TR5. ACR TI-RADS 2017 (Tessler, J Am Coll Radiol 2017).
 */
export const acrTiRads = formula({
  id: "ACR-TI-RADS",
  published: "ACR-TI-RADS",
  name: { en: "Thyroid nodule, ACR TI-RADS", zh: "甲状腺结节 ACR TI-RADS" },
  unit: "",
  decimals: 0,
  source: "ACR TI-RADS 2017",
  status: "published",
  writtenAs: "composition + echogenicity + shape + margin + Σ foci; 0 TR1, 1–2 TR2, 3 TR3, 4–6 TR4, ≥ 7 TR5",
  inputs: {
    composition: seen(
      ["cystic", "spongiform", "mixed", "solid"],
      { en: "composition", zh: "成分" },
      {
        cystic: { en: "cystic or almost", zh: "囊性或几乎囊性" },
        spongiform: { en: "spongiform", zh: "海绵状" },
        mixed: { en: "mixed cystic and solid", zh: "囊实混合" },
        solid: { en: "solid or almost", zh: "实性或几乎实性" },
      },
    ),
    echogenicity: seen(
      ["anechoic", "hyperechoic", "isoechoic", "hypoechoic", "very hypoechoic"],
      { en: "echogenicity", zh: "回声" },
      {
        anechoic: { en: "anechoic", zh: "无回声" },
        hyperechoic: { en: "hyperechoic", zh: "高回声" },
        isoechoic: { en: "isoechoic", zh: "等回声" },
        hypoechoic: { en: "hypoechoic", zh: "低回声" },
        "very hypoechoic": { en: "very hypoechoic", zh: "极低回声" },
      },
    ),
    shape: seen(
      ["wider-than-tall", "taller-than-wide"],
      { en: "shape", zh: "形态" },
      {
        "wider-than-tall": { en: "wider than tall", zh: "宽大于高" },
        "taller-than-wide": { en: "taller than wide", zh: "高大于宽" },
      },
    ),
    margin: seen(
      ["smooth", "ill-defined", "lobulated", "irregular", "extrathyroidal extension"],
      { en: "margin", zh: "边缘" },
      {
        smooth: { en: "smooth", zh: "光滑" },
        "ill-defined": { en: "ill-defined", zh: "模糊" },
        lobulated: { en: "lobulated", zh: "分叶" },
        irregular: { en: "irregular", zh: "不规则" },
        "extrathyroidal extension": { en: "extends beyond the thyroid", zh: "甲状腺外侵犯" },
      },
    ),
    foci: {
      kind: "words",
      of: Object.keys(foci),
      label: { en: "echogenic foci", zh: "强回声灶" },
      says: {
        none: { en: "none", zh: "无" },
        "large comet-tail": { en: "large comet-tail", zh: "大彗星尾" },
        macrocalcification: { en: "macrocalcification", zh: "粗大钙化" },
        rim: { en: "rim calcification", zh: "边缘环状钙化" },
        punctate: { en: "punctate", zh: "点状强回声" },
      },
    },
    sizeCm: {
      kind: "number",
      unit: "cm",
      above: 0,
      max: 15,
      optional: true,
      label: { en: "largest diameter", zh: "最大径" },
    },
  },
  compute({ composition, echogenicity, shape, margin, foci: spots, sizeCm }) {
    const sum =
      composition === "spongiform"
        ? 0
        : points.composition[composition] +
          points.echogenicity[echogenicity] +
          points.shape[shape] +
          points.margin[margin] +
          spots.reduce((so, spot) => so + (foci[spot] ?? 0), 0);
    const level = levelOf(sum);
    const action = sizeCm === undefined ? undefined : actionOf(level, sizeCm);
    return {
      value: sum,
      band: { id: level.id, label: level.label },
      parts: [malignant(level.malignant)],
      ...(action && { note: actions[action] }),
      outputs: { points: sum, level: level.id, ...(action && { action }) },
    };
  },
});

const malignant = (value: number) => ({
  id: "malignant",
  name: { en: "malignant among such nodules", zh: "同类结节恶性比例" },
  value,
  unit: "%",
  decimals: 1,
});
