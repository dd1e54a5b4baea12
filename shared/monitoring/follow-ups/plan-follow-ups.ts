import type { Bilingual } from "../../kernel/text.ts";
import { addDays, type Instant, type PlainDate } from "../../kernel/time.ts";
import {
  type Closed,
  closeByEvidence,
  type Looked,
  type Seen,
  supersedeBySigned,
} from "./close-by-evidence.ts";
import { type FollowUp, FollowUpSchema, followUpId, lineKey } from "./follow-up.ts";
import { type Line, type OpenBook, openIn, withEnded, withLine, withOpen } from "./open-book.ts";
import { recheckRule } from "./recheck-rule.ts";
import { waiting } from "./reminder-steps.ts";
import type { RecheckRule } from "./rules/recheck-rules.ts";

/** A finding as far as monitoring cares: where it belongs, and the re-check rule it asks for. */
export interface FindingToFollow {
  rule: string;
  concern: string;
  site?: string | undefined;
  followUp?: string | undefined;
  /** The re-check asked for beside an urgent rule that only says who must hear of it. */
  repeat?: string | undefined;
  name: Bilingual;
  sentence: Bilingual;
  evidence?: readonly { item: string }[];
}

export interface SignedExam {
  client: string;
  centre: string;
  manager: string;
  zone: string;
  exam: { date: PlainDate; version: number };
  findings: readonly FindingToFollow[];
  /** What every exam of the client has results of. */
  looked?: readonly Looked[];
  now: Instant;
  /** Who signed. */
  by: string;
}

export interface Planned {
  book: OpenBook;
  opened: FollowUp[];
  kept: FollowUp[];
  /** Done or superseded by what this exam, or a later one, looked at. */
  closed: FollowUp[];
}

/**
 * The follow-ups a signed assessment calls for: exactly one open per concern and site (and lesion),
 * and one for every urgent finding whatever else is urgent.
 * What the exam looked at again ends first; what a later exam has looked at already ends at once, so that it does
 * not matter which of two exams is signed first. Several findings of one line give the most urgent rule's. Where one is open already
 * - from this exam: the version signed last decides; a finding it no longer holds is voided, or gives way
 *   to what it had replaced;
 * - from another exam: a more urgent rule takes its place and never a later date; else it is kept as it is.
 * What this exam raised and what has ended since is not raised again, unless an amendment finds something
 * more urgent than what was raised. Signing twice changes nothing.
 */
export function planFollowUps(before: OpenBook, signed: SignedExam): Planned {
  const wanted = mostUrgentPerLine(signed.findings);
  const named = new Set(wanted.keys());
  const ofExam = (date: PlainDate) => date === signed.exam.date;
  const done = lookedAt(before, signed, ofExam, (book, seen) => closeByEvidence(book, { ...seen, named }));
  const superseded = lookedAt(done.book, signed, ofExam, (book, seen) =>
    supersedeBySigned(book, { ...seen, named }),
  );
  let book = withdraw(superseded.book, signed, wanted);
  const opened: FollowUp[] = [];
  const kept: FollowUp[] = [];
  for (const [key, { finding, rule, site }] of wanted) {
    const line: Line = book.lines.get(key) ?? {
      concern: rule.concern,
      ...(site ? { site } : {}),
      turn: 0,
      v: 0,
    };
    const there = line.open;
    if (there ? !takesItsPlace(there, rule, signed) : raisedBefore(line, rule, signed)) {
      if (there) kept.push(there);
      continue;
    }
    if (there) book = withEnded(book, there, "superseded", { at: signed.now, by: signed.by });
    const free: Line = book.lines.get(key) ?? line;
    const fresh = open(free, finding, rule, signed, there);
    book = withLine(book, { ...free, turn: fresh.turn, open: fresh });
    opened.push(fresh);
  }
  const isLater = (date: PlainDate) => date > signed.exam.date;
  const since = lookedAt(book, signed, isLater, closeByEvidence);
  const passed = lookedAt(since.book, signed, isLater, (so, seen) =>
    supersedeBySigned(so, { ...seen, items: seen.signed ?? [] }),
  );
  return {
    book: passed.book,
    opened,
    kept,
    closed: [...done.closed, ...superseded.closed, ...since.closed, ...passed.closed],
  };
}

/** The book after the exams of these dates, in order of time, have ended what they end. */
function lookedAt(
  before: OpenBook,
  { looked = [], now, by }: SignedExam,
  of: (date: PlainDate) => boolean,
  end: (book: OpenBook, seen: Seen) => Closed,
): Closed {
  return looked
    .filter(({ date }) => of(date))
    .sort((a, b) => a.date.localeCompare(b.date))
    .reduce(
      (so: Closed, exam) => {
        const { book, closed } = end(so.book, { ...exam, others: looked, now, by });
        return { book, closed: [...so.closed, ...closed], asked: [] };
      },
      { book: before, closed: [], asked: [] },
    );
}

