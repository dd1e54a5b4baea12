import type { Bilingual } from "../../../kernel/text.ts";
import { formula, type NumberAsked } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { answersAt } from "./answers.ts";

/** In tenths of a MET, so that whole minutes add up exactly at the cut-offs. */
const tenths = { walk: 33, moderate: 40, vigorous: 80 } as const;
const bout = 10;
const dayCap = 180;
const wakingCap = 960;

const answered = (at: number, unit: string, max: number, label: Bilingual) =>
  ({
    kind: "number",
    label,
    unit,
    min: 0,
    max,
    items: ["IPAQA"],
    read: (known: Known) => answersAt(known, "IPAQA")?.[at],
  }) as const satisfies NumberAsked;

const days = (at: number, en: string, zh: string) =>
  answered(at, "d", 7, { en: `days with ${en}`, zh: `${zh}天数` });
const minutes = (at: number, en: string, zh: string) =>
  answered(at, "min", 1440, { en: `minutes a day of ${en}`, zh: `每天${zh}分钟数` });

const labels = {
  high: { en: "high activity", zh: "高水平" },
  moderate: { en: "moderate activity", zh: "中等水平" },
  low: { en: "low activity", zh: "低水平" },
} as const;

const implausible = {
  en: "Not computed; more than 16 hours of movement a day: the protocol leaves such answers out.",
  zh: "未计算；每日活动超过16小时，按评分规程剔除。",
};
const notWhole = { en: "Not computed; days are whole.", zh: "未计算；天数须为整数。" };

/** Less than ten minutes is no bout, so no day of it either; more than three hours a day count as three. */
function counted(days: number, minutes: number): { days: number; minutes: number } {
  return minutes < bout || days === 0
    ? { days: 0, minutes: 0 }
    : { days, minutes: Math.min(minutes, dayCap) };
}

/**
 * Physical activity of a week, short form: MET-minutes of walking (3.3), moderate (4) and vigorous (8)
 * activity, bouts from 10 minutes, three hours a day at most each, no answer above 16 hours a day; ages
 * 15–69. The category also counts days.
 */
export const ipaqSf = formula({
  id: "IPAQ-SF",
  published: "IPAQ-SF",
  name: { en: "IPAQ short form, physical activity", zh: "IPAQ 短卷 身体活动" },
  unit: "MET.min/wk",
  decimals: 0,
  source: "IPAQ Research Committee, scoring protocol, November 2005",
  status: "published",
  writtenAs: "3.3 × walking + 4 × moderate + 8 × vigorous (minutes a week)",
  onlyWith: ["IPAQA"],
  inputs: {
    vigDays: days(0, "vigorous activity", "剧烈活动"),
    vigMin: minutes(1, "vigorous activity", "剧烈活动"),
    modDays: days(2, "moderate activity", "中等强度活动"),
    modMin: minutes(3, "moderate activity", "中等强度活动"),
    walkDays: days(4, "walking", "步行"),
    walkMin: minutes(5, "walking", "步行"),
    age: ask.optional(ask.age({ min: 15, max: 69 })),
  },
  compute({ vigDays, vigMin, modDays, modMin, walkDays, walkMin }) {
    if (![vigDays, modDays, walkDays].every(Number.isInteger)) return { refused: notWhole };
    const spent = (onDays: number, each: number) => (onDays > 0 ? each : 0);
    if (spent(vigDays, vigMin) + spent(modDays, modMin) + spent(walkDays, walkMin) > wakingCap)
      return { refused: implausible };
    const [vig, mod, walk] = [counted(vigDays, vigMin), counted(modDays, modMin), counted(walkDays, walkMin)];
    const total =
      (tenths.vigorous * vig.days * vig.minutes +
        tenths.moderate * mod.days * mod.minutes +
        tenths.walk * walk.days * walk.minutes) /
      10;
    const anyDays = vig.days + mod.days + walk.days;
    const from30 = (one: { days: number; minutes: number }) => (one.minutes >= 30 ? one.days : 0);
    const high = (vig.days >= 3 && total >= 1500) || (anyDays >= 7 && total >= 3000);
    const moderate =
      (vig.days >= 3 && vig.minutes >= 20) ||
      from30(mod) + from30(walk) >= 5 ||
      (anyDays >= 5 && total >= 600);
    const category = high ? "high" : moderate ? "moderate" : "low";
    return {
      value: total,
      band: { id: category, label: labels[category] },
      outputs: { metMinPerWeek: total, category },
    };
  },
});
