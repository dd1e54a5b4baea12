import { type Formula, formulaGroups, type Input } from "../../../shared/assessment/index.ts";
import { explore, type Seen } from "./explore.ts";

/** Every score a vector may name: its inputs with unit and validity, and what comes out. */
export const listScores = (): string =>
  formulaGroups
    .map(({ name, formulas }) => ({ name, formulas: formulas.filter(({ published }) => published) }))
    .filter(({ formulas }) => formulas.length)
    .map(({ name, formulas }) => [`# ${name.en} ${name.zh}`, ...formulas.map(scoreText)].join("\n\n"))
    .join("\n\n");

function scoreText(one: Formula): string {
  const { outputs, refusals } = explore(one);
  return [
    `## ${one.published}: ${one.name.en} ${one.name.zh}`,
    `source: ${one.source} (${one.status})`,
    `formula: ${one.writtenAs}`,
    "inputs:",
    ...Object.entries(one.inputs).map(([key, input]) => `  ${key}: ${inputText(input)}`),
    "expected:",
    ...resultLines(outputs),
    ...(one.unpublished?.length ? [`  not compared, no equation: ${one.unpublished.join(", ")}`] : []),
    ...(refusals.size ? [`  reason, where there is no answer: ${few(quoted(refusals))}`] : []),
  ].join("\n");
}

/** Each result with its kinds and words; the words of several schemes are written as a case has them, `who:normal`. */
function resultLines(outputs: Seen["outputs"]): string[] {
  const lines = new Map<string, string[]>();
  for (const [name, { kinds, words }] of Object.entries(outputs)) {
    const [key = name, scheme] = name.split(":");
    const said = [...words].map((word) => (scheme ? `${scheme}:${word}` : word));
    lines.set(key, [...(lines.get(key) ?? []), ...kinds, ...quoted(said)]);
  }
  return [...lines].map(([key, said]) => `  ${key}: ${said.join(" | ")}`);
}

function inputText(input: Input): string {
  const optional = input.optional ? " (may be left out)" : "";
  switch (input.kind) {
    case "number": {
      const { unit, min, max, above, below } = input;
      const from = min !== undefined ? `${min} ≤` : above !== undefined ? `${above} <` : "";
      const to = max !== undefined ? `≤ ${max}` : below !== undefined ? `< ${below}` : "";
      const range = from || to ? `, ${[from, "value", to].filter(Boolean).join(" ")}` : "";
      return `number${unit ? ` in ${unit}` : ""}${range}${optional}`;
    }
    case "flag":
      return `true or false${input.mustBe === undefined ? "" : `, must be ${input.mustBe}`}${optional}`;
    case "choice":
      return `${quoted(input.of).join(" | ")}${optional}`;
    case "words":
      return `list of ${quoted(input.of).join(", ")}${optional}`;
    case "answers": {
      const highest = typeof input.most === "number" ? `0–${input.most}` : `0 to ${input.most.join(", ")}`;
      return `list of ${input.count} whole numbers, each ${highest}${optional}`;
    }
  }
}

const most = 8;

/** The first of many; the rest are the same sentence about other words. */
const few = (words: readonly string[]): string =>
  [...words.slice(0, most), ...(words.length > most ? [`… ${words.length - most} more`] : [])].join(" | ");

const quoted = (words: Iterable<string>): string[] => [...words].toSorted().map((word) => `"${word}"`);
