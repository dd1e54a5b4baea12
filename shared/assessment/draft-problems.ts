import type { FieldProblem } from "../kernel/errors.ts";
import type { Bilingual } from "../kernel/text.ts";
import type { PlainDate } from "../kernel/time.ts";
import { plausibilityOf } from "../testing/index.ts";
import { type Entry, entriesOf } from "./book-part.ts";
import type { CutOff } from "./cut-offs.ts";
import type { RuleBook } from "./rule-book.ts";
import type { RuleVersion } from "./rule-version.ts";

type Draft = Pick<RuleVersion, "part" | "base" | "effectiveFrom" | "changes">;

/** Everything that stops a draft from standing, each with its field and its mend; none when it may. Pure. */
export function draftProblems(book: RuleBook, draft: Draft, today: PlainDate): FieldProblem[] {
  const base = book.editionCalled(draft.base);
  if (base?.part !== draft.part || (base.version && base.version.state !== "signed"))
    return [problem("base", "Start from an edition that is in force.", "请以已生效的版本为基础。")];
  const entries = new Map(entriesOf(book, draft.part, base.id).map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  return [
    ...(draft.effectiveFrom > today
      ? []
      : [problem("effectiveFrom", "Choose a day after today.", "请选择今天之后的日期。")]),
    ...draft.changes.flatMap((change, at): FieldProblem[] => {
      const field = `changes.${at}`;
      const entry = entries.get(change.rule);
      const cutOff = entry?.cutOffs.find(({ path }) => path === change.path);
      if (!entry || !cutOff)
        return [problem(`${field}.path`, "This rule has no such cut-off.", "该规则没有此界值。")];
      const key = `${change.rule} ${change.path}`;
      if (seen.has(key))
        return [problem(`${field}.path`, "This cut-off is changed twice.", "同一界值修改了两次。")];
      seen.add(key);
      const own = limitProblems(`${field}.limit`, entry, cutOff, change.limit);
      return own.length
        ? own
        : ladderProblems(`${field}.limit`, [...entries.values()], entry, cutOff, draft.changes);
    }),
  ];
}

function limitProblems(field: string, entry: Entry, cutOff: CutOff, limit: number): FieldProblem[] {
  if (limit === cutOff.limit) return [problem(field, `It is ${limit} already.`, `该界值已是 ${limit}。`)];
  const measured = ["value", "male", "female", "age band"].includes(cutOff.kind);
  if (measured && cutOff.code && plausibilityOf(cutOff.code, limit) === "impossible")
    return [
      problem(field, "No living person has this value. Check the unit.", "该数值不可能出现，请核对单位。"),
    ];
  if (entry.words.some((words) => names(words, cutOff.limit)))
    return [
      problem(
        field,
        `The rule's own sentence names ${cutOff.limit}, so its words must change with it: that takes a new rule set, not a version.`,
        `该规则的文字中写有 ${cutOff.limit}，须连同文字一起修改：请发布新的规则集，而非修订版本。`,
      ),
    ];
  return [];
}

/**
 * A grade that reaches the one above or below it: the first that holds speaks, so one of them would fall silent or
 * stand for the other. Looked at with everything the draft changes.
 */
function ladderProblems(
  field: string,
  entries: readonly Entry[],
  entry: Entry,
  cutOff: CutOff,
  changes: Draft["changes"],
): FieldProblem[] {
  if (!entry.ladder || cutOff.path.startsWith("variants")) return [];
  const limitOf = (of: Entry, { path, limit }: CutOff) =>
    changes.find((change) => change.rule === of.id && change.path === path)?.limit ?? limit;
  const now = limitOf(entry, cutOff);
  for (const other of entries) {
    if (other === entry || other.ladder !== entry.ladder) continue;
    for (const beside of other.cutOffs) {
      if (!areCompared(cutOff, beside)) continue;
      const there = limitOf(other, beside);
      const before = Math.sign(cutOff.limit - beside.limit);
      if (before !== 0 && Math.sign(now - there) !== before) return [passed(field, other, there)];
    }
  }
  return [];
}

/** Two numbers of one item, on the same side of it and asked in the same way: not of other people or another day. */
const areCompared = (a: CutOff, b: CutOff): boolean =>
  a.code === b.code && a.kind === b.kind && a.op[0] === b.op[0] && shape(a) === shape(b);

/** How a number stands in its rule, whichever of several it is: `when.any.limit`. */
const shape = ({ path, below }: CutOff): string =>
  `${path.replace(/\.\d+/g, "")}${below === undefined ? "" : ` ${below}`}`;

const passed = (field: string, { name }: Entry, limit: number): FieldProblem =>
  problem(
    field,
    `It reaches or passes ${limit} of “${name.en}”, a grade beside it. Keep the grades in their order.`,
    `该界值达到或越过了相邻等级“${name.zh}”的 ${limit}，请保持各等级的次序。`,
  );

/** Whether words hold the number itself, not as a part of another one or inside a place to be filled. */
function names(words: Bilingual, limit: number): boolean {
  const number = new RegExp(`(?<![\\d.{A-Za-z])${String(limit).replace(".", "\\.")}(?![\\d}A-Za-z]|\\.\\d)`);
  return number.test(words.en) || number.test(words.zh);
}

const problem = (field: string, en: string, zh: string): FieldProblem => ({ field, message: { en, zh } });
