import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Cell, countPeople, type Prevalence, type Row } from "../../functions/local/prevalence/count.ts";
import { peopleInFile } from "../../functions/local/prevalence/people.ts";
import { isSound, jsonOf, shownCells, tablesOf } from "../../functions/local/prevalence/print.ts";
import { assess, type Facts, formulas, type RuleBook, shippedBook } from "../../shared/assessment/index.ts";
import { parseResultsFile } from "../../shared/exchange/index.ts";

const today = "2026-11-22";
const bytes = readFileSync(new URL("../data/exams/lis-export-gb18030.csv", import.meta.url));
const pages = readFileSync(new URL("../../docs/epidemiology.md", import.meta.url), "utf8");

let people: Facts[];
let counted: Prevalence;
beforeAll(async () => {
  ({ facts: people } = await peopleInFile(bytes, "lis.csv", today));
  counted = countPeople(people, shippedBook);
});

const share = (row: Row | undefined, of: readonly Cell[], among: Row = counted.people): number =>
  of.reduce((sum, cell) => sum + (row?.[cell] ?? 0), 0) / of.reduce((sum, cell) => sum + among[cell], 0);
const survey = (id: string, of: readonly Cell[]) =>
  share(counted.surveys[id]?.held, of, counted.surveys[id]?.of);

const young: Cell[] = ["male 18-39", "female 18-39"];
const middle: Cell[] = ["male 40-59", "female 40-59"];
const old: Cell[] = ["male 60+", "female 60+"];
const men: Cell[] = ["male 18-39", "male 40-59", "male 60+"];
const women: Cell[] = ["female 18-39", "female 40-59", "female 60+"];

describe("a thousand real people", () => {
  test("are all assessed, each number one and each score with a value or a reason", () => {
    expect(counted.people.all).toBe(1000);
    expect(counted).toMatchObject({ threw: 0, notANumber: 0, unexplained: 0, minors: 0 });
    expect(isSound(counted)).toBe(true);
  });

  test("and so with every score there is, also those no rule set runs", () => {
    const everyScore: RuleBook = {
      ...shippedBook,
      ruleSetFor: (date) => ({ ...shippedBook.ruleSetFor(date), scores: formulas.map(({ id }) => id) }),
    };
    const all = countPeople(people, everyScore);
    expect(all).toMatchObject({ threw: 0, notANumber: 0, unexplained: 0 });
    expect(all.scores["EGFR"]?.computed.all).toBe(1000);
    expect(all.scores["PHENOAGE"]?.computed.all).toBeGreaterThan(600);
  });

  test("are found ill, or in need of confirmation, more often the older they are, women and men", () => {
    const ill = (of: readonly Cell[]) =>
      share(counted.grades["disease"], of) + share(counted.grades["needs-confirmation"], of);
    for (const sex of [0, 1]) {
      const [a, b, c] = [young, middle, old].map((of) => ill([of[sex] as Cell])) as [number, number, number];
      expect(b).toBeGreaterThan(a + 0.05);
      expect(c).toBeGreaterThan(b + 0.05);
    }
    expect(share(counted.grades["healthy"], old)).toBeLessThan(share(counted.grades["healthy"], young));
  });

  test.each(["bp-140-90", "diabetes", "egfr-60", "mets-atp3"])("have more of %s with age", (id) => {
    expect(survey(id, middle)).toBeGreaterThan(survey(id, young) * 1.2);
    expect(survey(id, old)).toBeGreaterThan(survey(id, middle) * 1.2);
  });

  test("have it where it is had: low HDL and urate in men, few kidneys failing under 40", () => {
    expect(survey("hdl-40", men)).toBeGreaterThan(2 * survey("hdl-40", women));
    expect(survey("urate-420", men)).toBeGreaterThan(2 * survey("urate-420", women));
    expect(survey("egfr-60", young)).toBeLessThan(0.02);
  });

  test("lie where the published surveys lie, within the margins their differences explain", () => {
    const within = (id: string, low: number, high: number) => {
      expect(survey(id, ["all"]), id).toBeGreaterThan(low);
      expect(survey(id, ["all"]), id).toBeLessThan(high);
    };
    within("bp-140-90", 0.1, 0.3);
    within("bmi-30", 0.3, 0.45);
    within("diabetes", 0.05, 0.16);
    within("tc-240", 0.08, 0.2);
    within("ldl-130", 0.25, 0.4);
    within("egfr-60", 0.04, 0.1);
  });
});

