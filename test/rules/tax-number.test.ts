import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTaxNumber } from "../../shared/testing/index.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The check character by the standard's own steps: weights are powers of three, modulus 31. */
function withCheck(body: string): string {
  let [sum, weight] = [0, 1];
  for (const letter of body) {
    sum += weight * alphabet.indexOf(letter);
    weight = (weight * 3) % 31;
  }
  return body + alphabet[(31 - (sum % 31)) % 31];
}

const letters = (length: number, from = alphabet) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((all) => all.join(""));
const bodies = fc.tuple(letters(2), letters(6, "0123456789"), letters(9)).map((parts) => parts.join(""));

describe("a tax number (GB 32100)", () => {
  test("is read whatever its spelling, where its check digit is right", () => {
    expect(readTaxNumber("91350100M000100Y43")).toBe("91350100M000100Y43");
    expect(readTaxNumber(" 9135-0100 m000 100y 43 ")).toBe("91350100M000100Y43");
    fc.assert(
      fc.property(bodies, (body) => {
        expect(readTaxNumber(withCheck(body))).toBe(withCheck(body));
      }),
    );
  });

  test("with one character changed, or two neighbours swapped, is none", () => {
    fc.assert(
      fc.property(bodies, fc.nat(17), fc.constantFrom(...alphabet), (body, at, letter) => {
        const whole = withCheck(body);
        const changed = whole.slice(0, at) + letter + whole.slice(at + 1);
        if (changed !== whole) expect(readTaxNumber(changed)).toBeUndefined();
        const [a = "", b = ""] = [whole[at], whole[at + 1]];
        const swapped = whole.slice(0, at) + b + a + whole.slice(at + 2);
        if (b && swapped !== whole) expect(readTaxNumber(swapped)).toBeUndefined();
      }),
    );
    for (const text of ["", "91350100M000100Y4", "110101199003078515", "91350100I000100Y43"])
      expect(readTaxNumber(text)).toBeUndefined();
  });
});
