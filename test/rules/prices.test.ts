import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bundleParts,
  catalogue,
  type KeptEdition,
  knownPart,
  type PriceList,
  packages,
  priceOf,
  pricesOn,
  services,
  type Wanted,
} from "../../shared/testing/index.ts";
import { sharesOf } from "../../shared/testing/prices/shares.ts";

const today = "2026-11-22";
const sellable = [...catalogue, ...services].map(({ code }) => code).filter((code) => knownPart(code));

/** An edition as the centre would have written it. */
const kept = (edition: KeptEdition["edition"]): KeptEdition => ({
  edition,
  madeBy: { id: "manager-1", name: "吴建国" },
  madeAt: "2026-11-01T00:00:00.000Z",
  v: 1,
});

const fen = fc.integer({ min: 0, max: 200_000 });
const percent = fc.integer({ min: 0, max: 100 });

/** Price books with awkward numbers: odd prices, packages at one price, lists of every kind. */
const books = fc.record({
  parts: fc.array(fc.record({ code: fc.constantFrom(...sellable), priceFen: fen }), { maxLength: 12 }),
  percentOff: percent,
  fixed: fc.option(fc.record({ female: fen, male: fen }), { nil: undefined }),
  term: fc.array(
    fc.oneof(
      fc.record({ on: fc.constantFrom("everything", "items", "services"), percentOff: percent }),
      fc.record({ on: fc.constantFrom("code:LDCT", "code:HEIGHT", "code:S-READING"), fixedFen: fen }),
      fc.record({ on: fc.constantFrom("package:basic", "package:advanced"), fixedFen: fen }),
      fc.record({ on: fc.constantFrom("package:comprehensive"), percentOff: percent }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
});

const pricesIn = ({
  parts,
  percentOff,
  fixed,
  term,
}: typeof books extends fc.Arbitrary<infer B> ? B : never) =>
  pricesOn(
    [
      ...parts.map(({ code, priceFen }) =>
        kept({ kind: "part", id: code, from: "2026-11-02", priceFen, costFen: 0 }),
      ),
      ...packages.map(({ id, items, services: also }) =>
        kept({
          kind: "package",
          id,
          from: "2026-11-02",
          items: [...items],
          services: [...also],
          percentOff,
          ...(fixed ? { fixedFen: fixed } : {}),
        }),
      ),
      kept({
        kind: "list",
        id: "own",
        from: "2026-11-02",
        name: { en: "Own", zh: "自有" },
        of: "contract",
        key: "account-9",
        terms: term,
      }),
    ],
    today,
  );

/** A wish somebody could have: parts of a package dropped and swapped, others added, lists claimed. */
const cases = fc
  .record({
    book: books,
    id: fc.constantFrom("basic", "advanced", "comprehensive", undefined),
    sex: fc.constantFrom("female" as const, "male" as const),
    seed: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    lists: fc.subarray(["own", "tier-gold", "campaign-lung-2026"]),
  })
  .map(({ book, id, sex, seed, lists }) => {
    const prices = pricesIn(book);
    const bundle = id && prices.bundle(id);
    const parts = bundle ? bundleParts(bundle, sex, prices).map(({ code }) => code) : [];
    const others = sellable.filter((code) => {
      const part = knownPart(code);
      return !parts.includes(code) && (!part?.sex || part.sex === sex);
    });
    const pick = (from: readonly string[], at: number) => from[at % Math.max(1, from.length)] ?? "";
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = seed;
    const swap =
      parts.length && a % 2
        ? [
            {
              out: pick(parts, b),
              in: pick(
                others.filter((code) => code !== pick(others, c)),
                d,
              ),
            },
          ]
        : [];
    const drop = parts.length ? [pick(parts, e), pick(parts, f)].filter((code) => code !== swap[0]?.out) : [];
    const add = [pick(others, c)].filter((code) => code !== swap[0]?.in);
    const wanted: Wanted = { package: id, drop: [...new Set(drop)], add, swap, lists };
    return { prices, sex, wanted, parts, others };
  });

const total = (lines: readonly { netFen: number }[]): number =>
  lines.reduce((sum, one) => sum + one.netFen, 0);

describe("a price", () => {
  test("is the sum of its lines, and no line is above its list price or below nothing", () => {
    fc.assert(
      fc.property(cases, ({ prices, sex, wanted }) => {
        const priced = priceOf(wanted, { sex }, prices);
        expect(total(priced.lines)).toBe(priced.netFen);
        expect(priced.netFen).toBeLessThanOrEqual(priced.listFen);
        for (const { netFen, listFen, rule } of priced.lines) {
          expect(Number.isInteger(netFen)).toBe(true);
          expect(netFen).toBeGreaterThanOrEqual(0);
          expect(netFen).toBeLessThanOrEqual(listFen);
          expect(priced.reasons[rule]?.zh).toBeTruthy();
        }
      }),
    );
  });

  test("never rises when something is dropped, and never falls when something is added", () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ prices, sex, wanted, parts, others }, at) => {
        const { netFen } = priceOf(wanted, { sex }, prices);
        const outs = wanted.swap?.map(({ out }) => out) ?? [];
        const ins = wanted.swap?.map((one) => one.in) ?? [];
        const out = parts.filter((code) => !outs.includes(code))[at % Math.max(1, parts.length)];
        if (out) {
          const drop = [...new Set([...(wanted.drop ?? []), out])];
          expect(priceOf({ ...wanted, drop }, { sex }, prices).netFen).toBeLessThanOrEqual(netFen);
        }
        const more = others.filter((code) => !ins.includes(code))[at % others.length];
        if (more) {
          const add = [...new Set([...(wanted.add ?? []), more])];
          expect(priceOf({ ...wanted, add }, { sex }, prices).netFen).toBeGreaterThanOrEqual(netFen);
        }
      }),
    );
  });

  test("of a part dropped is lowered by exactly that part's own share; no other line moves", () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ prices, sex, wanted }, at) => {
        if (!wanted.package) return;
        const whole = priceOf({ package: wanted.package, lists: wanted.lists }, { sex }, prices);
        const line = whole.lines[at % whole.lines.length];
        if (!line) return;
        const without = priceOf(
          { package: wanted.package, lists: wanted.lists, drop: [line.code] },
          { sex },
          prices,
        );
        expect(whole.netFen - without.netFen).toBe(line.netFen);
        expect(without.lines).toEqual(whole.lines.filter(({ code }) => code !== line.code));
        expect(without.dropped).toEqual([{ code: line.code, listFen: line.listFen, netFen: line.netFen }]);
      }),
    );
  });

  test("does not depend on the order of wishes, and comes out the same again", () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ prices, sex, wanted }, turn) => {
        const turned = <T>(list: readonly T[] = []): T[] => {
          const at = list.length ? turn % list.length : 0;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const other: Wanted = {
          ...wanted,
          drop: turned(wanted.drop),
          add: turned(wanted.add),
          swap: turned(wanted.swap),
        };
        expect(JSON.stringify(priceOf(other, { sex }, prices))).toBe(
          JSON.stringify(priceOf(wanted, { sex }, prices)),
        );
      }),
    );
  });

  test("by one more price list is never higher, and lists are not added up", () => {
    fc.assert(
      fc.property(cases, ({ prices, sex, wanted }) => {
        const none = priceOf({ ...wanted, lists: [] }, { sex }, prices);
        const all = priceOf({ ...wanted, lists: prices.lists.map(({ id }) => id) }, { sex }, prices);
        expect(all.netFen).toBeLessThanOrEqual(none.netFen);
        const each = prices.lists.map(({ id }) => priceOf({ ...wanted, lists: [id] }, { sex }, prices));
        for (const [at, { netFen }] of all.lines.entries())
          expect(netFen).toBe(Math.min(...[none, ...each].map(({ lines }) => lines[at]?.netFen ?? 0)));
      }),
    );
  });
});

