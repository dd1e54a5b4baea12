import type { Bilingual } from "../../../kernel/text.ts";
import { type Computed, formula, type Refused } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { climbed } from "../ladder.ts";
import { ideal, tenYears } from "./china-par-equation.ts";
import { firstEvent } from "./gates.ts";

const cuts = [5, 10];
const bands = [
  { id: "low", label: { en: "low", zh: "低危" }, range: { en: "below 5 %", zh: "低于 5 %" } },
  {
    id: "moderate",
    label: { en: "moderate", zh: "中危" },
    range: { en: "5 to under 10 %", zh: "5 % 至低于 10 %" },
  },
  { id: "high", label: { en: "high", zh: "高危" }, range: { en: "10 % or more", zh: "10 % 及以上" } },
] as const;

const labels = {
  north: { en: "living north of the Yangtze", zh: "居住地在长江以北" },
  urban: { en: "living in a town", zh: "居住在城市" },
  family: {
    en: "heart or vessel disease of a parent or sibling",
    zh: "父母或兄弟姐妹有动脉粥样硬化性心血管病",
  },
} as const satisfies Record<string, Bilingual>;

/** The site's own factor, so that a value in mmol/L gives what the site gives. */
const mgdl = 1 / 0.0259;

/**
 * First atherosclerotic heart attack, coronary death or stroke within ten years, in percent, 35 to 74 years:
 * an approximation of the authors' calculator, within 0.4 percentage points of its recorded outputs. Limits of
 * the inputs are the calculator's (SBP 70–200, TC 80–400, HDL 20–130 mg/dL, waist 50–130 cm). Town and family
 * are asked of men only. The lifetime equation is not published. Yang X, Circulation 2016;134:1430.
 */
export const chinaPar = formula({
  id: "CHINA-PAR",
  published: "China-PAR",
  name: { en: "Heart and vessel disease within 10 years (China-PAR)", zh: "China-PAR 十年心血管病风险" },
  unit: "%",
  decimals: 1,
  source: "China-PAR (Yang, Circulation 2016;134:1430); 中国心血管病风险评估和管理指南 2019",
  status: "needs sign-off",
  writtenAs: "1 − exp(−eˣ); x = β₀ + Σ βᵢ·ln(vᵢ) + ln(age)·Σ γⱼ·vⱼ",
  inputs: {
    sex: ask.sex,
    age: ask.age({ min: 35, max: 74 }),
    sbp: ask.sbp({ min: 70, max: 200 }),
    bpTreated: ask.bpTreated,
    totalCholMgdl: ask.totalCholMgdl({ min: 80, max: 400 }, mgdl),
    hdlMgdl: ask.hdlMgdl({ min: 20, max: 130 }, mgdl),
    waistCm: ask.waistCm({ min: 50, max: 130 }),
    smoker: ask.smoker,
    diabetes: ask.diabetes,
    north: { kind: "flag", label: labels.north, read: ({ facts }: Known) => facts.home?.north },
    urban: {
      kind: "flag",
      label: labels.urban,
      optional: true,
      read: ({ facts }: Known) => facts.home?.urban,
    },
    familyHistoryAscvd: {
      kind: "flag",
      label: labels.family,
      optional: true,
      read: ({ facts }: Known) => facts.family?.ascvd,
    },
    ...firstEvent,
  },
  scale: bands,
  unpublished: ["lifetimePct", "idealLifetimePct"],
  compute({ urban, familyHistoryAscvd, ...given }): Computed | Refused {
    if (given.sex === "male" && (urban === undefined || familyHistoryAscvd === undefined)) {
      const open = [
        ...(urban === undefined ? [{ key: "urban", ...labels.urban }] : []),
        ...(familyHistoryAscvd === undefined ? [{ key: "familyHistoryAscvd", ...labels.family }] : []),
      ];
      return {
        refused: {
          en: `Not computed; missing: ${open.map(({ en }) => en).join(", ")}.`,
          zh: `未计算；缺少：${open.map(({ zh }) => zh).join("、")}。`,
        },
        missing: open.map(({ key }) => key),
      };
    }
    const person = { ...given, urban: urban ?? false, familyHistoryAscvd: familyHistoryAscvd ?? false };
    const value = tenYears(person);
    const atBest = tenYears(ideal(person));
    const { id, label } = climbed(bands, cuts, value);
    return {
      value,
      band: { id, label },
      parts: [
        {
          id: "ideal",
          name: { en: "the same person with every factor ideal", zh: "同龄同性别、各危险因素均理想时" },
          value: atBest,
          unit: "%",
          decimals: 1,
        },
      ],
      note: {
        en: "An approximation of the official calculator; the lifetime risk is not available, its equation is not published.",
        zh: "为官方计算器的近似值；终生风险公式未公开，故不提供。",
      },
      outputs: { ascvd10yPct: value, idealAscvd10yPct: atBest },
    };
  },
});
