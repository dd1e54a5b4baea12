import * as z from "zod";
import { type EndedState, type FollowUp, FollowUpSchema, lineKey } from "./follow-up.ts";

/**
 * One concern and site of one client: the guard that lets only one follow-up be open, and that follow-up
 * itself. `last` remembers what the latest one came to and which exam raised it by which rule, so that
 * signing that exam again does not raise it again, and an amendment into something graver does.
 */
export const LineSchema = z.object({
  concern: z.string(),
  site: z.string().optional(),
  turn: z.number().int(),
  open: FollowUpSchema.optional(),
  last: z.object({ exam: z.string(), state: z.string(), rule: z.string().optional() }).optional(),
  /** Version of the stored item; 0 where nothing is stored yet. */
  v: z.number().int(),
});
export type Line = z.infer<typeof LineSchema>;

/**
 * A client's follow-ups as a unit of work. Decisions take a book and give back a new one; `changesOf`
 * (in the store) then writes each touched line once, however many decisions touched it.
 */
export interface OpenBook {
  readonly client: string;
  readonly lines: ReadonlyMap<string, Line>;
  readonly touched: ReadonlySet<string>;
  /** Ended since the book was opened. */
  readonly ended: readonly FollowUp[];
}

/** The book of somebody who has no follow-ups yet. */
export const openBookOfNobody = (client: string): OpenBook => ({
  client,
  lines: new Map(),
  touched: new Set(),
  ended: [],
});

export const openIn = (book: OpenBook): FollowUp[] =>
  [...book.lines.values()].flatMap(({ open }) => open ?? []);

export const withLine = (book: OpenBook, line: Line): OpenBook => {
  const key = lineKey(line.concern, line.site);
  return {
    ...book,
    lines: new Map(book.lines).set(key, line),
    touched: new Set(book.touched).add(key),
  };
};

/** The book with an open follow-up as it is now. */
export function withOpen(book: OpenBook, followUp: FollowUp): OpenBook {
  const line = book.lines.get(lineKey(followUp.concern, followUp.site));
  if (line?.open?.id !== followUp.id) throw new Error("only the open follow-up of a line can change");
  return withLine(book, { ...line, open: followUp });
}

/** The follow-up without the question which exam looked at it. */
export function withoutAsking({ asked: _asked, attention, ...followUp }: FollowUp): FollowUp {
  return attention && attention !== "which one" ? { ...followUp, attention } : followUp;
}

/** The book with a follow-up ended: its line is free, and it leaves every list and clock. */
export function withEnded(
  book: OpenBook,
  followUp: FollowUp,
  state: EndedState,
  closed: NonNullable<FollowUp["closed"]>,
): OpenBook {
  const line = book.lines.get(lineKey(followUp.concern, followUp.site));
  if (line?.open?.id !== followUp.id) throw new Error("only the open follow-up of a line can end");
  const { open: _open, ...rest } = line;
  const { next: _next, attention: _attention, asked: _asked, again: _again, ...kept } = followUp;
  const freed = withLine(book, {
    ...rest,
    last: { exam: followUp.openedBy.date, state, rule: followUp.rule },
  });
  return { ...freed, ended: [...freed.ended, { ...kept, state, closed }] };
}
