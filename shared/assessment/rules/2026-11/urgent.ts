import type { Bilingual } from "../../../kernel/text.ts";
import type { Condition, Rule } from "../../rule-set.ts";

const secondHand = "重要异常结果管理专家共识 2019 (seen second-hand)";
const sentence: Bilingual = { en: "{which}.", zh: "{which}。" };
const urgent = {
  class: "suspected",
  severity: 4,
  sentence,
  meaning: {
    en: "A physician needs to look at this today. The centre will speak to you; if you feel unwell, get emergency help at once.",
    zh: "需要医生今天处理，中心会与您联系；如感不适请立即就医。",
  },
  needsConfirmation: true,
  followUp: "class-a",
  status: "needs sign-off",
} as const satisfies Partial<Rule>;

/** Well outside the range and short of urgent. No list of class B could be read: the limits are proposals. */
const soon = {
  class: "suspected",
  severity: 3,
  sentence,
  needsConfirmation: true,
  followUp: "class-b",
  status: "needs sign-off",
} as const satisfies Partial<Rule>;

const beyond = (item: string, low: number, high: number): Condition => ({
  any: [
    { item, op: "<=", limit: low },
    { item, op: ">=", limit: high },
  ],
});

const salt = (item: string) =>
  ({
    concern: "electrolytes",
    site: item,
    ladder: item,
    evidence: [item],
    topics: ["electrolytes"],
  }) as const;
const heart = (item: string) =>
  ({ concern: "heart", site: item, ladder: item, evidence: [item], topics: ["heart"] }) as const;
const vital = (item: string) =>
  ({ concern: "vital-signs", site: item, ladder: item, evidence: [item], topics: ["vital-signs"] }) as const;

const criticalSalt = (
  id: string,
  item: string,
  name: Bilingual,
  low: number,
  high: number,
  source: string,
): Rule => ({
  ...urgent,
  ...salt(item),
  id,
  when: beyond(item, low, high),
  name,
  repeat: "electrolyte-critical",
  source,
});

const markedSalt = (
  id: string,
  item: string,
  name: Bilingual,
  low: number,
  high: number,
  source: string,
): Rule => ({
  ...soon,
  ...salt(item),
  id,
  when: beyond(item, low, high),
  name,
  meaning: {
    en: "Medicines, vomiting or diarrhoea, the kidneys, or a sample that waited too long can do this. A physician will speak to you within days, and it is measured again; with weakness, cramps, a racing heart or confusion: today.",
    zh: "药物、呕吐腹泻、肾脏原因或标本放置过久均可引起。医生会在数日内与您联系并复查；如有乏力、抽筋、心悸或意识模糊，请当天就诊。",
  },
  repeat: "electrolyte-marked",
  source,
});

/** Critical values no other rule speaks of, and what stands just under them; the clock of a critical value runs apart. */
export const urgentValues = [
  criticalSalt(
    "potassium-critical",
    "K",
    { en: "Potassium critical", zh: "血钾危急值" },
    2.5,
    6.5,
    secondHand,
  ),
  criticalSalt("sodium-critical", "NA", { en: "Sodium critical", zh: "血钠危急值" }, 120, 160, secondHand),
  criticalSalt(
    "calcium-critical",
    "CA",
    { en: "Calcium critical", zh: "血钙危急值" },
    1.5,
    3.25,
    "hospital critical list",
  ),
  {
    ...urgent,
    ...heart("HR"),
    id: "heart-rate-critical",
    when: beyond("HR", 45, 150),
    name: { en: "Heart rate critical", zh: "心率危急值" },
    repeat: "heart-again",
    source: "重要异常结果管理专家共识 2019",
    status: "published",
  },
  {
    ...urgent,
    ...heart("HSTNI"),
    id: "troponin-critical",
    when: { item: "HSTNI", op: ">=", limit: 500 },
    name: { en: "Heart-muscle marker critical", zh: "肌钙蛋白危急值" },
    repeat: "heart-again",
    source: secondHand,
  },
  markedSalt(
    "potassium-marked",
    "K",
    { en: "Potassium well outside the range", zh: "血钾明显异常" },
    3,
    6,
    "hospital critical lists begin at 3.0 and 6.2; 6.0 proposed",
  ),
  markedSalt(
    "sodium-marked",
    "NA",
    { en: "Sodium well outside the range", zh: "血钠明显异常" },
    130,
    152,
    "centre's proposal",
  ),
  markedSalt(
    "calcium-marked",
    "CA",
    { en: "Calcium well outside the range", zh: "血钙明显异常" },
    1.9,
    2.8,
    "centre's proposal; hospital critical lists begin at 1.75",
  ),
  {
    ...soon,
    ...heart("HR"),
    id: "heart-rate-marked",
    when: beyond("HR", 49, 120),
    name: { en: "Heart rate well outside the range", zh: "心率明显异常" },
    meaning: {
      en: "A trained heart beats slowly, and hurry, fever or coffee make it fast. A physician will speak to you within days, and it is counted again at rest; with fainting, chest pain or breathlessness: at once.",
      zh: "经常锻炼者心率偏慢，匆忙、发热或咖啡可致心率加快。医生会在数日内与您联系，并在安静状态下复测；如有晕厥、胸痛或气促，请立即就医。",
    },
    repeat: "heart-again",
    source: "proposed B-class limit (46 to 49; from 120, symptoms not being known)",
  },
  {
    ...soon,
    ...heart("HSTNI"),
    id: "troponin-raised",
    when: { item: "HSTNI", op: ">", limit: { male: 34, female: 16 } },
    name: { en: "Heart-muscle marker raised", zh: "肌钙蛋白升高" },
    meaning: {
      en: "Strain on the heart, the kidneys or very hard exercise can do this. A physician will speak to you within days, and it is measured again; with chest pain or breathlessness get emergency help at once.",
      zh: "心脏负荷、肾脏原因或剧烈运动均可引起。医生会在数日内与您联系并复查；如有胸痛或气促，请立即就医。",
    },
    repeat: "heart-again",
    source: "99th percentiles of one assay; use the laboratory's own",
  },
  {
    ...soon,
    ...vital("SPO2"),
    id: "oxygen-low",
    when: { item: "SPO2", op: "<=", limit: 93 },
    name: { en: "Oxygen saturation low", zh: "血氧饱和度降低" },
    meaning: {
      en: "Cold fingers or nail varnish can do this, and so can the lungs. It is measured again at once; if it stays, a physician sees you today. If you are breathless, get emergency help.",
      zh: "手指冰冷或指甲油可影响读数，也可能与肺部有关。请立即复测；如仍偏低，请当天就诊。如有气促，请立即就医。",
    },
    repeat: "vital-again",
    source: "centre's proposal",
  },
  {
    ...soon,
    ...vital("TEMP"),
    id: "temperature-marked",
    when: beyond("TEMP", 35, 38),
    name: { en: "Body temperature well outside the range", zh: "体温明显异常" },
    meaning: {
      en: "Most often an infection that passes. It is measured again; a physician speaks to you within days, and today from 39 °C, with shivering, a stiff neck or confusion.",
      zh: "多为可自行恢复的感染。请复测体温，医生会在数日内与您联系；达 39 °C，或有寒战、颈部僵硬、意识模糊，请当天就诊。",
    },
    repeat: "vital-again",
    source: "centre's proposal",
  },
] as const satisfies readonly Rule[];
