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
      return limitProblems(`${field}.limit`, entry, cutOff, change.limit);
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

/** Whether words hold the number itself, not as a part of another one or inside a place to be filled. */
function names(words: Bilingual, limit: number): boolean {
  const number = new RegExp(`(?<![\\d.{A-Za-z])${String(limit).replace(".", "\\.")}(?![\\d}A-Za-z]|\\.\\d)`);
  return number.test(words.en) || number.test(words.zh);
}

const problem = (field: string, en: string, zh: string): FieldProblem => ({ field, message: { en, zh } });
