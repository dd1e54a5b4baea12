import fc from "fast-check";
import type { Input } from "../../shared/assessment/scores/formula.ts";
import { onlyABound } from "../../shared/assessment/scores/formula.ts";

/** Where a source states no end, values far beyond any laboratory. */
const least = 0.05;
const most = 1000;

/** A value its source accepts, drawn from the input's own statement of what is valid. */
export function valid(input: Input): fc.Arbitrary<unknown> {
  switch (input.kind) {
    case "number": {
      const low = input.min ?? (input.above === undefined ? least : input.above + 0.01);
      const high = Math.max(input.max ?? (input.below === undefined ? most : input.below - 0.01), low);
      const whole = input.unit === "a";
      return whole
        ? fc.integer({ min: Math.ceil(low), max: Math.min(Math.floor(high), 120) })
        : fc.double({ min: low, max: high, noNaN: true });
    }
    case "flag":
      return input.mustBe === undefined ? fc.boolean() : fc.constant(input.mustBe);
    case "choice":
      return fc.constantFrom(...input.of);
    case "words":
      return fc.subarray([...input.of]);
    case "answers": {
      const { count, most: top } = input;
      return fc.tuple(
        ...Array.from({ length: count }, (_, at) =>
          fc.nat({ max: typeof top === "number" ? top : (top[at] ?? 0) }),
        ),
      );
    }
  }
}

/** Whatever might arrive in a value's place. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.double(),
  fc.constantFrom<unknown>(
    0,
    -1,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    onlyABound,
    "",
    "male",
    true,
    false,
    null,
  ),
  fc.array(fc.oneof(fc.integer({ min: -1, max: 9 }), fc.string({ maxLength: 4 })), { maxLength: 12 }),
);
