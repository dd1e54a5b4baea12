/**
 * How many clients each room takes at a time where the centre has not said otherwise. The centre's own, needs
 * sign-off: it follows from the people and machines it has.
 */
export const usualPlaces: Readonly<Record<string, number>> = {
  "vitals room": 2,
  "blood draw": 4,
  "sample desk": 1,
  "function tests": 3,
  ultrasound: 4,
  "X-ray": 1,
  CT: 1,
  MR: 1,
  DXA: 1,
  mammography: 1,
  endoscopy: 2,
  gynaecology: 1,
};

/** What is done at once, in one go of its longest part: one needle, one breath, one strip. */
export const procedures: readonly { items: readonly string[]; attended?: number }[] = [
  { items: ["HEIGHT", "WEIGHT", "BMI", "WAIST", "SBP", "DBP", "HR", "TEMP", "SPO2"] },
  { items: ["FVC", "FEV1", "FEV1FVC"] },
  { items: ["ABI", "BAPWV"] },
  { items: ["HPV", "PAP"] },
  /** Two breaths half an hour apart: somebody attends to each, nobody to the time between. Needs sign-off. */
  { items: ["UBT13C"], attended: 6 },
  /** Two needles two hours apart. Needs sign-off. */
  { items: ["OGTT2H"], attended: 6 },
];

/** Where every tube is filled by one needle. */
export const oneNeedle = "blood draw";

/** Values that are worked out: their order follows those of what they are worked out from. */
export const workedOut: Readonly<Record<string, readonly string[]>> = {
  BMI: ["HEIGHT", "WEIGHT"],
  EGFR: ["CREA"],
  FEV1FVC: ["FVC", "FEV1"],
};
