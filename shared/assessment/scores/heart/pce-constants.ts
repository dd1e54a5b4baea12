/** Coefficients as the paper prints them; an absent one is 0. All logarithms are natural. */
interface Equation {
  age: number;
  age2?: number;
  tc: number;
  ageTc?: number;
  hdl: number;
  ageHdl?: number;
  treated: number;
  ageTreated?: number;
  untreated: number;
  ageUntreated?: number;
  smoker: number;
  ageSmoker?: number;
  diabetes: number;
  mean: number;
  survival: number;
}

export type Race = "white" | "black";
export type Sex = "female" | "male";
export type Equations = Readonly<Record<Race, Readonly<Record<Sex, Equation>>>>;

/** Goff 2014, tables of the supplement. */
export const printed: Equations = {
  white: {
    female: {
      age: -29.799,
      age2: 4.884,
      tc: 13.54,
      ageTc: -3.114,
      hdl: -13.578,
      ageHdl: 3.149,
      treated: 2.019,
      untreated: 1.957,
      smoker: 7.574,
      ageSmoker: -1.665,
      diabetes: 0.661,
      mean: -29.18,
      survival: 0.9665,
    },
    male: {
      age: 12.344,
      tc: 11.853,
      ageTc: -2.664,
      hdl: -7.99,
      ageHdl: 1.769,
      treated: 1.797,
      untreated: 1.764,
      smoker: 7.837,
      ageSmoker: -1.795,
      diabetes: 0.658,
      mean: 61.18,
      survival: 0.9144,
    },
  },
  black: {
    female: {
      age: 17.114,
      tc: 0.94,
      hdl: -18.92,
      ageHdl: 4.475,
      treated: 29.291,
      ageTreated: -6.432,
      untreated: 27.82,
      ageUntreated: -6.087,
      smoker: 0.691,
      diabetes: 0.874,
      mean: 86.61,
      survival: 0.9533,
    },
    male: {
      age: 2.469,
      tc: 0.302,
      hdl: -0.307,
      treated: 1.916,
      untreated: 1.809,
      smoker: 0.549,
      diabetes: 0.645,
      mean: 19.54,
      survival: 0.8954,
    },
  },
};

/** The means with four decimals, as several calculators have them. */
export const fineMeans: Equations = {
  white: {
    female: { ...printed.white.female, mean: -29.1817 },
    male: { ...printed.white.male, mean: 61.1816 },
  },
  black: {
    female: { ...printed.black.female, mean: 86.6081 },
    male: { ...printed.black.male, mean: 19.5425 },
  },
};

/** These, and the survivals with five decimals and the equation of black women with four. */
export const fine: Equations = {
  white: {
    female: { ...fineMeans.white.female, survival: 0.96652 },
    male: { ...fineMeans.white.male, survival: 0.91436 },
  },
  black: {
    female: {
      age: 17.1141,
      tc: 0.9396,
      hdl: -18.9196,
      ageHdl: 4.4748,
      treated: 29.2907,
      ageTreated: -6.4321,
      untreated: 27.8197,
      ageUntreated: -6.0873,
      smoker: 0.6908,
      diabetes: 0.8738,
      mean: 86.6081,
      survival: 0.95334,
    },
    male: { ...fineMeans.black.male, survival: 0.89536 },
  },
};
