import type { Bilingual } from "../../../kernel/text.ts";
import type { ChoiceAsked, FlagAsked, NumberAsked } from "../formula.ts";
import { type Known, numberOf } from "../known.ts";

/** The word of a coded item, where it is one of those asked for. */
export const wordOf =
  <C extends string>(item: string, words: readonly C[]) =>
  ({ facts }: Known): C | undefined =>
    words.find((word) => word === facts.results[item]?.value);

/** A size in millimetres, read off a coded item where an exam has one. */
export const millimetres = (label: Bilingual, max: number, item?: string) =>
  ({
    kind: "number",
    unit: "mm",
    above: 0,
    max,
    label,
    ...(item ? { items: [item], read: (known: Known) => numberOf(known, item) } : {}),
  }) as const satisfies NumberAsked;

/** A sign that was seen; what nobody mentions was not seen. */
export const sign = (en: string, zh: string) =>
  ({ kind: "flag", optional: true, label: { en, zh } }) as const satisfies FlagAsked;

/** In screening one system speaks, of what was found by chance another: an exam with a low-dose CT is screening. */
export const notScreening = {
  kind: "flag",
  optional: true,
  mustBe: false,
  label: { en: "found in screening with low-dose CT", zh: "低剂量 CT 筛查发现" },
  read: ({ facts }: Known) => facts.results["LDCT"] !== undefined,
} as const satisfies FlagAsked;
export const notByChance = {
  kind: "flag",
  optional: true,
  mustBe: false,
  label: { en: "found by chance, not in screening", zh: "偶然发现，非筛查" },
  read: ({ facts }: Known) => facts.results["LDCT"] === undefined,
} as const satisfies FlagAsked;

const types = ["solid", "part-solid", "ground-glass"] as const;

const typeWords = {
  solid: { en: "solid", zh: "实性" },
  "part-solid": { en: "part-solid", zh: "部分实性" },
  "ground-glass": { en: "ground-glass", zh: "纯磨玻璃" },
  calcified: { en: "benign calcified", zh: "良性钙化" },
} as const satisfies Record<string, Bilingual>;

const typeAsked = <const C extends keyof typeof typeWords>(of: readonly C[]) =>
  ({
    kind: "choice",
    of,
    says: typeWords,
    label: { en: "kind of nodule", zh: "结节类型" },
    items: ["LUNGTYPE"],
    read: wordOf("LUNGTYPE", of),
  }) as const satisfies ChoiceAsked;

/** The lung nodule that decides: the largest, or the most suspicious. */
export const noduleType = typeAsked(types);
export const noduleTypeOrCalcified = typeAsked([...types, "calcified"]);

const meanDiameter: Bilingual = { en: "mean diameter of the nodule", zh: "结节平均直径" };
/** Up to 30 mm; what is larger is a mass and no nodule. */
export const nodule30 = {
  ...millimetres(meanDiameter, 30, "LUNGMM"),
  beyond: "more than 30 mm is a mass, not a nodule",
} as const;
export const noduleMm = millimetres(meanDiameter, 300, "LUNGMM");
export const solidPartMm = {
  ...millimetres({ en: "mean diameter of the solid part", zh: "实性成分平均直径" }, 300, "LUNGSOLIDMM"),
  optional: true,
} as const;

/** A solid part that is larger than its nodule is a slip of the pen. */
export const partLargerThanWhole = {
  refused: { en: "The solid part is larger than the nodule.", zh: "实性成分大于结节本身。" },
} as const;

/** A part-solid nodule of 6 mm or more is told by its solid part alone. */
export const solidPartUnknown = {
  refused: {
    en: "Not computed; missing: mean diameter of the solid part.",
    zh: "未计算；缺少：实性成分平均直径。",
  },
  missing: ["LUNGSOLIDMM"],
};