interface Wanted {
  finding: FindingToFollow;
  rule: RecheckRule;
  site: string | undefined;
}

function mostUrgentPerLine(findings: readonly FindingToFollow[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const finding of findings)
    for (const asked of [finding.followUp, finding.repeat]) {
      if (!asked) continue;
      const rule = recheckRule(asked);
      const site = placeOf(finding, rule);
      const key = lineKey(rule.concern, site);
      const other = wanted.get(key);
      if (!other || moreUrgent(rule, other.rule)) wanted.set(key, { finding, rule, site: site || undefined });
    }
  return wanted;
}

function placeOf(finding: FindingToFollow, rule: RecheckRule): string | undefined {
  if (rule.byFinding) return finding.rule;
  return rule.byLesion ? (finding.site ?? rule.site) : rule.site;
}

const moreUrgent = (a: RecheckRule, b: RecheckRule): boolean =>
  a.maxDays < b.maxDays || (a.maxDays === b.maxDays && a.minDays < b.minDays);

function takesItsPlace(there: FollowUp, rule: RecheckRule, { exam }: SignedExam): boolean {
  if (there.openedBy.date === exam.date)
    return there.rule !== rule.id && exam.version >= there.openedBy.version;
  return there.openedBy.date < exam.date && moreUrgent(rule, recheckRule(there.rule));
}

function raisedBefore({ last }: Line, rule: RecheckRule, { exam }: SignedExam): boolean {
  if (!last || last.exam < exam.date || last.state === "voided") return false;
  return last.rule === undefined || !moreUrgent(rule, recheckRule(last.rule));
}

function open(
  line: Line,
  finding: FindingToFollow,
  rule: RecheckRule,
  { client, centre, manager, zone, exam, now }: SignedExam,
  instead: FollowUp | undefined,
): FollowUp {
  const turn = line.turn + 1;
  const earlier = instead && instead.openedBy.date !== exam.date ? instead : undefined;
  const opens = addDays(exam.date, rule.minDays);
  const fresh: FollowUp = {
    client,
    id: followUpId(client, line.concern, line.site, turn),
    concern: line.concern,
    ...(line.site ? { site: line.site } : {}),
    turn,
    rule: rule.id,
    finding: finding.rule,
    items: (finding.evidence ?? []).map(({ item }) => item),
    name: finding.name,
    why: finding.sentence,
    act: rule.act,
    openedBy: exam,
    openedAt: now,
    opens,
    due: earliest(opens, earlier?.due),
    overdueAfter: earliest(addDays(exam.date, rule.maxDays), earlier?.overdueAfter),
    high: rule.maxDays <= 30,
    critical: rule.maxDays <= 1,
    state: "planned",
    owner: rule.owner,
    manager,
    centre,
    zone,
    snoozes: 0,
    told: [],
    passed: [],
    calls: [],
    ...(earlier ? { instead: facts(earlier) } : {}),
    ...(!earlier && instead?.instead ? { instead: instead.instead } : {}),
  };
  return waiting(fresh, now);
}

/** Takes back what an earlier version of this exam raised and this version does not hold. */
function withdraw(before: OpenBook, signed: SignedExam, wanted: ReadonlyMap<string, Wanted>): OpenBook {
  let book = before;
  for (const there of openIn(before)) {
    const { date, version } = there.openedBy;
    if (date !== signed.exam.date || version >= signed.exam.version) continue;
    if (wanted.has(lineKey(there.concern, there.site))) continue;
    book = there.instead
      ? withOpen(book, waiting(asBefore(there), signed.now))
      : withEnded(book, there, "voided", { at: signed.now, by: signed.by });
  }
  return book;
}

/** What a follow-up asks for, without its identity and its present state. */
function facts(followUp: FollowUp): NonNullable<FollowUp["instead"]> {
  const { rule, finding, items, name, why, act, openedBy, opens, due, overdueAfter, high, critical, owner } =
    followUp;
  return { rule, finding, items, name, why, act, openedBy, opens, due, overdueAfter, high, critical, owner };
}

/** What an earlier exam asked for, asked for again. */
function asBefore({ instead, ...followUp }: FollowUp): FollowUp {
  return FollowUpSchema.parse({ ...followUp, ...instead, snoozes: followUp.snoozes + 1 });
}

const earliest = (a: PlainDate, b: PlainDate | undefined): PlainDate => (b !== undefined && b < a ? b : a);
