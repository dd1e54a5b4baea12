import type { Bilingual } from "../../../kernel/text.ts";
import { type ChoiceAsked, type FlagAsked, formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import {
  millimetres,
  nodule30,
  noduleType,
  notScreening,
  partLargerThanWhole,
  solidPartMm,
  solidPartUnknown,
  wordOf,
} from "./asked.ts";

interface Advice {
  id: string;
  /** The more pressing, the higher: none, optional, within a year, within half a year, now. */
  rank: 0 | 1 | 2 | 3 | 4;
  /** As the source's table has it, in short. */
  action: string;
  zh: string;
}

const advice = (id: string, rank: Advice["rank"], action: string, zh: string): Advice => ({
  id,
  rank,
  action,
  zh,
});

const none = advice("none", 0, "no routine follow-up", "无需常规随访");
const optionalCt = advice("solid-lt6-high-risk", 1, "optional CT at 12 mo", "12 个月时可考虑复查 CT");
const solidLarge = advice(
  "solid-gt8",
  4,
  "CT at 3 mo, PET/CT or tissue sampling",
  "3 个月复查 CT，或 PET/CT、活检",
);
const groundGlass = advice(
  "ggn-6",
  2,
  "CT 6-12 mo, then every 2 y to 5 y",
  "6～12 个月复查 CT，此后每 2 年一次至满 5 年",
);
const partSolid = advice(
  "part-solid-6",
  3,
  "CT 3-6 mo, then yearly to 5 y",
  "3～6 个月复查 CT，此后每年一次至满 5 年",
);
const partSolidLarge = advice(
  "part-solid-suspicious",
  4,
  "CT 3-6 mo; if it stays, highly suspicious: PET/CT or tissue sampling",
  "3～6 个月复查 CT；如持续存在则高度可疑，行 PET/CT 或活检",
);
const severalSmall = advice(
  "subsolid-multiple-lt6",
  3,
  "CT 3-6 mo, if stable at 2 and 4 y",
  "3～6 个月复查 CT，稳定者第 2、4 年复查",
);
const several = advice(
  "subsolid-multiple-6",
  3,
  "CT 3-6 mo, then by the most suspicious nodule",
  "3～6 个月复查 CT，此后按最可疑结节处理",
);

type Risk = "low" | "high" | undefined;

const solidSingle: Readonly<Record<"low" | "high" | "unknown", Advice>> = {
  low: advice(
    "solid-6-8",
    2,
    "CT 6-12 mo, then consider 18-24 mo",
    "6～12 个月复查 CT，此后可考虑 18～24 个月复查",
  ),
  high: advice("solid-6-8", 2, "CT 6-12 mo, then 18-24 mo", "6～12 个月复查 CT，此后 18～24 个月复查"),
  unknown: advice(
    "solid-6-8",
    2,
    "CT 6-12 mo, then 18-24 mo (to be considered where the risk is low)",
    "6～12 个月复查 CT，此后 18～24 个月复查（低危者酌情）",
  ),
};
const solidSeveral: typeof solidSingle = {
  low: advice(
    "solid-multiple",
    3,
    "CT 3-6 mo, then consider 18-24 mo",
    "3～6 个月复查 CT，此后可考虑 18～24 个月复查",
  ),
  high: advice("solid-multiple", 3, "CT 3-6 mo, then 18-24 mo", "3～6 个月复查 CT，此后 18～24 个月复查"),
  unknown: advice(
    "solid-multiple",
    3,
    "CT 3-6 mo, then 18-24 mo (to be considered where the risk is low)",
    "3～6 个月复查 CT，此后 18～24 个月复查（低危者酌情）",
  ),
};

function solidAdvice(mm: number, single: boolean, risk: Risk): Advice | undefined {
  if (mm < 6) return risk && (risk === "high" ? optionalCt : none);
  if (single && mm > 8) return solidLarge;
  return (single ? solidSingle : solidSeveral)[risk ?? "unknown"];
}

function subsolidAdvice(mm: number, single: boolean, type: string, solidMm?: number): Advice | undefined {
  if (!single) return mm < 6 ? severalSmall : several;
  if (mm < 6) return none;
  if (type === "ground-glass") return groundGlass;
  return solidMm === undefined ? undefined : Math.round(solidMm) >= 6 ? partSolidLarge : partSolid;
}

const without = (code: string, en: string, zh: string) =>
  ({
    kind: "flag",
    optional: true,
    mustBe: false,
    label: { en, zh },
    read: ({ facts }: Known) => facts.diagnoses.includes(code),
  }) as const satisfies FlagAsked;

const two = <const A extends string, const B extends string>(
  item: string,
  label: Bilingual,
  of: readonly [A, B],
  says: Readonly<Record<A | B, Bilingual>>,
) =>
  ({ kind: "choice", of, label, says, items: [item], read: wordOf(item, of) }) as const satisfies ChoiceAsked;

/**
 * What to do about a nodule found by chance on a chest CT, by kind, number, mean diameter (banded after rounding
 * to whole millimetres) and the person's risk; a single part-solid one of 6 mm or more by its solid part as well.
 * From 35 years, without cancer and with healthy immune defence. Fleischner Society 2017 (MacMahon, Radiology
 * 2017). The value is how pressing it is, 0 to 4.
 */
export const fleischner = formula({
  id: "FLEISCHNER-2017",
  published: "Fleischner-2017",
  name: { en: "Lung nodule found by chance, Fleischner", zh: "偶发肺结节 Fleischner 建议" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "Fleischner Society 2017",
  status: "published",
  writtenAs: "kind × number × mean diameter (< 6, 6–8, > 8 mm) × risk",
  onlyWith: ["LUNGMM"],
  inputs: {
    type: noduleType,
    multiplicity: two("LUNGN", { en: "how many", zh: "数目" }, ["single", "multiple"], {
      single: { en: "one", zh: "单发" },
      multiple: { en: "several", zh: "多发" },
    }),
    meanDiameterMm: { ...nodule30, optional: true },
    roundedMm: {
      ...millimetres({ en: "the same, rounded by the reader", zh: "已四舍五入的平均直径" }, 30),
      optional: true,
    },
    solidMm: solidPartMm,
    risk: {
      ...two("LUNGRISK", { en: "risk of lung cancer", zh: "肺癌风险" }, ["low", "high"], {
        low: { en: "low", zh: "低危" },
        high: { en: "high", zh: "高危" },
      }),
      optional: true,
    },
    screening: notScreening,
    age: ask.optional(ask.age({ min: 35, beyond: "only from 35 years" })),
    cancer: without("cancer", "cancer, now or before", "恶性肿瘤（现患或既往）"),
    immunosuppression: without("immunosuppression", "weakened immune defence", "免疫功能低下"),
  },
  compute({ type, multiplicity, meanDiameterMm, roundedMm, solidMm, risk }) {
    const mm = roundedMm ?? meanDiameterMm;
    if (mm === undefined)
      return {
        refused: {
          en: "Not computed; missing: mean diameter of the nodule.",
          zh: "未计算；缺少：结节平均直径。",
        },
        missing: ["LUNGMM"],
      };
    if (type === "part-solid" && solidMm !== undefined && solidMm > Math.max(mm, meanDiameterMm ?? 0))
      return partLargerThanWhole;
    const single = multiplicity === "single";
    const whole = Math.round(mm);
    const is =
      type === "solid" ? solidAdvice(whole, single, risk) : subsolidAdvice(whole, single, type, solidMm);
    if (!is && type === "part-solid") return solidPartUnknown;
    if (!is)
      return {
        refused: {
          en: "Under 6 mm the advice depends on the risk of lung cancer, which is not said.",
          zh: "小于 6 mm 时建议取决于肺癌风险，而风险未填。",
        },
        missing: ["LUNGRISK"],
      };
    return {
      value: is.rank,
      band: { id: is.id, label: { en: is.action, zh: is.zh } },
      outputs: { action: is.action },
    };
  },
});
