/** One unit of an analyte and how many of its SI unit it is: `si = value × times + plus`. */
interface UnitOf {
  readonly unit: string;
  /** How the names of formula inputs end when they are in this unit. */
  readonly ending: string;
  readonly times: number;
  readonly plus?: number;
}

interface Analyte {
  /** How the names of formula inputs begin. */
  readonly stems: readonly string[];
  readonly units: readonly UnitOf[];
  readonly source: string;
  readonly status: "published" | "needs sign-off";
}

const pair = (
  stems: readonly string[],
  si: readonly [unit: string, ending: string],
  conventional: readonly [unit: string, ending: string, times: number],
  status: Analyte["status"] = "published",
): Analyte => ({
  stems,
  units: [
    { unit: si[0], ending: si[1], times: 1 },
    { unit: conventional[0], ending: conventional[1], times: conventional[2] },
  ],
  source: "clinical conversion table",
  status,
});

/**
 * Units of the analytes scores speak of. Glucose 0.05551 (1 ÷ 18.0156), cholesterol 0.02586, triglycerides
 * 0.01129, creatinine 88.4, urea nitrogen 0.357, urea 0.1665, bilirubin 17.1, calcium 0.2495 are verified;
 * those marked need sign-off are general knowledge.
 */
export const analytes: Readonly<Record<string, Analyte>> = {
  glucose: pair(["glucose", "fpg", "ogtt2h"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.05551]),
  cholesterol: pair(["totalChol", "hdl", "ldl", "nonHdl"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.02586]),
  triglyceride: pair(["tg"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.01129]),
  creatinine: pair(["creatinine"], ["umol/L", "Umol"], ["mg/dL", "Mgdl", 88.4]),
  "uric acid": pair(["uricAcid", "urate"], ["umol/L", "Umol"], ["mg/dL", "Mgdl", 59.48], "needs sign-off"),
  urea: pair(["urea"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.1665]),
  BUN: pair(["bun"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.357]),
  bilirubin: pair(["bilirubin"], ["umol/L", "Umol"], ["mg/dL", "Mgdl", 17.1]),
  albumin: pair(["albumin"], ["g/L", "GL"], ["g/dL", "Gdl", 10]),
  "total protein": pair(["totalProtein"], ["g/L", "GL"], ["g/dL", "Gdl", 10]),
  calcium: pair(["calcium"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.2495]),
  phosphate: pair(["phosphate"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.3229], "needs sign-off"),
  magnesium: pair(["magnesium"], ["mmol/L", "Mmol"], ["mg/dL", "Mgdl", 0.4114], "needs sign-off"),
  haemoglobin: {
    stems: ["haemoglobin"],
    units: [
      { unit: "g/L", ending: "GL", times: 1 },
      { unit: "g/dL", ending: "Gdl", times: 10 },
      { unit: "mmol/L", ending: "Mmol", times: 10 / 0.6206 },
    ],
    source: "clinical conversion table",
    status: "needs sign-off",
  },
  insulin: pair(["insulin"], ["pmol/L", "Pmol"], ["uIU/mL", "UiuMl", 6], "needs sign-off"),
  CRP: pair(["crp"], ["mg/L", "MgL"], ["mg/dL", "Mgdl", 10], "needs sign-off"),
  HbA1c: {
    stems: ["hba1c"],
    units: [
      { unit: "mmol/mol IFCC", ending: "MmolMol", times: 1 },
      { unit: "% NGSP", ending: "Pct", times: 10.929, plus: -2.15 * 10.929 },
    ],
    source: "NGSP–IFCC master equation",
    status: "published",
  },
  UACR: pair(["uacr"], ["mg/mmol", "MgMmol"], ["mg/g", "MgG", 0.113], "needs sign-off"),
  "vitamin D": pair(["vitaminD"], ["nmol/L", "Nmol"], ["ng/mL", "NgMl", 2.496], "needs sign-off"),
  "free T4": pair(["freeT4"], ["pmol/L", "Pmol"], ["ng/dL", "NgDl", 12.87], "needs sign-off"),
};

const toSi = (value: number, { times, plus = 0 }: UnitOf): number => value * times + plus;
const fromSi = (value: number, { times, plus = 0 }: UnitOf): number => (value - plus) / times;

/** A value in another unit of the same analyte; undefined where either unit is not one of its own. */
export function converted(analyte: string, value: number, from: string, to: string): number | undefined {
  const units = analytes[analyte]?.units;
  const [source, target] = [from, to].map((unit) => units?.find((one) => one.unit === unit));
  return source && target ? fromSi(toSi(value, source), target) : undefined;
}

interface Spelled {
  analyte: string;
  stem: string;
  unit: UnitOf;
}

const spellings: ReadonlyMap<string, Spelled> = new Map(
  Object.entries(analytes).flatMap(([analyte, { stems, units }]) =>
    stems.flatMap((stem) =>
      units.map((unit): [string, Spelled] => [stem + unit.ending, { analyte, stem, unit }]),
    ),
  ),
);

/** What `creatinineMgdl` would be as `creatinineUmol`; undefined where the names are not one quantity. */
export function respelled(value: number, from: string, to: string): number | undefined {
  const [source, target] = [spellings.get(from), spellings.get(to)];
  if (!source || !target || source.analyte !== target.analyte || source.stem !== target.stem)
    return undefined;
  return fromSi(toSi(value, source.unit), target.unit);
}
