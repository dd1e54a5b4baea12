import { type Cell, cells, type Prevalence, type Row } from "./count.ts";
import { definitions } from "./surveys.ts";

/** Under so many people a cell is not shown: its figures would be about somebody. */
const fewest = 10;

/** The cells to show. What is hidden is never so little that it could be found by subtraction. */
export function shownCells(people: Row): Cell[] {
  const bySize = cells.slice(1).toSorted((a, b) => people[a] - people[b]);
  const hidden = new Set<Cell>();
  let together = 0;
  for (const cell of bySize) {
    const enough = people[cell] >= fewest && (together === 0 || (together >= fewest && hidden.size > 1));
    if (enough) break;
    hidden.add(cell);
    together += people[cell];
  }
  return cells.filter((cell) => !hidden.has(cell));
}

const widest = 54;
const shownRules = 30;
const shownReasons = 3;

/** The tables for people. Percentages are of the people of the cell. */
export function tablesOf(counted: Prevalence): string {
  const { people, grades, concerns, rules, scores, surveys } = counted;
  const shown = shownCells(people);
  const line = (name: string, cellText: (cell: Cell) => string) =>
    [name.slice(0, widest).padEnd(widest), ...shown.map((cell) => cellText(cell).padStart(12))].join(" ");
  const percents = (name: string, row: Row, of: Row = people) =>
    line(name, (cell) => (of[cell] ? `${((100 * row[cell]) / of[cell]).toFixed(1)} %` : "–"));
  const head = (title: string) => ["", line(title, (cell) => cell)];
  const sorted = (rows: Record<string, Row>) =>
    Object.entries(rows).toSorted(([, a], [, b]) => b.all - a.all);

  return [
    line("", (cell) => cell),
    line("people", (cell) => String(people[cell])),
    ...head("grade"),
    ...sorted(grades).map(([grade, row]) => percents(grade, row)),
    ...head("concern (more than a remark)"),
    ...sorted(concerns).map(([concern, row]) => percents(concern, row)),
    ...head(`rule (the ${shownRules} that speak most)`),
    ...sorted(rules)
      .slice(0, shownRules)
      .map(([rule, row]) => percents(rule, row)),
    ...head("score, and its bands among those computed"),
    ...Object.entries(scores).flatMap(([id, { computed, bands, reasons }]) => [
      percents(`${id}: computed`, computed),
      ...sorted(bands).map(([band, row]) => percents(`  ${band}`, row, computed)),
      ...Object.entries(reasons)
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, shownReasons)
        .map(([why, many]) => `  not computed for ${many}: ${why}`),
    ]),
    ...head("as surveys define it (of those who can be placed)"),
    ...definitions.map(({ id, words }) => {
      const survey = surveys[id];
      return survey ? percents(words, survey.held, survey.of) : "";
    }),
  ].join("\n");
}

/** Whether everything held that must hold for everybody. */
export const isSound = ({ threw, notANumber, unexplained }: Prevalence): boolean =>
  threw + notANumber + unexplained === 0;

/** One sentence for each thing that was checked. */
export const checksOf = ({ people, threw, notANumber, unexplained }: Prevalence): string[] => [
  `${people.all} assessed; ${threw} threw`,
  `${notANumber} with a number that is none`,
  `${unexplained} scores with neither a value nor a reason`,
];

/** The counts without the cells that are too small to show. */
export function jsonOf(counted: Prevalence): string {
  const shown = new Set<string>(shownCells(counted.people));
  const hidden = new Set<string>(cells.filter((cell) => !shown.has(cell)));
  return JSON.stringify(counted, (key, value) => (hidden.has(key) ? undefined : value));
}
