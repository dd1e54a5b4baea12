import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Formula, Input } from "../../shared/assessment/scores/formula.ts";
import { imaging } from "../../shared/assessment/scores/imaging/index.ts";
import { formulaCalled } from "../../shared/assessment/scores/registry.ts";
import { run } from "../../shared/assessment/scores/run.ts";

/** A value the input may have, from its own data. */
function fitting(input: Input): fc.Arbitrary<unknown> {
  switch (input.kind) {
    case "number":
      return fc.oneof(
        fc.double({ min: Math.max(input.min ?? 0, 0.1), max: input.max ?? 100, noNaN: true }),
        fc.integer({ min: Math.ceil(input.min ?? 1), max: Math.floor(input.max ?? 60) }),
      );
    case "flag":
      return input.mustBe === undefined ? fc.boolean() : fc.constant(input.mustBe);
    case "choice":
      return fc.constantFrom(...input.of);
    case "words":
      return fc.uniqueArray(fc.constantFrom(...input.of));
    case "answers":
      return fc.array(fc.nat({ max: 3 }), { minLength: input.count, maxLength: input.count });
  }
}

const odd = fc.constantFrom<unknown>(
  -1,
  0,
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "solid",
  "",
  true,
  null,
  [],
);

/** Some inputs, each fitting or odd. */
const some = ({ inputs }: Formula, likely = 1) =>
  fc.record(
    Object.fromEntries(
      Object.entries(inputs).map(([key, input]) => [
        key,
        fc.oneof({ weight: 8 * likely, arbitrary: fitting(input) }, { weight: 1, arbitrary: odd }),
      ]),
    ),
    { requiredKeys: [] },
  );

const all = imaging as readonly unknown[] as readonly Formula[];

describe.each(all.map((one) => [one.id, one] as const))("%s", (_, one) => {
  test("answers anything with a category or a reason, the same each time", () => {
    fc.assert(
      fc.property(some(one), (values) => {
        const result = run(one, values);
        expect(run(one, values)).toEqual(result);
        if ("because" in result) {
          expect(result.because.en && result.because.zh).toBeTruthy();
        } else {
          expect(Number.isFinite(result.value)).toBe(true);
          expect(result.band?.label.en && result.band.label.zh).toBeTruthy();
        }
      }),
    );
  });

  test("with everything said and fitting has a category, unless the parts contradict each other", () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(Object.entries(one.inputs).map(([key, input]) => [key, fitting(input)])),
        ),
        (values) => {
          const result = run(one, values);
          if ("because" in result)
            expect(result.because.en).toMatch(/larger than the nodule|whole numbers|More than 20/);
        },
      ),
    );
  });
});

const lung = (id: string) => formulaCalled(id) as Formula;
const sizes = fc.tuple(
  fc.double({ min: 0.5, max: 30, noNaN: true }),
  fc.double({ min: 0.5, max: 30, noNaN: true }),
);

describe("a larger nodule is never less pressing", () => {
  test.each(["FLEISCHNER-2017", "C-LUNG-RADS-2024", "LUNG-RADS-2022"])("%s", (id) => {
    const one = lung(id);
    const { type, multiplicity, risk, since } = one.inputs as Record<string, Input>;
    const words = (input: Input | undefined) =>
      input?.kind === "choice" ? fc.constantFrom(...input.of) : fc.constant(undefined);
    fc.assert(
      fc.property(
        sizes,
        words(type),
        words(multiplicity),
        words(risk),
        words(since),
        (pair, kind, many, how, when) => {
          const [small, large] = [Math.min(...pair), Math.max(...pair)];
          const said = (meanDiameterMm: number) =>
            run(one, {
              type: kind,
              multiplicity: many,
              risk: how,
              since: when,
              meanDiameterMm,
              solidMm: kind === "part-solid" ? meanDiameterMm / 2 : undefined,
            });
          const [before, after] = [said(small), said(large)];
          if ("because" in before || "because" in after) throw new Error("not computed");
          expect(after.value).toBeGreaterThanOrEqual(before.value);
        },
      ),
    );
  });
});

test("one more suspicious sign never makes a thyroid nodule less suspicious, and a comet tail never more", () => {
  const one = lung("C-TIRADS");
  const signs = ["vertical", "solid", "markedlyHypoechoic", "microcalcification", "illDefinedIrregularOrEte"];
  fc.assert(
    fc.property(fc.subarray(signs), fc.constantFrom(...signs), fc.boolean(), (seen, more, cometTail) => {
      const score = (of: readonly string[], tail: boolean) => {
        const result = run(one, { ...Object.fromEntries(of.map((sign) => [sign, true])), cometTail: tail });
        return "because" in result ? Number.NaN : result.value;
      };
      expect(score([...seen, more], cometTail)).toBeGreaterThanOrEqual(score(seen, cometTail));
      expect(score(seen, true)).toBeLessThanOrEqual(score(seen, false));
    }),
  );
});

test("more, larger or worse polyps never wait longer for the next colonoscopy", () => {
  const one = lung("COLON-USMSTF-2020");
  const count = fc.nat({ max: 15 });
  const mm = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(
      count,
      count,
      mm,
      mm,
      fc.boolean(),
      (adenomas, more, adenomaMm, larger, villousOrHighGrade) => {
        const months = (values: object) => {
          const result = run(one, { ...values });
          return "because" in result ? Number.NaN : result.value;
        };
        const before = { adenomas, ...(adenomas ? { adenomaMm } : {}) };
        const after = { adenomas: adenomas + more, adenomaMm: adenomaMm + larger, villousOrHighGrade };
        expect(months(after)).toBeLessThanOrEqual(months(before));
      },
    ),
  );
});
