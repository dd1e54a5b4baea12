import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMs, instantOf, localTime } from "../../shared/kernel/time.ts";
import { allowedHours, isAllowedAt, nextAllowed } from "../../shared/messaging/index.ts";

const zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Sydney"];
/** Two years, with every spring and autumn change of the clocks in them. */
const instants = fc
  .integer({ min: epochMs("2026-01-01T00:00:00.000Z"), max: epochMs("2027-12-31T00:00:00.000Z") })
  .map(instantOf);

describe("quiet hours", () => {
  it("every moment has a next allowed one: not earlier, inside the hours where the client is, within a day", () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 179 }),
        (at, zone, minutes) => {
          const next = nextAllowed("care", at, zone, minutes);
          expect(next >= at).toBe(true);
          expect(isAllowedAt("care", next, zone)).toBe(true);
          expect(epochMs(next) - epochMs(at)).toBeLessThanOrEqual((13 + 1 + 3) * 3_600_000);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("inside the hours nothing waits", () => {
    expect(nextAllowed("care", "2026-11-22T01:00:00.000Z", "Asia/Shanghai", 120)).toBe(
      "2026-11-22T01:00:00.000Z",
    );
  });

  it("the last minute is allowed, the closing hour is not", () => {
    expect(isAllowedAt("care", "2026-11-22T11:59:00.000Z", "Asia/Shanghai")).toBe(true);
    expect(isAllowedAt("care", "2026-11-22T12:00:00.000Z", "Asia/Shanghai")).toBe(false);
  });

  it("a letter of the night before the clocks change leaves at nine by the new time", () => {
    const springNight = "2027-03-14T03:00:00.000Z";
    const autumnNight = "2026-11-01T02:00:00.000Z";
    expect(nextAllowed("care", springNight, "America/New_York")).toBe("2027-03-14T13:00:00.000Z");
    expect(nextAllowed("care", autumnNight, "America/New_York")).toBe("2026-11-01T14:00:00.000Z");
  });

  it("marketing has the narrowest hours", () => {
    for (const at of ["2026-11-22T01:30:00.000Z", "2026-11-22T10:30:00.000Z"]) {
      expect(localTime(at, "Asia/Shanghai") >= allowedHours.care.from).toBe(true);
      expect(isAllowedAt("care", at, "Asia/Shanghai")).toBe(true);
      expect(isAllowedAt("marketing", at, "Asia/Shanghai")).toBe(false);
    }
  });
});
