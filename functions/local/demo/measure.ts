import type { NewResult } from "../../../shared/testing/index.ts";
import { catalogueItem } from "../../../shared/testing/index.ts";
import type { Chance } from "./chance.ts";
import { addedTo, type Constitution, constitutionOf, figures } from "./published.ts";
import { type Measured, slope } from "./source.ts";

/**
 * Within-person variation from one exam to the next (coefficient of variation): EFLM Biological Variation
 * Database, within-subject estimates, rounded; blood pressure as between visits. What is not here keeps
 * still but for the drift.
 */
const variation: Readonly<Record<string, number>> = {
  ...{ SBP: 0.05, DBP: 0.05, WBC: 0.1, RBC: 0.025, LYMP: 0.08, MCV: 0.007, RDW: 0.015, ALB: 0.025 },
  ...{ ALP: 0.05, GGT: 0.09, TBIL: 0.18, CREA: 0.045, UREA: 0.12, UA: 0.08, FPG: 0.045, HBA1C: 0.013 },
  ...{ TC: 0.05, HDLC: 0.055, LDLC: 0.08, TG: 0.18, CRP: 0.3, WEIGHT: 0.006, WAIST: 0.01 },
};

/** Items whose change with age is taken from the source file itself: how they differ between its ages. */
const ageing = ["SBP", "FPG", "HBA1C", "CREA", "UREA"] as const;

/**
 * Kilograms a year an adult gains until 60 (Zheng Y et al., JAMA 2017;318:255: about ten kilograms between
 * 18 and 55); the waist follows as it does between the people of the file.
 */
const gainPerYear = 0.3;

export type Drift = Readonly<Record<string, number>>;

/** Change per year of life, by item. */
export function driftAmong(people: readonly Measured[]): Drift {
  const pairs = (by: (one: Measured) => number | undefined, item: string) =>
    people.flatMap((one) => {
      const [x, y] = [by(one), one.values[item]];
      return x === undefined || y === undefined ? [] : [[x, y] as const];
    });
  const byAge = ageing.map((item) => [item, slope(pairs(({ age }) => age, item))] as const);
  const waistPerKilo = slope(pairs(({ values }) => values["WEIGHT"], "WAIST"));
  return { ...Object.fromEntries(byAge), WEIGHT: gainPerYear, WAIST: gainPerYear * waistPerKilo };
}

/** A person to be examined: the measured values belong to their newest exam. */
export interface Body {
  measured: Measured;
  constitution: Constitution;
  drift: Drift;
  fattyLiver: boolean;
  nodule: boolean;
}

export function bodyOf(chance: Chance, measured: Measured, drift: Drift): Body {
  const { WEIGHT: weight = 65, HEIGHT: height = 165 } = measured.values;
  const heavy = weight / (height / 100) ** 2 - 27;
  const thyroid = figures.thyroidNodule.prevalence * (measured.sex === "female" ? 1.25 : 0.75);
  return {
    measured,
    constitution: constitutionOf(chance, measured),
    drift,
    fattyLiver: chance.happens(Math.max(0.05, Math.min(0.95, figures.fattyLiver.prevalence + heavy * 0.05))),
    nodule: chance.happens(thyroid),
  };
}

/**
 * What an exam so many years before the newest one finds. The newest has the values as measured, each
 * moved by no more than a hundredth; earlier ones are younger and vary as people do.
 */
export function examined(chance: Chance, body: Body, yearsBefore: number): Record<string, number> {
  const { measured, constitution, drift } = body;
  const values: Record<string, number> = {};
  for (const [item, value] of Object.entries(measured.values)) {
    const earlier = value - (drift[item] ?? 0) * yearsBefore;
    const spread = yearsBefore > 0 ? (variation[item] ?? 0) * chance.normal() : (chance.next() - 0.5) / 50;
    values[item] = likely(item, rounded(item, item === "HEIGHT" ? value : earlier * (1 + spread)));
  }
  const added = addedTo(measured.sex, values, drifted(chance, constitution, yearsBefore));
  for (const [item, value] of Object.entries(added)) values[item] = likely(item, value);
  return values;
}

const drifted = (chance: Chance, who: Constitution, yearsBefore: number): Constitution =>
  yearsBefore > 0
    ? (Object.fromEntries(
        Object.entries(who).map(([name, z]) => [name, z + 0.3 * chance.normal()]),
      ) as unknown as Constitution)
    : who;

/** Decimals as the source reports an item. */
const decimals: Readonly<Record<string, number>> = {
  ...{ HEIGHT: 1, WEIGHT: 1, WAIST: 1, WBC: 1, RBC: 2, LYMP: 1, MCV: 1, RDW: 1, TBIL: 1, CREA: 1, UREA: 2 },
  ...{ FPG: 2, HBA1C: 1, TC: 2, HDLC: 2, LDLC: 2, TG: 2, CRP: 1 },
};

const rounded = (item: string, value: number): number => Number(value.toFixed(decimals[item] ?? 0));

/** Nobody is drawn outside what passes without a question. */
function likely(item: string, value: number): number {
  const bounds = catalogueItem(item)?.likely;
  return bounds ? Math.max(bounds.low, Math.min(bounds.high, value)) : value;
}

/** Values as a laboratory system hands them over. */
export const asResults = (values: Readonly<Record<string, number | string>>): NewResult[] =>
  Object.entries(values).map(([item, value]) => ({ item, value, unit: catalogueItem(item)?.unit ?? "" }));

/** What the ultrasound room writes, and the same in coded words. */
export const imagesOf = ({ fattyLiver, nodule }: Body): Record<string, string> => ({
  USABD: fattyLiver ? "脂肪肝（轻度）；胆囊、胰腺、脾脏、双肾未见异常" : "肝、胆、胰、脾、双肾未见异常",
  STEATOSIS: fattyLiver ? "mild" : "none",
  USTHY: nodule ? "甲状腺结节，C-TIRADS 2 类" : "甲状腺未见异常",
  CTIRADS: nodule ? "2" : "1",
});
