import { readFileSync } from "node:fs";
import type { Sex } from "../../../shared/clients/index.ts";

/** One person as measured: catalogue codes to values in the catalogue's units; what was not measured is absent. */
export interface Measured {
  sex: Sex;
  age: number;
  values: Readonly<Record<string, number>>;
}

const sexes: Record<string, Sex> = { f: "female", m: "male" };

/**
 * `people.csv`: 300 adult participants of a United States national health survey, whose measurements are in
 * the public domain; every third or so of the thousand in the project's import sample, without the names,
 * numbers and dates that were invented for them there.
 */
export function sourcePeople(): Measured[] {
  const [head = "", ...lines] = readFileSync(new URL("./people.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const [, , ...codes] = head.split(",");
  return lines.map((line) => {
    const [sex = "", age, ...cells] = line.split(",");
    const values = codes.flatMap((code, at) => (cells[at] ? [[code, Number(cells[at])] as const] : []));
    return { sex: sexes[sex] ?? "female", age: Number(age), values: Object.fromEntries(values) };
  });
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much `of` rises with one unit of `by` among these people (least squares). */
export function slope(pairs: readonly (readonly [by: number, of: number])[]): number {
  const [midX, midY] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const shared = pairs.reduce((sum, [x, y]) => sum + (x - midX) * (y - midY), 0);
  return shared / pairs.reduce((sum, [x]) => sum + (x - midX) ** 2, 0);
}
