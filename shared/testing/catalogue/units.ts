import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem } from "./catalogue.ts";
import type { CatalogueItem } from "./catalogue-item.ts";
import { parseUnit, plainUnit, type Unit } from "./unit-spelling.ts";

/** `catalogue = value in "from" × times + plus`, where no power of ten leads from one unit to the other. */
interface Bridge {
  from: string;
  times: number;
  plus?: number;
}

/**
 * Factors between conventional and SI units (clinical conversion table; NGSP–IFCC master equation for
 * HbA1c). Those for urate, phosphate, magnesium, haemoglobin in mmol/L, albumin/creatinine, vitamin D,
 * free T4 and insulin are general knowledge and need sign-off.
 */
const bridges: Readonly<Record<string, readonly Bridge[]>> = {
  FPG: [{ from: "mg/dL", times: 0.05551 }],
  OGTT2H: [{ from: "mg/dL", times: 0.05551 }],
  TC: [{ from: "mg/dL", times: 0.02586 }],
  HDLC: [{ from: "mg/dL", times: 0.02586 }],
  LDLC: [{ from: "mg/dL", times: 0.02586 }],
  TG: [{ from: "mg/dL", times: 0.01129 }],
  CREA: [{ from: "mg/dL", times: 88.4 }],
  UA: [{ from: "mg/dL", times: 59.48 }],
  TBIL: [{ from: "mg/dL", times: 17.1 }],
  DBIL: [{ from: "mg/dL", times: 17.1 }],
  CA: [
    { from: "mg/dL", times: 0.2495 },
    { from: "meq/L", times: 0.5 },
  ],
  P: [{ from: "mg/dL", times: 0.3229 }],
  MG: [
    { from: "mg/dL", times: 0.4114 },
    { from: "meq/L", times: 0.5 },
  ],
  K: [{ from: "meq/L", times: 1 }],
  NA: [{ from: "meq/L", times: 1 }],
  CL: [{ from: "meq/L", times: 1 }],
  HGB: [{ from: "mmol/L", times: 10 / 0.6206 }],
  HCT: [{ from: "%", times: 0.01 }],
  INSULIN: [{ from: "pmol/L", times: 1 / 6 }],
  HBA1C: [{ from: "mmol/mol", times: 1 / 10.929, plus: 2.15 }],
  UACR: [{ from: "mg/mmol", times: 1 / 0.113 }],
  VITD: [{ from: "nmol/L", times: 1 / 2.496 }],
  FT4: [{ from: "ng/dL", times: 12.87 }],
  TEMP: [{ from: "[degF]", times: 5 / 9, plus: -160 / 9 }],
};

/** mg/dL of urea and of urea nitrogen differ by a factor of two, so the unit must say which. */
const ureaBridges: readonly (Bridge & { says: RegExp })[] = [
  { says: /[({]?(bun|urea-?n|尿素氮)[)}]?/i, from: "mg/dL", times: 0.357 },
  { says: /[({]?(urea|尿素)[)}]?/i, from: "mg/dL", times: 0.1665 },
];

const withoutUnit = /^(1|ph|\[ph\]|\{?ratio\}?|比值|sd|\{?t-?score\}?|t值?)?$/i;

interface Conversion {
  power: number;
  times: number;
  plus: number;
}

const same: Conversion = { power: 0, times: 1, plus: 0 };

/** Twelve digits hold any measurement and drop the noise of binary fractions (1.13 × 100). */
const clean = (value: number): number => Number(value.toPrecision(12));
const shift = (value: number, power: number): number =>
  power < 0 ? value / 10 ** -power : value * 10 ** power;

const between = (from: Unit, to: Unit): Conversion | undefined =>
  from.kinds === to.kinds
    ? { power: from.power - to.power, times: from.times / to.times, plus: 0 }
    : undefined;

function bridged(unit: Unit, { from, times, plus = 0 }: Bridge): Conversion | undefined {
  const start = parseUnit(from);
  const step = start && between(unit, start);
  return step && { power: step.power, times: step.times * times, plus };
}

/** A file asks for the same few units a hundred thousand times; strange files cannot make this grow. */
const found = new Map<string, Conversion | undefined>();
const foundMax = 2000;

