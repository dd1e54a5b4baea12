import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleInFile } from "../../functions/local/prevalence/people.ts";
import { assess, type Facts, formulas, type Proposal, shippedBook } from "../../shared/assessment/index.ts";
import { fromCatalogueUnit } from "../../shared/testing/catalogue/units.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { nationalId } from "../support/people.ts";

/**
 * Values as laboratories report them plus a little that is different for each item, so that neither a value
 * nor a difference or sum of two stands on a cut-off, where a conversion may round either way.
 */
const near = (min: number, max: number, step: number, off: number) =>
  fc
    .integer({ min: Math.round(min / step), max: Math.round(max / step) })
    .map((n) => Number((n * step + off).toPrecision(8)));

const habits: Record<string, { other: string; value: fc.Arbitrary<number> }> = {
  FPG: { other: "mg/dL", value: near(3, 20, 0.1, 0.031) },
  OGTT2H: { other: "mg/dL", value: near(4, 20, 0.1, 0.033) },
  HBA1C: { other: "mmol/mol", value: near(4, 13, 0.1, 0.037) },
  TC: { other: "mg/dL", value: near(2, 10, 0.1, 0.041) },
  HDLC: { other: "mg/dL", value: near(0.6, 2.5, 0.1, 0.0173) },
  LDLC: { other: "mg/dL", value: near(1, 7, 0.1, 0.043) },
  TG: { other: "mg/dL", value: near(0.4, 9, 0.1, 0.047) },
  CREA: { other: "mg/dL", value: near(40, 300, 1, 0.37) },
  UREA: { other: "mg/dL BUN", value: near(2, 15, 0.1, 0.023) },
  UA: { other: "mg/dL", value: near(150, 700, 1, 0.31) },
  TBIL: { other: "mg/dL", value: near(3, 100, 1, 0.29) },
  ALB: { other: "g/dL", value: near(30, 55, 1, 0.27) },
  HGB: { other: "g/dL", value: near(70, 190, 1, 0.23) },
  PLT: { other: "10^3/uL", value: near(40, 600, 1, 0.41) },
  CRP: { other: "mg/dL", value: near(0.1, 30, 0.1, 0.019) },
  UACR: { other: "mg/mmol", value: near(2, 400, 1, 0.43) },
};

const person = fc.record({
  sex: fc.constantFrom("male" as const, "female" as const),
  birthDate: fc.constantFrom("1991-04-02", "1974-03-12", "1949-12-31"),
  values: fc.record(Object.fromEntries(Object.entries(habits).map(([code, { value }]) => [code, value])), {
    requiredKeys: ["FPG", "TC", "HDLC"],
  }),
});
type Person = { sex: "male" | "female"; birthDate: string; values: Record<string, number | undefined> };

const numbersOf = (values: Person["values"]) =>
  Object.entries(values).flatMap(([code, value]) => (value === undefined ? [] : [[code, value] as const]));

/** One line of a results file, in the catalogue's units or in those of another habit. */
async function sent({ sex, birthDate, values }: Person, other: boolean): Promise<Facts> {
  const columns = numbersOf(values).map(([code, value]) => {
    const item = catalogueItem(code);
    const unit = other ? (habits[code]?.other ?? "") : (item?.unit ?? "");
    const written = other ? fromCatalogueUnit(code, value, unit) : value;
    return { head: `${item?.name.zh}(${unit})`, written: String(written) };
  });
  const id = nationalId(birthDate, sex === "male" ? 121 : 122);
  const lines = [
    ["姓名", "身份证号", "体检日期", "身高(cm)", "体重(kg)", ...columns.map(({ head }) => head)],
    ["林雅文", id, "2026-11-20", "168", "70", ...columns.map(({ written }) => written)],
  ];
  const file = new TextEncoder().encode(lines.map((line) => line.join(",")).join("\n"));
  const { facts, left } = await peopleInFile(file, "file.csv", "2026-11-22");
  expect(left).toBe(0);
  return facts[0] as Facts;
}

const judged = (facts: Facts): Proposal =>
  assess(facts, { ...shippedBook.ruleSetFor(facts.date), scores: formulas.map(({ id }) => id) });

describe("the same person's results in another laboratory's units", () => {
  test("give the same grade, findings, follow-ups and score bands", async () => {
    await fc.assert(
      fc.asyncProperty(person, async (one) => {
        const [home, abroad] = [judged(await sent(one, false)), judged(await sent(one, true))];
        expect(abroad.grade).toEqual(home.grade);
        expect(abroad.findings.map(plain)).toEqual(home.findings.map(plain));
        expect(abroad.scores.map(banded)).toEqual(home.scores.map(banded));
      }),
    );
  });

  test("and scores that agree to six digits", async () => {
    await fc.assert(
      fc.asyncProperty(person, async (one) => {
        const [home, abroad] = [judged(await sent(one, false)), judged(await sent(one, true))];
        for (const [at, { id, value }] of home.scores.entries()) {
          const other = abroad.scores[at]?.value ?? null;
          if (value === null) expect(other, id).toBeNull();
          else expect(Math.abs((other ?? Number.NaN) - value), id).toBeLessThan(1e-6 * (1 + Math.abs(value)));
        }
      }),
    );
  });

  test("every item above is really sent in two units", async () => {
    const all = fc.sample(person, 200).find(({ values }) => Object.keys(values).length > 12) as Person;
    for (const other of [false, true]) {
      const { results } = await sent(all, other);
      for (const [code, value] of numbersOf(all.values)) {
        expect(results[code]?.unit, code).toBe(catalogueItem(code)?.unit);
        expect(results[code]?.value, code).toBeCloseTo(value, 6);
        expect(habits[code]?.other, code).not.toBe(catalogueItem(code)?.unit);
      }
    }
  });
});

const plain = ({ rule, class: kind, severity, followUp, change }: Proposal["findings"][number]) => ({
  rule,
  kind,
  severity,
  followUp,
  change,
});
const banded = ({ id, band, missing, outOfRange }: Proposal["scores"][number]) => ({
  id,
  band: band?.id,
  missing,
  outOfRange,
});
