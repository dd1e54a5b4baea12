import { type DocumentKind, documentKinds } from "../clients/index.ts";
import { catalogue, catalogueItem, itemByLoinc, unitProblem } from "../testing/index.ts";
import { documentSynonyms, itemSynonyms, type PersonField, personSynonyms } from "./column-names.ts";
import type { RecognisedColumn } from "./result-row.ts";

/** What a column holds. `unit` is as written, "" when the header has none. */
export type ColumnMeaning =
  | { kind: "item"; item: string; unit: string }
  | { kind: "person"; field: PersonField; document?: DocumentKind }
  | { kind: "unknown" };

const unknown: ColumnMeaning = { kind: "unknown" };

const key = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}_\-‐-―*·・:#"']/gu, "");

const itemNames = new Map<string, string>([
  ...Object.entries(itemSynonyms).flatMap(([code, names]) => names.map((name) => [key(name), code] as const)),
  ...catalogue.flatMap(({ code, name }) =>
    [name.zh, name.en, code].map((text) => [key(text), code] as const),
  ),
]);

const personNames = new Map<string, ColumnMeaning>([
  ...Object.entries(personSynonyms).flatMap(([field, names]) =>
    names.map((name) => [key(name), { kind: "person", field: field as PersonField }] as const),
  ),
  ...documentKinds.flatMap((document) =>
    (documentSynonyms[document] ?? []).map(
      (name) => [key(name), { kind: "person", field: "idNumber", document }] as const,
    ),
  ),
]);

/** The document kind somebody wrote in words (`身份证`, `Passport`), or undefined. */
export function documentKindOf(text: string): DocumentKind | undefined {
  const meaning = personNames.get(key(text)) ?? personNames.get(`${key(text)}号`);
  if (meaning?.kind === "person" && meaning.document) return meaning.document;
  return documentKinds.find((kind) => key(kind) === key(text));
}

/** The catalogue code of an item's name, local code or LOINC; undefined when none is exactly that. */
export const itemCodeOf = (text: string): string | undefined =>
  itemByLoinc(text.trim())?.code ?? itemNames.get(key(text));

/** Urea nitrogen is urea in mmol/L, but not in mg/dL: the unit must remember which it was. */
export const unitFor = (name: string, unit: string): string =>
  unit !== "" && /氮|bun|nitrogen|^3094-0$/i.test(name) ? `${unit} BUN` : unit;

/** A cell's name means its count, unless the unit says it is a share. */
const shares: Readonly<Record<string, string>> = { NEUT: "NEUTP", LYM: "LYMP" };

const itemIn = (item: string, name: string, unit: string): ColumnMeaning => ({
  kind: "item",
  item: (/^[%％]$/.test(unit) && shares[item]) || item,
  unit: unitFor(name, unit),
});

/** The last bracketed part of a header and what is before it. */
function splitBracket(header: string): { name: string; inner: string } | undefined {
  const found =
    /^(.+)[([【（［]([^()[\]【】（）［］]*|[^()【】（）]*\[[^\]]*\][^()【】（）]*)[)\]】）］]\s*$/.exec(
      header,
    );
  return found?.[1] && found[2] !== undefined ? { name: found[1].trim(), inner: found[2].trim() } : undefined;
}

/** Name and unit written without brackets: `Hemoglobin g/L`, `血糖 mmol/L`. */
function splitSpace(header: string): { name: string; inner: string } | undefined {
  const at = header.trim().search(/\s\S+$/);
  return at < 0 ? undefined : { name: header.trim().slice(0, at), inner: header.trim().slice(at).trim() };
}

/** What a header of a table means; brackets hold a unit, or another name of the same thing. */
function meaningOf(header: string): ColumnMeaning {
  if (header.length > 200) return unknown;
  const person = personNames.get(key(header));
  if (person) return person;
  const whole = itemCodeOf(header);
  if (whole) return { kind: "item", item: whole, unit: "" };
  const split = splitBracket(header);
  if (split) {
    const outer = meaningOf(split.name);
    const inner = itemCodeOf(split.inner);
    if (outer.kind === "item" && outer.unit === "" && inner === undefined)
      return itemIn(outer.item, split.name, split.inner);
    if (outer.kind === "unknown" && inner !== undefined) return { kind: "item", item: inner, unit: "" };
    // Two names of two different items are nobody's guess.
    if (outer.kind === "item" && inner !== undefined && inner !== outer.item) return unknown;
    return outer;
  }
  const loose = splitSpace(header);
  const item = loose && itemCodeOf(loose.name);
  const meaning = loose && item ? itemIn(item, loose.name, loose.inner) : unknown;
  return meaning.kind === "item" && unitProblem(meaning.item, meaning.unit) ? unknown : meaning;
}

/** A column as people see it before they import: what it is taken for, and what is wrong with its unit. */
export function recogniseColumn(
  header: string,
  meaning: ColumnMeaning = meaningOf(header),
): RecognisedColumn {
  const problem =
    meaning.kind === "item" && catalogueItem(meaning.item)?.kind === "number"
      ? unitProblem(meaning.item, meaning.unit)
      : undefined;
  return { header, meaning, ...(problem ? { problem } : {}) };
}
