import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Loop, RangeBar, ShareBar, Sparkline, TrendChart } from "../../functions/web/charts/index.ts";
import { ringsOf } from "../../functions/web/charts/loop-model.ts";
import { niceTicks } from "../../functions/web/charts/scale.ts";
import { textFor } from "../../functions/web/text/index.ts";
import { ldl, linLoop, pressure } from "./sheet-people.ts";

const en = textFor("en");
const zh = textFor("zh");

describe("the loop", () => {
  it("says in words what it draws, in both languages", () => {
    const english = String(<Loop t={en} loop={linLoop(en)} />);
    expect(english).toContain("Lin Yawen is in turn 5 of the loop, at Monitor");
    expect(english).toContain("Done: Test, Assess, Guide, Educate.");
    expect(english).toContain("The re-check of 20 Jan opens turn 6.");
    expect(english).toContain("Turn 4 ended Sub-health.");
    const chinese = String(<Loop t={zh} loop={linLoop(zh)} />);
    expect(chinese).toContain("林雅文在健康循环第 5 轮，现在在“监测”");
  });

  it("fills the stages behind her and none before her", () => {
    const html = String(<Loop t={en} loop={{ ...linLoop(en), at: "guide" }} />);
    const done = [...html.matchAll(/data-stage="(\w+)" data-is="done"/g)].map((found) => found[1]);
    expect(done).toEqual(["test", "assess"]);
  });

  it("keeps one ring for each finished turn, until the sixth makes the oldest five one", () => {
    const turns = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ turn: index + 1, grade: "healthy" as const }));
    expect(ringsOf(turns(5)).map((ring) => ring.turns)).toEqual([1, 1, 1, 1, 1]);
    expect(ringsOf(turns(6)).map((ring) => ring.turns)).toEqual([5, 1]);
    expect(ringsOf(turns(11)).map((ring) => ring.turns)).toEqual([10, 1]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (count) => {
        const rings = ringsOf(turns(count));
        expect(rings.length).toBeLessThanOrEqual(6);
        expect(rings.reduce((sum, ring) => sum + ring.turns, 0)).toBe(count);
      }),
    );
  });

  it("is the same drawing when small, with the number of the turn alone", () => {
    const small = String(<Loop t={en} loop={linLoop(en)} size="small" />);
    expect(small.match(/<text/g)).toHaveLength(1);
    expect(small.match(/class="growth"/g)).toHaveLength(4);
  });
});

describe("a trend", () => {
  it("prints the last value, every flagged value, and the same values in its table", () => {
    const html = String(<TrendChart t={en} trend={ldl(en)} />);
    for (const value of ["4.4", "4.6", "4.2", "3.8"]) expect(html).toMatch(new RegExp(`>${value}</text>`));
    const rows = html.match(/<tbody>.*<\/tbody>/s)?.[0].match(/<tr>/g);
    expect(rows).toHaveLength(6);
    expect(html.indexOf("2026-04-18</td>")).toBeLessThan(html.indexOf("2022-05-10</td>"));
    expect(html).toContain("Show as table");
  });

  it("names its band and its events, and tells flags by shape", () => {
    const html = String(<TrendChart t={en} trend={ldl(en)} />);
    expect(html).toContain(">Acceptable, below 3.4</text>");
    expect(html).toContain(">Statin</text>");
    expect(html.match(/<path class="pt" data-flag="H"/g)).toHaveLength(4);
    expect(html.match(/<circle class="pt"/g)).toHaveLength(2);
  });

  it("draws a second line in squares and keeps it in the table with who measured", () => {
    const html = String(<TrendChart t={zh} trend={pressure(zh)} />);
    expect(html.match(/<rect class="pt" data-kind="second"/g)).toHaveLength(5);
    expect(html).toContain("舒张压</th>");
    expect(html).toContain("<td>设备</td>");
  });

  it("stays a drawing with one value, and says so with none", () => {
    const one = { id: "x", name: "eGFR", points: [{ at: "2026-10-20", value: 97 }] };
    expect(String(<TrendChart t={en} trend={one} />)).toMatch(/>97<\/text>/);
    expect(String(<TrendChart t={en} trend={{ ...one, points: [] }} />)).toContain("No value yet");
  });

  it("puts every mark inside its frame, whatever the values", () => {
    const points = fc.array(fc.double({ min: 0.001, max: 5000, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(points, (values) => {
        const trend = {
          id: "x",
          name: "x",
          points: values.map((value, index) => ({ at: `2026-10-${10 + index}`, value })),
        };
        const html = String(<TrendChart t={en} trend={trend} />);
        const marks = [...html.matchAll(/<circle class="pt" cx="([^"]+)" cy="([^"]+)"/g)];
        expect(marks).toHaveLength(values.length);
        for (const [, x, y] of marks) {
          expect(Number(x)).toBeGreaterThanOrEqual(34);
          expect(Number(x)).toBeLessThanOrEqual(354);
          expect(Number(y)).toBeGreaterThanOrEqual(33.9);
          expect(Number(y)).toBeLessThanOrEqual(182.1);
        }
      }),
    );
  });
});

describe("an axis", () => {
  it("holds its values between round ticks, and not too many", () => {
    const pair = fc.tuple(
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.double({ min: 0.01, max: 1e4, noNaN: true }),
    );
    fc.assert(
      fc.property(pair, ([low, span]) => {
        const ticks = niceTicks(low, low + span, 3);
        expect(ticks[0]).toBeLessThanOrEqual(low + span * 1e-6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - span * 1e-6);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("a range bar", () => {
  it("numbers only the limits and says the rest", () => {
    const html = String(
      <RangeBar t={en} range={{ name: "Glucose", value: 6.4, low: 3.9, high: 6.1, flag: "H" }} />,
    );
    expect(html.match(/<text/g)).toHaveLength(2);
    expect(html).toContain('aria-label="Glucose 6.4, range 3.9 to 6.1"');
    const open = String(<RangeBar t={zh} range={{ value: 97, low: 90 }} />);
    expect(open).toContain("97，90 及以上");
  });

  it("keeps the value on the bar, however far out", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e5, max: 1e5, noNaN: true }), (value) => {
        const html = String(<RangeBar t={en} range={{ value, low: 3.9, high: 6.1 }} />);
        const at = Number(html.match(/<svg x="([^%]+)%"/)?.[1]);
        expect(at).toBeGreaterThanOrEqual(2);
        expect(at).toBeLessThanOrEqual(98);
      }),
    );
  });
});

describe("small drawings", () => {
  it("a sparkline needs two values to be a line", () => {
    expect(String(<Sparkline values={[5]} />)).toBe("");
    expect(String(<Sparkline values={[5, 5]} flag="N" />)).toContain("<polyline");
  });

  it("a share bar never leaves its whole", () => {
    const widths = [...String(<ShareBar parts={[96, 88, 74]} whole={96} />).matchAll(/ width="(\d+)"/g)].map(
      (found) => Number(found[1]),
    );
    expect(widths).toEqual([240, 220, 185]);
  });
});
