import type { Instant, PlainDate } from "../../kernel/time.ts";
import type { Measurement } from "../measurements/measurement.ts";
import type { FollowUp } from "./follow-up.ts";
import { type OpenBook, openIn, withEnded } from "./open-book.ts";
import { recheckRule } from "./recheck-rule.ts";
import { closes, type Evidence, opensOn, supersedes, type Taken } from "./rules/closing.ts";

/** An exam that looked at something: the items it has results of. */
export interface Looked {
  date: PlainDate;
  items: readonly string[];
}

export interface Seen extends Looked {
  /** Exams of the client; the earlier ones count where a rule asks for several days. */
  others?: readonly Looked[];
  now: Instant;
  by: string;
}

export interface Closed {
  book: OpenBook;
  closed: FollowUp[];
}

/**
 * Ends as done the open follow-ups an exam settles: looked at anew, at the same place, inside the window,
 * with everything the rule asks for. What is only near to that stays open.
 */
export const closeByEvidence = (book: OpenBook, seen: Seen): Closed =>
  end(book, seen, "done", (followUp) => closes(recheckRule(followUp.rule), evidenceOf(followUp, seen)));

/**
 * Ends as superseded what a signed exam looked at too early to be the re-check: its own assessment now says
 * what is to follow.
 */
export const supersedeBySigned = (book: OpenBook, seen: Seen): Closed =>
  end(book, seen, "superseded", (followUp) =>
    supersedes(recheckRule(followUp.rule), evidenceOf(followUp, seen)),
  );

/**
 * Ends as done the blood-pressure follow-ups that a home series settles: readings on at least two days
 * inside the window, and a rule that accepts a series.
 */
export function closeBySeries(
  book: OpenBook,
  measurements: readonly Measurement[],
  { now, by }: Pick<Seen, "now" | "by">,
): Closed {
  const days = [...new Set(measurements.filter(isPressure).map(({ date }) => date))].sort();
  const last = days.at(-1);
  if (!last) return { book, closed: [] };
  const seen = { date: last, items: ["SBP", "DBP"], now, by };
  return end(book, seen, "done", (followUp) => {
    const rule = recheckRule(followUp.rule);
    const from = opensOn(rule, followUp.openedBy.date);
    if (rule.concern !== "blood-pressure" || days.filter((day) => day >= from).length < 2) return false;
    const records = [{ kind: "home series" as const, date: last }];
    return closes(rule, { openedOn: followUp.openedBy.date, items: {}, records });
  });
}

const isPressure = ({ kind }: Measurement): boolean => kind === "blood-pressure";

function end(
  before: OpenBook,
  { date, items, now, by }: Seen,
  state: "done" | "superseded",
  settled: (followUp: FollowUp) => boolean,
): Closed {
  const closed = openIn(before).filter(settled);
  const book = closed.reduce((so, followUp) => {
    const asked = askedBy(followUp);
    const evidence = { items: items.filter((item) => asked.has(item)), date };
    return withEnded(so, followUp, state, { at: now, by, evidence });
  }, before);
  return { book, closed };
}

/** The items a follow-up's rule asks for; the marker that raised it stands in its site. */
function askedBy({ rule, site }: FollowUp): Set<string> {
  const named = recheckRule(rule).closedBy.anyOf.flatMap((way) => ("items" in way ? way.items : []));
  return new Set(site ? [...named, site] : named);
}

function evidenceOf({ openedBy, site }: FollowUp, { date, items, others = [] }: Seen): Evidence {
  const exams = [...others.filter((other) => other.date < date), { date, items }];
  const taken: Record<string, Taken[]> = {};
  for (const exam of exams)
    for (const item of exam.items) taken[item] = [...(taken[item] ?? []), { date: exam.date }];
  return { openedOn: openedBy.date, ...(site ? { site } : {}), items: taken };
}
