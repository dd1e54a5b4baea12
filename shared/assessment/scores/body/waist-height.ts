import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { climbed } from "../ladder.ts";

const bands = [
  { id: "normal", label: { en: "under half the height", zh: "低于身高的一半" } },
  { id: "increased", label: { en: "increased risk", zh: "风险增加" } },
  { id: "high", label: { en: "high risk", zh: "高风险" } },
] as const;

/** Waist ÷ height, both in cm: from 0.5 the risk is increased, from 0.6 high. Adults, not in pregnancy. */
export const waistHeight = formula({
  id: "WAIST-HEIGHT",
  name: { en: "Waist-to-height ratio", zh: "腰高比" },
  unit: "",
  decimals: 2,
  source: "NICE NG246; Ashwell, Obes Rev 2012;13:275",
  status: "published",
  writtenAs: "waist ÷ height",
  inputs: {
    waistCm: ask.waistCm(),
    heightCm: ask.heightCm(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ waistCm, heightCm }) {
    const ratio = waistCm / heightCm;
    return { value: ratio, band: climbed(bands, [0.5, 0.6], ratio), outputs: { ratio } };
  },
});
