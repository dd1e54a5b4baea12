import type { Bilingual } from "../../../kernel/text.ts";
import type { ChoiceAsked } from "../formula.ts";

export const regions = ["low", "moderate", "high", "very high"] as const;
export type Region = (typeof regions)[number];

/** k₁ and k₂ by which a region's incidence rescales the risk, men then women. */
export type Scale = Readonly<
  Record<Region, { male: readonly [number, number]; female: readonly [number, number] }>
>;

/** The risk in percent: 1 − exp(−exp(k₁ + k₂ · ln(−ln(1 − r₀)))), r₀ the uncalibrated fraction. */
export function recalibrated(r0: number, [k1, k2]: readonly [number, number]): number {
  return 100 * (1 - Math.exp(-Math.exp(k1 + k2 * Math.log(-Math.log(1 - r0)))));
}

/** SCORE2 working group, EHJ 2021;42:2439, supplement; SCORE2-Diabetes uses the same. */
export const europe: Scale = {
  low: { male: [-0.5699, 0.7476], female: [-0.738, 0.7019] },
  moderate: { male: [-0.1565, 0.8009], female: [-0.3143, 0.7701] },
  high: { male: [0.3207, 0.936], female: [0.571, 0.9369] },
  "very high": { male: [0.5836, 0.8294], female: [0.9412, 0.8329] },
};

/**
 * The region of an exam here. The draft of the Asia-Pacific model placed China among the high-risk countries;
 * the final list was not seen, and no European list names China.
 */
export const homeRegion = {
  kind: "choice",
  of: regions,
  label: { en: "risk region", zh: "风险地区" },
  says: {
    low: { en: "low risk", zh: "低风险" },
    moderate: { en: "moderate risk", zh: "中风险" },
    high: { en: "high risk", zh: "高风险" },
    "very high": { en: "very high risk", zh: "极高风险" },
  },
  read: () => "high",
} as const satisfies ChoiceAsked;

const asChina: Bilingual = {
  en: "China is taken as a high-risk region; the medical committee has yet to confirm it.",
  zh: "中国按高风险地区计算，尚待医疗委员会确认。",
};
/** Said of the region China is taken for. */
export const regionNote = (region: Region): { note?: Bilingual } =>
  region === "high" ? { note: asChina } : {};