describe("two models of one risk", () => {
  test("PREVENT says about half of what the pooled cohorts said, and less in four of five, as published", () => {
    const pairs = people.flatMap((facts) => {
      const { scores } = assess({ ...facts, smoker: false }, shippedBook.ruleSetFor(facts.date));
      const [old, now] = ["PCE-2013", "PREVENT-10"].map((id) => scores.find((score) => score.id === id));
      const ascvd = now?.parts?.find(({ id }) => id === "ascvd")?.value;
      return old?.value == null || ascvd === undefined ? [] : [[old.value, ascvd] as const];
    });
    expect(pairs.length).toBeGreaterThan(400);
    const sum = (of: (pair: readonly [number, number]) => number) =>
      pairs.reduce((so, pair) => so + of(pair), 0);
    const ratio = sum(([, ascvd]) => ascvd) / sum(([old]) => old);
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.65);
    const lower = pairs.filter(([old, ascvd]) => ascvd < old).length / pairs.length;
    expect(lower).toBeGreaterThan(0.65);
    expect(lower).toBeLessThan(0.95);
  });
});

describe("what is printed of them", () => {
  test("names nobody and hides small cells, also from subtraction", async () => {
    const { rows } = await parseResultsFile(bytes, "lis.csv", { today });
    const printed = tablesOf(counted) + jsonOf(counted);
    for (const { person, examNumber = "" } of rows)
      for (const secret of [
        person.name,
        person.document?.value ?? "-----",
        person.phone ?? "-----",
        examNumber,
      ])
        expect(printed).not.toContain(secret);
    const sizes = (...many: number[]) =>
      Object.fromEntries(["all", ...men, ...women].map((cell, at) => [cell, many[at] ?? 0])) as Row;
    expect(printed).not.toContain('"sum"');
    const few = countPeople(people.slice(0, 9), shippedBook);
    expect(JSON.parse(jsonOf(few)).scores.BMI.mean).toEqual({});
    expect(tablesOf(few)).not.toMatch(/\.\d %$/m);
    expect(shownCells(sizes(153, 50, 40, 30, 20, 10, 3))).toEqual(["all", ...men, "female 18-39"]);
    expect(shownCells(sizes(9, 9))).toEqual(["all"]);
    expect(shownCells(sizes(210, 60, 50, 40, 30, 20, 10))).toHaveLength(7);
  });
});

describe("the figures of docs/epidemiology.md", () => {
  const table = [...pages.matchAll(/^\| `([a-z0-9-]+)` \|([^\n]+)$/gm)].map(([, id = "", cells = ""]) => ({
    id,
    said: cells
      .split("|")
      .slice(1, 5)
      .map((cell) => Number.parseFloat(cell)),
  }));
  const bands: Cell[][] = [["all"], young, middle, old];

  test("are those of the people and the rules", () => {
    expect(table.length).toBeGreaterThan(15);
    for (const { id, said } of table) {
      const grade = counted.grades[id];
      const found = bands.map((of) => 100 * (grade ? share(grade, of) : survey(id, of)));
      // A rule that is added moves the grades a little; the surveys' definitions stand still.
      for (const [at, figure] of said.entries())
        expect(
          Math.abs(figure - (found[at] ?? Number.NaN)),
          `${id}: npm run prevalence says ${found}`,
        ).toBeLessThan(grade ? 3 : 0.051);
    }
  });
});
