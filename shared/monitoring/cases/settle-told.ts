import { type Instant, localDate, type PlainDate } from "../../kernel/time.ts";
import type { FollowUp, OutcomeKind } from "../follow-ups/follow-up.ts";
import { type OpenBook, openIn, withEnded } from "../follow-ups/open-book.ts";
import { type Case, isCorrected, tellingOf } from "./case.ts";

/** Follow-ups that ask for nothing but a telling, and the record that ends them. */
const tellings: Readonly<Record<string, { kind: Case["kind"]; record: OutcomeKind }>> = {
  "class-a": { kind: "critical", record: "contact recorded" },
  "phq9-item9": { kind: "safety", record: "conversation recorded" },
};

/** The cases whose telling a follow-up asks for: those of its exam, by the items that raised it. */
export function casesBehind(
  followUp: Pick<FollowUp, "rule" | "openedBy" | "items">,
  cases: readonly Case[],
): Case[] {
  const telling = tellings[followUp.rule];
  return cases.filter(
    ({ kind, date, item }) =>
      kind === telling?.kind &&
      date === followUp.openedBy.date &&
      (kind === "safety" || followUp.items.includes(item)),
  );
}

/** Whom the cases of a follow-up have not reached yet; a corrected value needs no telling. */
export const untoldBehind = (followUp: FollowUp, cases: readonly Case[]): Case[] =>
  casesBehind(followUp, cases).filter((one) => !isCorrected(one) && !tellingOf(one));

/**
 * What an exam's follow-ups ask to be told that no case stands for (a limit of the list was moved, and the
 * finding stayed); with a case, the case says whether it was.
 */
export const untoldWithoutCase = (book: OpenBook, cases: readonly Case[], date: PlainDate): FollowUp[] =>
  openIn(book).filter(
    (one) => one.rule in tellings && one.openedBy.date === date && !casesBehind(one, cases).length,
  );

/** The book without the follow-ups that only asked for what the cases show was done: somebody was told. */
export function settleTold(
  before: OpenBook,
  cases: readonly Case[],
  { now, by }: { now: Instant; by: string },
): { book: OpenBook; closed: FollowUp[] } {
  const told = openIn(before).flatMap((followUp) => {
    const contact = casesBehind(followUp, cases).map(tellingOf).find(Boolean);
    const record = tellings[followUp.rule]?.record;
    return contact && record && !untoldBehind(followUp, cases).length ? [{ followUp, contact, record }] : [];
  });
  const book = told.reduce((so, { followUp, contact, record }) => {
    const evidence = { items: [], date: localDate(contact.at, followUp.zone), record };
    const reason = contact.note ? { reason: contact.note } : {};
    return withEnded(so, followUp, "done", { at: now, by, evidence, ...reason });
  }, before);
  return { book, closed: told.map(({ followUp }) => followUp) };
}
