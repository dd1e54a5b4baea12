/**
 * A unit taken apart: `kinds` names what is divided by what ("amount/volume"); a number in this unit times
 * `times` and ten to the `power` is the number in the plain units of those kinds.
 */
export interface Unit {
  kinds: string;
  power: number;
  times: number;
}

type Part = readonly [kind: string, power: number, times?: number];

const prefixes = { "": 0, k: 3, d: -1, c: -2, m: -3, u: -6, n: -9, p: -12, f: -15 } as const;
const prefixed: Readonly<Record<string, string>> = {
  mol: "amount",
  g: "mass",
  l: "volume",
  iu: "activity",
  "[iu]": "activity",
  u: "activity",
  m: "length",
  pa: "pressure",
  eq: "equivalents",
};

/** Spellings in lower case; a prefix that only differs by case from another is in `exact`. */
const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...Object.entries(prefixed).flatMap(([atom, kind]) =>
    Object.entries(prefixes).map(([prefix, power]) => [prefix + atom, [kind, power]] as [string, Part]),
  ),
  ...["", "1", "个", "次", "cells", "cell", "beats"].map((text) => [text, ["count", 0]] as [string, Part]),
  ["mm3", ["volume", -6]],
  ["mm^3", ["volume", -6]],
  ["m2", ["area", 0]],
  ["m^2", ["area", 0]],
  ["斤", ["mass", 0, 500]],
  ["[lb_av]", ["mass", 0, 453.59237]],
  ["lb", ["mass", 0, 453.59237]],
  ["[in_i]", ["length", -2, 2.54]],
  ["in", ["length", -2, 2.54]],
  ["mm[hg]", ["pressure", 0, 133.322387415]],
  ["mmhg", ["pressure", 0, 133.322387415]],
  ["min", ["time", 0, 60]],
  ["分", ["time", 0, 60]],
  ["分钟", ["time", 0, 60]],
  ["s", ["time", 0]],
  ["秒", ["time", 0]],
  ["%", ["percent", 0]],
  ["[ppth]", ["permille", 0]],
  ["‰", ["permille", 0]],
  ["cel", ["celsius", 0]],
  ["°c", ["celsius", 0]],
  ["[degf]", ["fahrenheit", 0]],
  ["°f", ["fahrenheit", 0]],
  ["{1.73_m2}", ["body surface", 0]],
]);

/** Giga, tera, thousands and millions of cells: in lower case these letters mean something else. */
const exact: ReadonlyMap<string, Part> = new Map([
  ["G", ["count", 9]],
  ["T", ["count", 12]],
  ["K", ["count", 3]],
  ["M", ["count", 6]],
]);

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Spellings that are whole words in another script or habit, rewritten before the parts are read. */
const words: readonly (readonly [RegExp, string])[] = [
  [/毫米汞柱/g, "mmHg"],
  [/毫摩尔/g, "mmol"],
  [/微摩尔/g, "umol"],
  [/千克|公斤/g, "kg"],
  [/厘米|公分/g, "cm"],
  [/毫升/g, "mL"],
  [/毫克/g, "mg"],
  [/克/g, "g"],
  [/升/g, "L"],
  [/米/g, "m"],
  [/^bpm$/i, "/min"],
  [/mcg/gi, "ug"],
  [/^[x×*·]+(?=10)/i, ""],
  [/10(?:\^|\*\*|e)(\d+)/gi, "10*$1"],
  [/\(?min[.·*/]?\(?\{?1\.73_?m\^?2\}?\)*/gi, "min/{1.73_m2}"],
  [/\/\(min/gi, "/min"],
  [/(mg\/(?:g|mmol))(?:\{creat\}|\{cr\}|creat|cr)$/i, "$1"],
];

/** One spelling: half width, no spaces, `u` for micro, `10*9` for powers of ten. */
export function plainUnit(text: string): string {
  const raised = text.replace(
    /[⁰¹²³⁴-⁹]+/g,
    (run) => `^${[...run].map((c) => superscripts.indexOf(c)).join("")}`,
  );
  const narrow = raised
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .replace(/μ/g, "u");
  return words.reduce((unit, [from, to]) => unit.replace(from, to), narrow);
}

function partOf(text: string): Part | undefined {
  const power = /^10\*(\d{1,2})$/.exec(text);
  if (power) return ["count", Number(power[1])];
  return exact.get(text) ?? parts.get(text.toLowerCase());
}

/** Reads a unit in UCUM or as laboratories spell it; undefined when any part is unknown, never a guess. */
export function parseUnit(text: string): Unit | undefined {
  if (text.length > 60) return undefined;
  const read = plainUnit(text).split("/").map(partOf);
  let power = 0;
  let times = 1;
  const kinds: string[] = [];
  for (const [at, part] of read.entries()) {
    if (!part) return undefined;
    const sign = at === 0 ? 1 : -1;
    kinds.push(part[0]);
    power += sign * part[1];
    times *= (part[2] ?? 1) ** sign;
  }
  return { kinds: kinds.join("/"), power, times };
}
