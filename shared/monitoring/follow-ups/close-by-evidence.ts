import type { Instant, PlainDate } from "../../kernel/time.ts";
import type { Measurement } from "../measurements/measurement.ts";
import { type FollowUp, lineKey } from "./follow-up.ts";
import { type OpenBook, openIn, withEnded, withOpen } from "./open-book.ts";
import { recheckRule } from "./recheck-rule.ts";
import { closes, type Evidence, opensOn, seesWholeOrgan, supersedes, type Taken } from "./rules/closing.ts";

/** An exam that looked at something: the items it has results of. */
export interface Looked {
  date: PlainDate;
  items: readonly string[];
  /** Those of them a signed assessment of this exam rests on; none where nothing of it is signed. */
  signed?: readonly string[] | undefined;
}

export interface Seen extends Looked {
  /** Exams of the client; the earlier ones count where a rule asks for several days. */
  others?: readonly Looked[];
  /** Lines (`lineKey`) the exam's signed findings name: these lesions were looked at for certain. */
  named?: ReadonlySet<string>;
  now: Instant;
  by: string;
}

export interface Closed {
  book: OpenBook;
  closed: FollowUp[];
  /** Which of them were looked at only a person can say: they stay open, before their manager. */
  asked: FollowUp[];
}

/**
 * Ends as done the open follow-ups an exam settles: looked at anew, at the same place, inside the window,
 * with everything the rule asks for. What is only near to that stays open; and where one picture of an organ
 * fits several of its lesions, a person is asked which.
 */
export const closeByEvidence = (book: OpenBook, seen: Seen): Closed =>
  end(book, seen, "done", (followUp) => closes(recheckRule(followUp.rule), evidenceOf(followUp, seen)));

/**
 * Ends as superseded what a signed exam looked at too early to be the re-check: its own assessment now says
 * what is to follow. Of other exams only what is signed counts.
 */
export const supersedeBySigned = (book: OpenBook, { others = [], ...seen }: Seen): Closed => {
  const signed = { ...seen, others: others.map(({ date, signed = [] }) => ({ date, items: signed })) };
  return end(book, signed, "superseded", (followUp) =>
    supersedes(recheckRule(followUp.rule), evidenceOf(followUp, signed)),
  );
};

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
  if (!last) return { book, closed: [], asked: [] };
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
  { date, items, named, now, by }: Seen,
  state: "done" | "superseded",
  settled: (followUp: FollowUp) => boolean,
): Closed {
  const fitting = openIn(before).filter((one) => !one.passed.includes(date) && settled(one));
  const asked = fitting.filter((one) => isOneOfSeveral(one, fitting, named));
  const closed = fitting.filter((one) => !asked.includes(one));
  const evidenceFor = (followUp: FollowUp) => {
    const wanted = askedBy(followUp);
    return { items: items.filter((item) => wanted.has(item)), date };
  };
  const ended = closed.reduce(
    (so, followUp) => withEnded(so, followUp, state, { at: now, by, evidence: evidenceFor(followUp) }),
    before,
  );
  const book = asked
    .filter((one) => one.asked?.date !== date)
    .reduce(
      (so, followUp) =>
        withOpen(so, { ...followUp, asked: evidenceFor(followUp), attention: "which one" as const }),
      ended,
    );
  return { book, closed, asked };
}

/** A lesion that fits together with another of its organ, and that the findings do not name. */
function isOneOfSeveral(
  one: FollowUp,
  fitting: readonly FollowUp[],
  named: ReadonlySet<string> | undefined,
): boolean {
  if (!seesWholeOrgan(recheckRule(one.rule)) || named?.has(lineKey(one.concern, one.site))) return false;
  return fitting.some((other) => other !== one && other.concern === one.concern);
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
