import { expect, test } from "vitest";
import { numberIn, numberKeyed } from "../../functions/web/pages/forms/number-in.ts";

test("a typed number is read in half or full width, and nothing else is taken for one", () => {
  for (const [text, value] of [
    ["5.6", 5.6],
    [" ５．６ ", 5.6],
    ["-2", -2],
    ["12o", undefined],
    ["1-2", undefined],
    ["5,6", undefined],
    ["1,200", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["", undefined],
  ] as const)
    expect(numberIn(text), text).toBe(value);
});

test("on the keypad a comma is a point, and what is no number is none", () => {
  for (const [text, value] of [
    ["5,6", 5.6],
    ["５，６", 5.6],
    ["120/80", undefined],
    ["12o", undefined],
  ] as const)
    expect(numberKeyed(text), text).toBe(value);
});
