import type { Bilingual } from "../../../kernel/text.ts";
import { type Band, formula, type NumberAsked } from "../formula.ts";
import * as ask from "../inputs.ts";
import { climbed } from "../ladder.ts";
import { nonHdlAt } from "./non-hdl.ts";

interface Class extends Band {
  /** How grave among the classes of all five. */
  level: 0 | 1 | 2;
}

const ideal: Class = { id: "ideal", level: 0, label: { en: "ideal", zh: "理想" } };
const acceptable: Class = { id: "acceptable", level: 0, label: { en: "acceptable", zh: "合适" } };
const borderline: Class = {
  id: "borderline-high",
  level: 1,
  label: { en: "borderline high", zh: "边缘升高" },
};
const high: Class = { id: "high", level: 2, label: { en: "high", zh: "升高" } };
const low: Class = { id: "low", level: 2, label: { en: "low", zh: "降低" } };

interface Scheme {
  name: Bilingual;
  classes: readonly [Class, ...Class[]];
  /** mmol/L, where each class after the first begins. */
  cuts: readonly number[];
}

const schemes = {
  tc: {
    name: { en: "total cholesterol", zh: "总胆固醇" },
    classes: [acceptable, borderline, high],
    cuts: [5.2, 6.2],
  },
  ldl: {
    name: { en: "LDL", zh: "LDL-C" },
    classes: [ideal, acceptable, borderline, high],
    cuts: [2.6, 3.4, 4.1],
  },
  nonHdl: {
    name: { en: "non-HDL", zh: "非HDL-C" },
    classes: [ideal, acceptable, borderline, high],
    cuts: [3.4, 4.1, 4.9],
  },
  tg: {
    name: { en: "triglycerides", zh: "甘油三酯" },
    classes: [acceptable, borderline, high],
    cuts: [1.7, 2.3],
  },
  hdl: { name: { en: "HDL", zh: "HDL-C" }, classes: [low, acceptable], cuts: [1] },
} as const satisfies Record<string, Scheme>;

const overall: readonly Band[] = [
  { id: "acceptable", label: { en: "all acceptable", zh: "均在合适范围" } },
  { id: "borderline", label: { en: "borderline", zh: "边缘异常" } },
  { id: "abnormal", label: { en: "outside", zh: "异常" } },
];

/**
 * Blood lipids by the Chinese guideline of 2023 for people without heart or vessel disease, each lipid on
 * its own, in mmol/L; any of the five may be missing. The value is how many lie outside what is acceptable,
 * the band the gravest of them.
 */
export const lipidChina2023 = formula({
  id: "LIPID-CHINA-2023",
  published: "Lipid-China-2023",
  name: { en: "Lipid classes, China", zh: "血脂分层（中国）" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "中国血脂管理指南（2023年）",
  status: "published",
  writtenAs: "TC 5.2/6.2, LDL 2.6/3.4/4.1, non-HDL 3.4/4.1/4.9, TG 1.7/2.3, HDL 1.0 mmol/L",
  inputs: {
    tc: ask.optional(ask.totalCholMmol()),
    ldl: ask.optional(ask.ldlMmol()),
    nonHdl: ask.optional({
      kind: "number",
      label: { en: "non-HDL cholesterol", zh: "非高密度脂蛋白胆固醇" },
      unit: "mmol/L",
      above: 0,
      items: ["TC", "HDLC"],
      read: nonHdlAt,
    } as const satisfies NumberAsked),
    tg: ask.optional(ask.tgMmol()),
    hdl: ask.optional(ask.hdlMmol()),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
    knownAscvd: ask.noAscvd,
  },
  compute(given) {
    const classes = (Object.keys(schemes) as (keyof typeof schemes)[]).flatMap((key) => {
      const value = given[key];
      const scheme: Scheme = schemes[key];
      return value === undefined
        ? []
        : [{ key, name: scheme.name, class: climbed(scheme.classes, scheme.cuts, value) }];
    });
    if (!classes.length)
      return {
        refused: { en: "Not computed; missing: blood lipids.", zh: "未计算；缺少：血脂。" },
        missing: ["TC", "LDLC", "TG", "HDLC"],
      };
    const level = Math.max(...classes.map((one) => one.class.level));
    const told = (language: keyof Bilingual) =>
      classes.map((one) => `${one.name[language]} ${one.class.label[language]}`);
    return {
      value: classes.filter((one) => one.class.level > 0).length,
      band: overall[level] as Band,
      note: { en: `${told("en").join("; ")}.`, zh: `${told("zh").join("；")}。` },
      outputs: Object.fromEntries(classes.map((one) => [one.key, one.class.id])),
    };
  },
});
