import type { Bilingual } from "../../../kernel/text.ts";
import { formula, type NumberAsked } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf } from "../known.ts";

/** `grave` orders the classes: of two legs the graver one speaks. */
interface Class {
  id: string;
  published: string;
  label: Bilingual;
  grave: number;
}

const classes = {
  severe: {
    id: "severe",
    published: "severe PAD (<=0.40)",
    label: { en: "severely narrowed (0.40 or less)", zh: "重度缺血（≤0.40）" },
    grave: 5,
  },
  moderate: {
    id: "moderate",
    published: "moderate PAD (<=0.70)",
    label: { en: "moderately narrowed (0.70 or less)", zh: "中度缺血（≤0.70）" },
    grave: 4,
  },
  mild: {
    id: "mild",
    published: "mild PAD (<=0.90)",
    label: { en: "mildly narrowed (0.90 or less)", zh: "轻度缺血（≤0.90）" },
    grave: 3,
  },
  stiff: {
    id: "non-compressible",
    published: "non-compressible (>1.40)",
    label: { en: "vessels too stiff to compress (over 1.40)", zh: "血管不可压缩（>1.40）" },
    grave: 2,
  },
  borderline: {
    id: "borderline",
    published: "borderline (0.91-0.99)",
    label: { en: "borderline", zh: "临界" },
    grave: 1,
  },
  normal: { id: "normal", published: "normal (1.00-1.40)", label: { en: "normal", zh: "正常" }, grave: 0 },
} as const satisfies Record<string, Class>;

const classOf = (index: number): Class => {
  if (index <= 0.4) return classes.severe;
  if (index <= 0.7) return classes.moderate;
  if (index <= 0.9) return classes.mild;
  if (index < 1) return classes.borderline;
  return index <= 1.4 ? classes.normal : classes.stiff;
};

const pressure = (en: string, zh: string) =>
  ({
    kind: "number",
    label: { en: `systolic pressure, ${en}`, zh: `${zh}收缩压` },
    unit: "mm[Hg]",
    above: 0,
    optional: true,
  }) as const satisfies NumberAsked;

const highest = (...values: (number | undefined)[]): number | undefined => {
  const there = values.filter((value) => value !== undefined);
  return there.length ? Math.max(...there) : undefined;
};

/**
 * Ankle-brachial index of each leg: its ankle pressure ÷ the higher arm pressure; the graver leg decides.
 * Where the device reported one index and no pressures, that is classed.
 */
export const abi = formula({
  id: "ABI-CLASS",
  published: "ABI",
  name: { en: "Ankle-brachial index", zh: "踝臂指数" },
  unit: "",
  decimals: 2,
  source: "ACC/AHA 2016 (ankle-brachial index)",
  status: "needs sign-off",
  writtenAs: "ankle pressure ÷ higher arm pressure, each leg",
  onlyWith: ["ABI"],
  inputs: {
    armSbpR: pressure("right arm", "右上臂"),
    armSbpL: pressure("left arm", "左上臂"),
    ankleSbpR: pressure("right ankle", "右踝"),
    ankleSbpL: pressure("left ankle", "左踝"),
    reported: {
      kind: "number",
      label: { en: "index as the device reported it", zh: "仪器报告的踝臂指数" },
      unit: "",
      above: 0,
      optional: true,
      items: ["ABI"],
      read: (known: Known) => numberOf(known, "ABI"),
    },
    age: ask.optional(ask.age()),
  },
  compute({ armSbpR, armSbpL, ankleSbpR, ankleSbpL, reported }) {
    const arm = highest(armSbpR, armSbpL);
    const leg = (ankle: number | undefined) => (arm && ankle ? ankle / arm : undefined);
    const [right, left] = [leg(ankleSbpR), leg(ankleSbpL)];
    const measured = [right, left].filter((value) => value !== undefined);
    const indices = measured.length || reported === undefined ? measured : [reported];
    const worst = indices.toSorted((a, b) => classOf(b).grave - classOf(a).grave || a - b)[0];
    if (worst === undefined)
      return {
        refused: {
          en: "Not computed; missing: an arm and an ankle pressure.",
          zh: "未计算；缺少：上臂与踝部收缩压。",
        },
        missing: ["ABI"],
      };
    const { id, label, published } = classOf(worst);
    return {
      value: worst,
      band: { id, label },
      outputs: { right: right ?? null, left: left ?? null, category: published },
    };
  },
});
