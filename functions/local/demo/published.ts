import type { Sex } from "../../../shared/clients/index.ts";
import type { Chance } from "./chance.ts";
import type { Measured } from "./source.ts";

/**
 * What the source file lacks, from published figures. They make plausible company for the measured
 * values and prove nothing about anybody.
 */
export const figures = {
  smoking: {
    current: { male: 0.505, female: 0.021 },
    quit: 0.2,
    source: "Global Adult Tobacco Survey China 2018, China CDC: current smokers and quit ratio",
  },
  hypertension: {
    aware: 0.469,
    treated: 0.407,
    controlled: 0.153,
    source: "Wang Z et al., China Hypertension Survey 2012–2015, Circulation 2018;137:2344",
  },
  diabetes: {
    aware: 0.367,
    treated: 0.329,
    source: "Wang L et al., JAMA 2021;326:2498 (survey of 2018)",
  },
  lipids: {
    aware: 0.31,
    treated: 0.195,
    source: "Pan L et al., Lipids in Health and Disease 2016;15:148",
  },
  gestationalDiabetes: {
    prevalence: 0.148,
    source: "Gao C et al., Journal of Diabetes Investigation 2019;10:154 (meta-analysis, mainland China)",
  },
  heartFailure: {
    prevalence: 0.013,
    source: "Hao G et al., European Journal of Heart Failure 2019;21:1329: adults from 35 years",
  },
  atrialFibrillation: {
    prevalence: 0.007,
    source: "Wang Z et al., American Journal of Cardiology 2018;122:793: adults from 35 years",
  },
  urban: {
    share: 0.6389,
    source: "Seventh National Population Census 2020, communiqué no. 7, National Bureau of Statistics",
  },
  fattyLiver: {
    prevalence: 0.444,
    source: "Man S et al., Gastroenterology 2023;165:1025: 5.7 million adults at check-up centres",
  },
  thyroidNodule: {
    prevalence: 0.204,
    source: "Li Y et al., Thyroid 2020;30:568: adults of 31 provinces",
  },
  pulse: {
    mean: { male: 71, female: 75 },
    sd: 10,
    source: "Ostchega Y et al., National Health Statistics Reports 41, 2011",
  },
  /** 2.5th and 97.5th centiles of healthy adults; between them logs are taken as normal. */
  alt: { male: [9, 50], female: [7, 40], source: "WS/T 404.1-2012" },
  ast: { male: [15, 40], female: [13, 35], source: "WS/T 404.1-2012" },
  platelets: { male: [125, 350], female: [125, 350], source: "WS/T 405-2012" },
  mchc: { male: [316, 354], female: [316, 354], source: "WS/T 405-2012" },
  /** Monocytes, eosinophils and basophils together, percent. */
  otherWhiteCells: { male: [4.5, 13], female: [4.5, 13], source: "WS/T 405-2012, sums of the middle parts" },
} as const;

type Interval = Readonly<Record<Sex, readonly [low: number, high: number]>>;

/** The value `z` standard deviations from the middle of an interval of healthy people. */
function inside(interval: Interval, sex: Sex, z: number, log: boolean): number {
  const [low, high] = interval[sex].map((end) => (log ? Math.log(end) : end)) as [number, number];
  const value = (low + high) / 2 + (z * (high - low)) / 3.92;
  return log ? Math.exp(value) : value;
}

/** How far out a person is, to be kept over the years. */
export interface Constitution {
  liver: number;
  muscle: number;
  platelets: number;
  mchc: number;
  others: number;
  pulse: number;
}

/**
 * GGT is measured; ALT goes with it and AST with ALT (correlations of 0.6 and 0.7 chosen, as check-up
 * series have them).
 */
export function constitutionOf(chance: Chance, { sex, values }: Measured): Constitution {
  const middle = sex === "male" ? 24 : 17;
  const ggt = Math.max(-2, Math.min(2.5, Math.log((values["GGT"] ?? middle) / middle) / 0.6));
  const liver = 0.6 * ggt + 0.8 * chance.normal();
  return {
    liver,
    muscle: 0.7 * liver + 0.71 * chance.normal(),
    platelets: chance.normal(),
    mchc: chance.normal() * 0.8,
    others: chance.normal() * 0.8,
    pulse: chance.normal(),
  };
}

/** The values the file lacks, beside those it has; what follows by definition is computed, not drawn. */
export function addedTo(sex: Sex, values: Readonly<Record<string, number>>, who: Constitution) {
  const { RBC: red = 4.7, MCV: volume = 90, WBC: white = 6, LYMP: lymphocytes = 32 } = values;
  const hct = (red * volume) / 1000;
  const hgb = Math.round(hct * inside(figures.mchc, sex, who.mchc, false));
  const neutrophils = 100 - lymphocytes - inside(figures.otherWhiteCells, sex, who.others, false);
  return {
    HR: Math.round(figures.pulse.mean[sex] + figures.pulse.sd * who.pulse),
    ALT: Math.round(inside(figures.alt, sex, who.liver, true)),
    AST: Math.round(inside(figures.ast, sex, who.muscle, true)),
    HCT: Math.round(hct * 1000) / 1000,
    HGB: hgb,
    MCH: Math.round((hgb / red) * 10) / 10,
    MCHC: Math.round(hgb / hct),
    PLT: Math.round(inside(figures.platelets, sex, who.platelets, false)),
    NEUTP: Math.round(neutrophils * 10) / 10,
    NEUT: Math.round((white * neutrophils) / 10) / 10,
    LYM: Math.round((white * lymphocytes) / 10) / 10,
  };
}
