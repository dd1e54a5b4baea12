import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, icsOf } from "../../shared/testing/index.ts";

const visit: CalendarEvent = {
  id: "1ea50169e058806e81c3",
  version: 2,
  start: "2026-11-27T00:30:00.000Z",
  minutes: 30,
  summary: "Health checkup",
  description: "Nothing to eat for 8 hours; water is fine.\nFirst urine, please.",
  place: "Health checkup centre",
  made: "2026-11-23T00:20:00.000Z",
};

const unfolded = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n");
const value = (text: string, name: string): string =>
  unfolded(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? "";
const unescaped = (text: string): string =>
  text.replace(/\\(n|.)/g, (_, character: string) => (character === "n" ? "\n" : character));

describe("a calendar file", () => {
  it("says when, in UTC, and for how long", () => {
    const text = icsOf(visit);
    expect(value(text, "DTSTART")).toBe("20261127T003000Z");
    expect(value(text, "DTEND")).toBe("20261127T010000Z");
    expect(value(text, "DTSTAMP")).toBe("20261123T002000Z");
    expect(value(text, "UID")).toBe("1ea50169e058806e81c3@perennial");
    expect(value(text, "SEQUENCE")).toBe("2");
    expect(value(text, "STATUS")).toBe("CONFIRMED");
    expect(value(icsOf({ ...visit, cancelled: true }), "STATUS")).toBe("CANCELLED");
  });

  it("begins and ends as RFC 5545 asks, and escapes what has a meaning there", () => {
    const lines = unfolded(icsOf(visit));
    expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
    expect(lines.slice(-3)).toEqual(["END:VEVENT", "END:VCALENDAR", ""]);
    expect(value(icsOf(visit), "DESCRIPTION")).toBe(
      "Nothing to eat for 8 hours\\; water is fine.\\nFirst urine\\, please.",
    );
  });

  it("keeps every line within 75 octets and gives back any text whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (description) => {
        const text = icsOf({ ...visit, description });
        const lines = text.split("\r\n");
        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        const printable = description.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
        expect(unescaped(value(text, "DESCRIPTION"))).toBe(printable);
      }),
    );
  });

  it("cannot be made to say more than one thing by a line break in a text", () => {
    const text = icsOf({ ...visit, summary: "Checkup\r\nATTENDEE:mailto:somebody@example.com" });
    expect(unfolded(text).some((line) => line.startsWith("ATTENDEE"))).toBe(false);
  });
});
