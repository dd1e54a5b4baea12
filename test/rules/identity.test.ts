import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clientNumber,
  isClientNumber,
  maskDocument,
  parseDocument,
  parseNationalId,
  readClientNumber,
} from "../../shared/clients/identity.ts";

const valid = "11010519491231002X";

/** The check character by the definition of ISO 7064 MOD 11-2: the whole number is 1 modulo 11. */
const complete = (digits: string): string => {
  for (const last of "0123456789X") {
    let rest = 0;
    for (const character of digits + last)
      rest = (rest * 2 + (character === "X" ? 10 : Number(character))) % 11;
    if (rest === 1) return digits + last;
  }
  throw new Error("every number has a check character");
};

const anyId = fc
  .tuple(
    fc.integer({ min: 100_000, max: 999_999 }),
    fc.date({ min: new Date("1930-01-01"), max: new Date("2025-12-31"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, sequence]) =>
    complete(
      `${region}${born.toISOString().slice(0, 10).replaceAll("-", "")}${String(sequence).padStart(3, "0")}`,
    ),
  );

describe("a national id", () => {
  it("tells birth date and sex", () => {
    expect(parseNationalId(valid)).toEqual({ ok: true, id: valid, birthDate: "1949-12-31", sex: "female" });
    expect(parseNationalId("999999200106286516")).toMatchObject({ birthDate: "2001-06-28", sex: "male" });
  });

  it("is understood in full width, with spaces, with a small x", () => {
    expect(parseNationalId(" １１０１０５ 19491231　002x ")).toMatchObject({ ok: true, id: valid });
  });

  it("reads by its check digit whatever the region", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(parseNationalId(id, "2026-11-22")).toMatchObject({ ok: true, id });
      }),
    );
  });

  it("with one wrong digit or two swapped neighbours is refused", () => {
    fc.assert(
      fc.property(anyId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, step) => {
        const wrong = id.slice(0, at) + ((Number(id[at]) + step) % 10) + id.slice(at + 1);
        expect(parseNationalId(wrong, "2026-11-22").ok).toBe(false);
        const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
        if (swapped !== id) expect(parseNationalId(swapped, "2026-11-22").ok).toBe(false);
      }),
    );
  });

  it.each([
    ["of 15 digits says to use the present card", "110105491231002", /15-digit/],
    ["rounded by a spreadsheet says so", "110105194912310000", /spreadsheet/],
    ["in scientific notation says so", "1.10105E+17", /spreadsheet/],
    ["with a day that does not exist names the birth date", complete("11010519490230002"), /birth date/],
    ["of somebody not born yet names the birth date", complete("11010520261123002"), /birth date/],
    ["of somebody 140 years old names the birth date", complete("11010518860101002"), /birth date/],
    ["of a wrong length says how many digits", "1101051949123100", /18 digits/],
    ["with a mistyped digit names the check digit", "110105194912310021", /check digit/],
    ["that is absent says so", " ", /missing/],
  ])("%s", (_, text, words) => {
    const read = parseNationalId(text, "2026-11-22");
    if (read.ok) throw new Error("was accepted");
    expect(read.reason.en).toMatch(words);
    expect(read.reason.zh).toMatch(/\p{Script=Han}/u);
    expect(read.reason.en + read.reason.zh).not.toContain(text.trim() || "\0");
  });

  it("that truly ends in three zeros is not called rounded", () => {
    const ids = Array.from({ length: 90 }, (_, n) => complete(`1101${n + 10}19491231100`));
    const ending = ids.filter((id) => id.endsWith("000"));
    expect(ending.length).toBeGreaterThan(0);
    for (const id of ending) expect(parseNationalId(id)).toMatchObject({ ok: true, id });
  });
});

describe("other documents", () => {
  it("are read into one spelling", () => {
    expect(parseDocument("passport", " e1234 5678")).toEqual({ ok: true, id: "E12345678" });
    expect(parseDocument("hk-mo-permit", "h12345678")).toEqual({ ok: true, id: "H12345678" });
    expect(parseDocument("tw-permit", "12345678")).toEqual({ ok: true, id: "12345678" });
    expect(parseDocument("centre", "n-0042")).toEqual({ ok: true, id: "N-0042" });
    expect(parseDocument("national-id", valid)).toMatchObject({ id: valid, sex: "female" });
  });

  it.each([
    ["passport", "护照"],
    ["hk-mo-permit", "X12345678"],
    ["tw-permit", "1234"],
    ["centre", "a b"],
  ] as const)("of the wrong shape are refused with the right one: %s", (kind, text) => {
    expect(parseDocument(kind, text)).toMatchObject({ ok: false, reason: { en: /\d/, zh: /\d/ } });
  });

  it("are masked so that no birth date shows", () => {
    expect(maskDocument("national-id", valid)).toBe("110***********002X");
    expect(maskDocument("passport", "E12345678")).toBe("E*****678");
    expect(maskDocument("centre", "N-42")).toBe("****");
  });
});

describe("a client number", () => {
  const seed = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 8, maxLength: 64 });

  it("is the same for the same seed, another for the next attempt", () => {
    expect(clientNumber("ab12", 0)).toBe(clientNumber("ab12", 0));
    expect(clientNumber("ab12", 1)).not.toBe(clientNumber("ab12", 0));
  });

  it("is recognised however it is typed", () => {
    fc.assert(
      fc.property(seed, fc.nat(20), (hex, attempt) => {
        const number = clientNumber(hex, attempt);
        expect(number).toMatch(/^P-\d{9}$/);
        const typed = number
          .toLowerCase()
          .replace("-", " ")
          .replace(/(\d{4})(?=\d)/g, "$1 ");
        expect(isClientNumber(typed)).toBe(true);
        expect(readClientNumber(typed)).toBe(number);
      }),
    );
  });

  it("with one wrong digit or two swapped neighbours is not a client number", () => {
    fc.assert(
      fc.property(seed, fc.nat(8), fc.integer({ min: 1, max: 9 }), (hex, place, step) => {
        const number = clientNumber(hex, 0);
        const at = place + 2;
        const wrong = number.slice(0, at) + ((Number(number[at]) + step) % 10) + number.slice(at + 1);
        expect(isClientNumber(wrong)).toBe(false);
        if (place < 8 && number[at] !== number[at + 1])
          expect(
            isClientNumber(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)),
          ).toBe(false);
      }),
    );
  });

  it("is nothing else that looks like a number", () => {
    for (const text of ["", "P-", "123456789", "Q-123456789", "P-12345678", "P-1234567890"])
      expect(isClientNumber(text)).toBe(false);
  });
});
