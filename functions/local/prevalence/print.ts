import { type Cell, cells, type Prevalence, type Row } from "./count.ts";
import { definitions } from "./surveys.ts";

/** Under so many people a figure is not shown: it would be about somebody. */
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
    line(name, (cell) => (of[cell] < fewest ? "–" : `${((100 * row[cell]) / of[cell]).toFixed(1)} %`));
  const means = (name: string, { sum, computed, decimals }: Prevalence["scores"][string]) =>
    line(name, (cell) =>
      computed[cell] < fewest ? "–" : (sum[cell] / computed[cell]).toFixed(decimals + 1),
    );
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
    ...head("score: mean, and bands among those computed"),
    ...Object.entries(scores).flatMap(([id, score]) => [
      percents(`${id}: computed`, score.computed),
      means("  mean", score),
      ...sorted(score.bands).map(([band, row]) => percents(`  ${band}`, row, score.computed)),
      ...Object.entries(score.reasons)
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

/** The counts without the cells that are too small to show; means instead of sums, where enough were computed. */
export function jsonOf(counted: Prevalence): string {
  const shown = shownCells(counted.people);
  const scores = Object.entries(counted.scores).map(([id, { sum, decimals, ...rest }]) => {
    const told = shown.filter((cell) => rest.computed[cell] >= fewest);
    const mean = told.map((cell) => [cell, Number((sum[cell] / rest.computed[cell]).toFixed(decimals + 1))]);
    return [id, { ...rest, mean: Object.fromEntries(mean) }] as const;
  });
  const hidden = new Set<string>(cells.filter((cell) => !shown.includes(cell)));
  return JSON.stringify({ ...counted, scores: Object.fromEntries(scores) }, (key, value) =>
    hidden.has(key) ? undefined : value,
  );
}
