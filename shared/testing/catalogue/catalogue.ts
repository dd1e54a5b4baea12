import type { Bounds, CatalogueItem, Range, Sex } from "./catalogue-item.ts";
import { catalogueOperations, preparations } from "./data/catalogue-operations.ts";
import { checkupItems, referenceRanges } from "./data/checkup-items.ts";
import { codedFindings } from "./data/coded-findings.ts";
import { criticalValues } from "./data/critical-values.ts";
import { plausibleBounds } from "./data/plausible-bounds.ts";
import { questionnaireItems } from "./data/questionnaire-items.ts";

/** Whom a result is about, as far as ranges care: sex, and completed years of age at the exam. */
export interface Who {
  sex: Sex;
  age: number;
}

export type Flag = "N" | "L" | "H" | "LL" | "HH";

const examined: readonly CatalogueItem[] = checkupItems.map(({ zh, en, ...item }) => {
  const operation = catalogueOperations.find((row) => row.code === item.code);
  if (!operation) throw new Error(`catalogue item ${item.code} has no row of operations`);
  const { preparation, note, ...how } = operation;
  const notes = [item.note, note].filter((text) => text !== undefined).join(" · ");
  return {
    ...item,
    name: { en, zh },
    ranges: referenceRanges.filter((range) => range.item === item.code).map(({ item: _, ...range }) => range),
    ...how,
    fasting: how.fasting ?? false,
    sensitive: how.sensitive ?? false,
    ...(preparation && { preparation: preparations[preparation] }),
    ...(notes && { note: notes }),
    ...plausibleBounds[item.code],
  };
});

/** What is read off a report stands behind the examination it comes from. */
const withFindings = (item: CatalogueItem): CatalogueItem[] => [
  item,
  ...codedFindings.filter(({ partOf }) => partOf?.[0] === item.code),
];

/** Every item the centre offers, in the order of the report. */
export const catalogue: readonly CatalogueItem[] = [...examined.flatMap(withFindings), ...questionnaireItems];

const byCode = new Map(catalogue.map((item) => [item.code, item]));

/** The item of a local code, or undefined. */
export const catalogueItem = (code: string): CatalogueItem | undefined => byCode.get(code);

/**
 * Codes for the same quantity in another property (mass for substance, calculated for measured), as
 * laboratories abroad send them; the unit that comes with the value decides the conversion.
 */
const otherLoincs: Readonly<Record<string, string>> = {
  "1558-6": "FPG",
  "59261-8": "HBA1C",
  "2093-3": "TC",
  "2085-9": "HDLC",
  "2089-1": "LDLC",
  "13457-7": "LDLC",
  "2571-8": "TG",
  "2160-0": "CREA",
  "3084-1": "UA",
  "3094-0": "UREA",
  "1975-2": "TBIL",
  "1968-7": "DBIL",
  "17861-6": "CA",
  "2777-1": "P",
  "3024-7": "FT4",
  "1989-3": "VITD",
};

const byLoinc = new Map([
  ...Object.entries(otherLoincs).map(([loinc, code]) => [loinc, byCode.get(code)] as const),
  ...catalogue.flatMap((item) => (item.loinc ? [[item.loinc, item] as const] : [])),
]);

/** The item of a LOINC code, or undefined; never the nearest one. */
export const itemByLoinc = (loinc: string): CatalogueItem | undefined => byLoinc.get(loinc);

/** The reference interval that holds for this person, or undefined: no range never means normal. */
export const rangeFor = (code: string, who: Who): Range | undefined =>
  byCode
    .get(code)
    ?.ranges.find(
      (range) =>
        (!range.sex || range.sex === who.sex) &&
        who.age >= range.ageMin &&
        (range.ageMax === undefined || who.age <= range.ageMax),
    );

/** `LL` or `HH` when the value (catalogue unit) starts the critical-value clock, else undefined. */
function criticalFlagOf(code: string, value: number): "LL" | "HH" | undefined {
  for (const { item, direction, threshold } of criticalValues) {
    if (item !== code) continue;
    if (direction === ">=" && value >= threshold) return "HH";
    if (direction === "<=" && value <= threshold) return "LL";
  }
  return undefined;
}

/**
 * The flag of a value in the catalogue unit. Critical thresholds speak first and need no range;
 * otherwise undefined where this person has no range.
 */
export function flagOf(code: string, value: number, who: Who): Flag | undefined {
  const critical = criticalFlagOf(code, value);
  if (critical) return critical;
  const range = rangeFor(code, who);
  if (!range || (range.low === undefined && range.high === undefined)) return undefined;
  const { low, high } = range;
  if (low !== undefined && (range.lowExclusive ? value <= low : value < low)) return "L";
  if (high !== undefined && (range.highExclusive ? value >= high : value > high)) return "H";
  return "N";
}

const within = (bounds: Bounds | undefined, value: number): boolean =>
  !bounds || (value >= bounds.low && value <= bounds.high);

/** Whether a value in the catalogue unit is usual, must be confirmed, or cannot be. */
export function plausibilityOf(code: string, value: number): "likely" | "unlikely" | "impossible" {
  const item = byCode.get(code);
  if (!within(item?.possible, value)) return "impossible";
  return within(item?.likely, value) ? "likely" : "unlikely";
}
