import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../functions/web/assets/tokens.css", import.meta.url), "utf8");
const coloursOf = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, hex]) => [name, hex]),
  );
const blockOf = (start: string): string => {
  const from = css.indexOf(start);
  return css.slice(from, css.indexOf("}", from));
};
const light = coloursOf(blockOf(":root {"));
const dark = { ...light, ...coloursOf(blockOf('[data-theme="dark"] {')) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast of two colours. */
function ratio(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ["paper", "surface", "sunken", "hover"];
const words = [
  "ink",
  "ink-2",
  "ink-3",
  "accent",
  "critical",
  "high",
  "low",
  "abnormal",
  "due",
  "healthy",
  "subhealth",
  "suspected",
  "disease",
];
const tinted = [
  "accent",
  "critical",
  "high",
  "low",
  "abnormal",
  "due",
  "healthy",
  "subhealth",
  "suspected",
  "disease",
];
const tints = ["tint-1", "tint-2", "tint-3", "tint-4"];
const edges = ["edge", "focus", "band-edge", "series", "series-2"];

describe.each([
  { theme: "light", token: light },
  { theme: "dark", token: dark },
])("colours, $theme", ({ token }) => {
  const of = (name: string): string => token[name] ?? `no token ${name}`;
  const weak = (pairs: [string, string][], least: number) =>
    pairs
      .map(([over, under]) => `${over} on ${under} ${ratio(of(over), of(under)).toFixed(2)}`)
      .filter((_, index) => ratio(of(pairs[index]?.[0] ?? ""), of(pairs[index]?.[1] ?? "")) < least);

  it("every word reads at 4.5 to 1 on every ground", () => {
    expect(
      weak(
        words.flatMap((word) => grounds.map((ground): [string, string] => [word, ground])),
        4.5,
      ),
    ).toEqual([]);
  });

  it("every flag and grade reads on its own tint, and ink on all of them", () => {
    const own = tinted.map((word): [string, string] => [word, `${word}-soft`]);
    const ink = [...tinted.map((word) => `${word}-soft`), ...tints].map((ground): [string, string] => [
      "ink",
      ground,
    ]);
    expect(weak([...own, ...ink], 4.5)).toEqual([]);
  });

  it("buttons and the rail read", () => {
    expect(
      weak(
        [
          ["on-accent", "accent"],
          ["on-accent", "accent-strong"],
          ["on-rail", "rail"],
          ["on-rail-2", "rail"],
          ["on-rail", "rail-on"],
          ["rail-ink", "on-rail"],
          ["surface", "ink"],
        ],
        4.5,
      ),
    ).toEqual([]);
  });

  it("edges of controls, focus and chart lines stand out at 3 to 1", () => {
    expect(
      weak(
        edges.map((edge): [string, string] => [edge, "surface"]),
        3,
      ),
    ).toEqual([]);
    expect(
      weak(
        [
          ["series", "band"],
          ["high", "band"],
        ],
        3,
      ),
    ).toEqual([]);
  });
});

describe("the dark theme", () => {
  it("is the same by choice and by the system's wish", () => {
    const bySystem = coloursOf(blockOf(':root:not([data-theme="light"]) {'));
    expect(bySystem).toEqual(coloursOf(blockOf('[data-theme="dark"] {')));
    expect(Object.keys(bySystem).length).toBeGreaterThan(30);
  });
});