describe("a total shared out", () => {
  test("loses no fen, and gives no part more than it weighs", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ code: fc.string(), weight: fen }), {
          selector: ({ code }) => code,
          minLength: 1,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, share) => {
          const weights = new Map(parts.map(({ code, weight }) => [code, weight]));
          const sum = [...weights.values()].reduce((all, one) => all + one, 0);
          const whole = Math.floor(sum * share);
          const shares = sharesOf(weights, whole);
          expect([...shares.values()].reduce((all, one) => all + one, 0)).toBe(whole);
          for (const [code, got] of shares) expect(got).toBeLessThanOrEqual(weights.get(code) ?? 0);
          const turned = sharesOf(new Map([...weights].reverse()), whole);
          expect(Object.fromEntries(turned)).toEqual(Object.fromEntries(shares));
        },
      ),
    );
  });
});

describe("the prices of a day", () => {
  const prices = pricesOn([], today);
  const woman = { sex: "female" as const };

  test("the three levels cost their parts less their percentage, for each sex what is done for it", () => {
    for (const sex of ["female", "male"] as const)
      for (const { id, percentOff } of packages) {
        const { listFen, netFen, lines } = priceOf({ package: id }, { sex }, prices);
        expect(netFen).toBe(Math.round((listFen * (100 - percentOff)) / 100));
        expect(new Set(lines.map(({ rule }) => rule))).toEqual(new Set(["package"]));
      }
    const codes = priceOf({ package: "comprehensive" }, { sex: "male" }, prices).lines.map(
      ({ code }) => code,
    );
    expect(codes).toContain("PSA");
    expect(codes).not.toContain("MAMMO");
    expect(codes).toContain("S-READING");
  });

  test("what is swapped in keeps the reduction of what it replaces, and no more of it than its own price bears", () => {
    const swapped = (out: string, into: string) =>
      priceOf({ package: "basic", swap: [{ out, in: into }] }, woman, prices).lines.find(
        ({ code }) => code === into,
      );
    expect(swapped("CXR", "LDCT")).toMatchObject({
      listFen: 32_000,
      netFen: 32_000 - 1_600,
      rule: "swap CXR",
    });
    expect(swapped("CXR", "LPA")).toMatchObject({ listFen: 1_800, netFen: 1_440 });
  });

  test("say line by line why, in both languages", () => {
    const { lines, reasons } = priceOf(
      { package: "basic", add: ["LDCT", "LPA"], lists: ["campaign-lung-2026"] },
      woman,
      prices,
    );
    const why = (code: string) => reasons[lines.find((line) => line.code === code)?.rule ?? ""];
    expect(why("CXR")).toEqual({ en: "Basic: 20% less", zh: "基础套餐：优惠 20%" });
    expect(why("LDCT")).toEqual({ en: "Lung month 2026: agreed price", zh: "2026 护肺月：协议价" });
    expect(why("LPA")).toEqual({ en: "List price of 2026-11-22", zh: "2026-11-22 标价" });
  });

  test("follow the book from the day an edition is written for, until it ends, and not when it was taken back", () => {
    const list = (from: string, until: string, percentOff: number): PriceList & { kind: "list" } => ({
      kind: "list",
      id: "winter",
      name: { en: "Winter", zh: "冬季" },
      of: "campaign",
      key: "WINTER",
      from,
      until,
      terms: [{ on: "everything", percentOff }],
    });
    const book = [
      kept({ kind: "part", id: "CXR", from: "2026-12-01", priceFen: 9_000, costFen: 2_500 }),
      kept(list("2026-12-01", "2026-12-31", 10)),
      {
        ...kept({ kind: "part", id: "CXR", from: "2026-12-10", priceFen: 1, costFen: 0 }),
        withdrawn: { by: { id: "m", name: "m" }, at: today, why: "错" },
      },
    ];
    expect(pricesOn(book, "2026-11-30").part("CXR")?.priceFen).toBe(8_000);
    expect(pricesOn(book, "2026-12-15").part("CXR")?.priceFen).toBe(9_000);
    const has = (day: string) => pricesOn(book, day).lists.some(({ id }) => id === "winter");
    expect(["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"].map(has)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("refuse what is not sold, not in the package, or not for this sex, naming the field", () => {
    const refused = (wanted: Wanted, sex: "female" | "male" = "female"): string[] => {
      try {
        priceOf(wanted, { sex }, prices);
        return [];
      } catch (error) {
        return (error as { problems: { field: string }[] }).problems.map(({ field }) => field);
      }
    };
    expect(refused({ package: "gold" })).toEqual(["package"]);
    expect(refused({ package: "basic", drop: ["LDCT"] })).toEqual(["drop"]);
    expect(refused({ add: ["NOTHING"] })).toEqual(["add"]);
    expect(refused({ add: ["MAMMO"] }, "male")).toEqual(["add"]);
    expect(refused({ package: "basic", swap: [{ out: "CXR", in: "ECG" }] })).toEqual(["swap"]);
    expect(refused({ package: "basic", lists: ["contract-9"] })).toEqual(["lists"]);
    expect(refused({ package: "basic", drop: ["CXR"], add: ["LPA"], lists: ["tier-gold"] })).toEqual([]);
  });

  test("a bundle at one price for a sex is never dearer than its parts", () => {
    const [basic] = packages;
    const { items = [], services: also = [] } = basic ?? {};
    const fixedFen = { female: 10_000_000, male: 0 };
    const one = { kind: "package" as const, id: "basic", from: "2026-11-02", percentOff: 0, fixedFen };
    const book = pricesOn([kept({ ...one, items: [...items], services: [...also] })], today);
    const forWoman = priceOf({ package: "basic" }, woman, book);
    expect(forWoman.netFen).toBe(forWoman.listFen);
    expect(priceOf({ package: "basic" }, { sex: "male" }, book).netFen).toBe(0);
  });
});
