import type { Instant, PlainDate } from "../../kernel/time.ts";
import { type OpenBook, openIn, withOpen } from "./open-book.ts";
import { firstStep, waiting } from "./reminder-steps.ts";

/**
 * Open follow-ups that a booked visit is meant to settle: no more letters; if the visit settles nothing,
 * their manager is asked two weeks after it. Ids that are not open (any more) are left alone.
 */
export function markBooked(
  book: OpenBook,
  ids: readonly string[],
  visit: { id: string; date: PlainDate },
  now: Instant,
): OpenBook {
  const booking = { id: visit.id, date: visit.date };
  return openIn(book)
    .filter(({ id }) => ids.includes(id))
    .reduce((so, { next: _next, attention: _attention, again: _again, ...followUp }) => {
      const booked = { ...followUp, state: "booked" as const, booking };
      const next = firstStep(booked, now);
      return withOpen(so, next ? { ...booked, next } : booked);
    }, book);
}

/** A cancelled or missed visit: what it was meant to settle waits again, by its own dates. */
export const unbook = (book: OpenBook, booking: string, now: Instant): OpenBook =>
  openIn(book)
    .filter((followUp) => followUp.booking?.id === booking)
    .reduce((so, followUp) => withOpen(so, waiting(followUp, now)), book);

/** A client's open follow-ups with another health manager: they move to that manager's list. */
export const handOver = (book: OpenBook, manager: string): OpenBook =>
  openIn(book)
    .filter((followUp) => followUp.manager !== manager)
    .reduce((so, followUp) => withOpen(so, { ...followUp, manager }), book);
