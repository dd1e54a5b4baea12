import * as z from "zod";
import { parse } from "../kernel/parse.ts";
import type { Computed, Formula } from "./scores/formula.ts";
import { formulaPublishedAs } from "./scores/registry.ts";
import { type NotComputed, run } from "./scores/run.ts";
import { respelled } from "./scores/units.ts";

const scalar = z.union([z.number(), z.string(), z.boolean(), z.null()]);

/** One case of a validation kit: a score, what goes in, what must come out, and how near. */
export const VectorsSchema = z.array(
  z.looseObject({
    id: z.string(),
    score: z.string(),
    inputs: z.record(z.string(), z.union([scalar, z.array(z.union([z.number(), z.string()]))])),
    expected: z.record(z.string(), scalar),
    tolerance: z.number().min(0),
    note: z.string().nullish(),
  }),
);
export type Vector = z.infer<typeof VectorsSchema>[number];

interface Miss {
  key: string;
  got: unknown;
  expected: unknown;
}

export interface Checked {
  id: string;
  score: string;
  misses: Miss[];
  /** Expected values whose equation is not published, so that nothing can be said of them. */
  unpublished: string[];
  /** The set of constants it was met with, where that is another than the product's own. */
  constants?: string;
}

/** Words of a vector that explain it and go into no formula. */
const aside = new Set(["itemOrder"]);

/** Named inputs as the formula asks for them: `creatinineMgdl` where it wants `creatinineUmol` is converted. */
function asAsked(
  one: Formula,
  inputs: Vector["inputs"],
): { values: Record<string, unknown>; unknown: string[] } {
  const values: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(inputs)) {
    if (key in one.inputs) values[key] = value;
    else {
      const wanted =
        typeof value === "number"
          ? Object.keys(one.inputs).find((name) => respelled(value, key, name) !== undefined)
          : undefined;
      if (wanted) values[wanted] ??= respelled(value as number, key, wanted);
      else if (!aside.has(key)) unknown.push(key);
    }
  }
  return { values, unknown };
}

/**
 * Runs the product's own formula on one vector. Where constants of the same equation circulate in several
 * sets and the vector does not say that it has the printed ones, the others are tried too, and named.
 */
export function checkVector({ id, score, inputs, expected, tolerance, note }: Vector): Checked {
  const one = formulaPublishedAs(score);
  if (!one)
    return { id, score, misses: [{ key: "score", got: "no such score", expected: score }], unpublished: [] };
  const { values, unknown } = asAsked(one, inputs);
  const strange = [
    ...unknown.map((key) => ({ key, got: "no such input", expected: inputs[key] })),
    ...(Object.keys(expected).length ? [] : [{ key: "expected", got: "nothing to compare", expected }]),
  ];
  const unpublished = Object.keys(expected).filter((key) => one.unpublished?.includes(key));
  const wanted = Object.entries(expected).filter(([key]) => !unpublished.includes(key));
  const missesOf = (as: Formula) => [...strange, ...missed(run(as, values), wanted, tolerance)];
  const misses = missesOf(one);
  const variant =
    misses.length && !note?.includes("variant: printed")
      ? one.variants?.find(({ compute }) => missesOf({ ...one, compute }).length === 0)
      : undefined;
  return variant
    ? { id, score, misses: [], unpublished, constants: variant.id }
    : { id, score, misses, unpublished };
}

function missed(
  result: Computed | NotComputed,
  expected: readonly (readonly [key: string, value: unknown])[],
  tolerance: number,
): Miss[] {
  const outputs: Record<string, unknown> =
    "because" in result
      ? { reason: result.beyond ?? result.because.en }
      : { ...result.outputs, note: result.note?.en };
  return expected.flatMap(([key, wanted]): Miss[] => {
    const [scheme, rest] = typeof wanted === "string" ? wanted.split(/:(?=\S)/, 2) : [];
    const schemed = rest !== undefined && `${key}:${scheme}` in outputs;
    const got = (schemed ? outputs[`${key}:${scheme}`] : outputs[key]) ?? null;
    if (agrees(got, schemed ? rest : wanted, tolerance)) return [];
    return [{ key, got: "because" in result && got === null ? result.because.en : got, expected: wanted }];
  });
}

/** Room for the binary fraction of a tolerance such as 0.06. */
const grain = 1e-9;

const agrees = (got: unknown, wanted: unknown, tolerance: number): boolean =>
  typeof wanted === "number"
    ? typeof got === "number" && Math.abs(got - wanted) <= tolerance + grain
    : got === wanted;

/**
 * Checks every vector of a file against the product's own functions.
 * @throws Invalid, naming row and field, where the text is not a list of vectors.
 */
export const checkVectors = (rows: unknown): Checked[] => parse(VectorsSchema, rows).map(checkVector);