function conversionOf(item: CatalogueItem, unit: string): Conversion | undefined {
  const asked = `${item.code} ${unit}`;
  if (!found.has(asked)) {
    if (found.size >= foundMax) found.clear();
    found.set(asked, findConversion(item, unit));
  }
  return found.get(asked);
}

function findConversion(item: CatalogueItem, unit: string): Conversion | undefined {
  if (item.unit === unit) return same;
  if (withoutUnit.test(item.unit)) return withoutUnit.test(plainUnit(unit)) ? same : undefined;
  const named = item.code === "UREA" ? ureaBridges.find(({ says }) => says.test(unit)) : undefined;
  const text = named ? unit.normalize("NFKC").replace(named.says, "") : unit;
  const wanted = parseUnit(item.unit);
  // "G/L" is giga per litre for cells and, in laboratories that write capitals, grams for protein.
  for (const given of [parseUnit(text), parseUnit(text.toLowerCase())]) {
    if (!given || !wanted) continue;
    const direct = between(given, wanted);
    if (direct) return direct;
    for (const bridge of named ? [named] : (bridges[item.code] ?? [])) {
      const across = bridged(given, bridge);
      if (across) return across;
    }
  }
  return undefined;
}

/** What to write instead, for people; names the units that are understood. */
function mend(item: CatalogueItem, unit: string): Bilingual {
  if (item.code === "UREA" && parseUnit(unit)?.kinds === "mass/volume")
    return {
      en: `${item.name.en}: say whether mg/dL is urea or urea nitrogen: write mg/dL urea, mg/dL BUN, or mmol/L`,
      zh: `${item.name.zh}：mg/dL 需注明是尿素还是尿素氮，请写 mg/dL urea、mg/dL BUN 或 mmol/L`,
    };
  if (item.code === "LPA" && parseUnit(unit)?.kinds === "amount/volume")
    return {
      en: `${item.name.en}: nmol/L has no fixed factor to mg/L; give the result of a mass assay`,
      zh: `${item.name.zh}：nmol/L 与 mg/L 之间没有固定换算系数，请提供质量浓度结果`,
    };
  const known = [item.unit, ...(bridges[item.code] ?? []).map(({ from }) => from)].join(", ");
  return unit.trim() === ""
    ? {
        en: `${item.name.en}: the unit is missing; write ${known}`,
        zh: `${item.name.zh}：缺少单位，请写明 ${known}`,
      }
    : {
        en: `${item.name.en}: this unit is not understood; write ${known}`,
        zh: `${item.name.zh}：无法识别该单位，请改用 ${known}`,
      };
}

/** Whether a unit can be read for an item: undefined when it can, else the words to mend it. */
export function unitProblem(code: string, unit: string): Bilingual | undefined {
  const item = catalogueItem(code);
  if (!item) return { en: `${code} is not in the catalogue`, zh: `项目目录中没有 ${code}` };
  return conversionOf(item, unit) ? undefined : mend(item, unit);
}

/**
 * A value in the catalogue's unit. `unit` is UCUM or a laboratory's spelling (μ/µ/u, 10⁹/L, ×10^9/L, IU/L,
 * full width). A unit that is missing, unknown or of another quantity is refused with the words to mend it.
 */
export function toCatalogueUnit(
  code: string,
  value: number,
  unit: string,
): { value: number; unit: string } | { refused: Bilingual } {
  const item = catalogueItem(code);
  const found = item && conversionOf(item, unit);
  if (!item || !found) return { refused: unitProblem(code, unit) as Bilingual };
  const kept = found === same || (found.power === 0 && found.times === 1 && found.plus === 0);
  return {
    value: kept ? value : clean(shift(value, found.power) * found.times + found.plus),
    unit: item.unit,
  };
}

/** The other way: a catalogue value as a laboratory of another habit writes it; undefined if there is no way. */
export function fromCatalogueUnit(code: string, value: number, unit: string): number | undefined {
  const item = catalogueItem(code);
  const by = item && conversionOf(item, unit);
  return by && clean(shift((value - by.plus) / by.times, -by.power));
}
