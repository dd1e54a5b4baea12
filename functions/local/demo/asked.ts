import type { HealthFile } from "../../../shared/clients/index.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { figures } from "./published.ts";
import type { Measured } from "./source.ts";

type Answer = "yes" | "no" | "unknown";

/** A place among the cast, and the year of birth that was given there. */
export interface Whom {
  at: number;
  born: number;
}

/** What somebody tells of the family, decided elsewhere. */
export interface FamilyTold {
  diabetes: boolean;
  hypertension: boolean;
  ascvd: boolean;
  cancer: boolean;
}

/**
 * What the scores ask beyond the values, for one person: the published shares where there are some, the rest
 * ours; one question in eight nobody asked. Draws on nothing but the person's own place.
 */
export function askedOf(
  { at, born }: Whom,
  { sex, age, values }: Measured,
  told: FamilyTold,
  diabetic: boolean,
): Partial<HealthFile> {
  const chance = chanceOf(31_000 + at);
  const answer = (share: number): Answer => said(chance, chance.happens(share));
  const high = (values["FPG"] ?? 0) >= 6.1 || (values["HBA1C"] ?? 0) >= 6;
  const sugar = diabetic || chance.happens(high ? 0.35 : 0.04);
  const mother = chance.happens(figures.gestationalDiabetes.prevalence);
  const bmi = (values["WEIGHT"] ?? 65) / ((values["HEIGHT"] ?? 165) / 100) ** 2;
  const neck = (sex === "male" ? 38 : 33.5) + (bmi - 24) * 0.5 + chance.normal();
  // They enrol up to three years before the exam at which they are this old.
  const lately = born + age - 4;
  return {
    dailyVegFruit: answer(0.85),
    homeNorth: answer(0.9),
    homeUrban: answer(figures.urban.share),
    everHighGlucose: sugar ? "yes" : said(chance, false),
    ...(sex === "female" ? { gestationalDiabetes: age < 50 ? said(chance, mother) : "unknown" } : {}),
    ...(diabetic ? { diabetesSince: lately - chance.whole(0, Math.max(0, Math.min(15, age - 34))) } : {}),
    familyDiabetes: chance.happens(0.12)
      ? "unknown"
      : told.diabetes
        ? "first-degree"
        : chance.happens(0.07)
          ? "second-degree"
          : "none",
    familyAscvd: chance.happens(0.12)
      ? "unknown"
      : told.ascvd
        ? chance.weighted([
            ["early", 3],
            ["later", 5],
            ["age-unknown", 2],
          ] as const)
        : "none",
    familyHypertension: said(chance, told.hypertension),
    familyCancer: said(chance, told.cancer),
    ...(chance.happens(0.4) ? { neckCm: Math.round(neck * 2) / 2 } : {}),
  };
}

/** Heart diseases somebody past 35 knows of. */
export function heartOf({ at }: Whom, { age }: Measured): ("heart-failure" | "atrial-fibrillation")[] {
  const chance = chanceOf(47_000 + at);
  const failing = chance.happens(figures.heartFailure.prevalence);
  const fibrillating = chance.happens(figures.atrialFibrillation.prevalence);
  if (age < 35) return [];
  return [
    ...(failing ? (["heart-failure"] as const) : []),
    ...(fibrillating ? (["atrial-fibrillation"] as const) : []),
  ];
}

const said = (chance: Chance, so: boolean): Answer => (chance.happens(0.12) ? "unknown" : so ? "yes" : "no");
