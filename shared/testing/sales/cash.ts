import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import { addDays, type PlainDate } from "../../kernel/time.ts";
import { type Method, methods } from "./sale.ts";

const fen = z.int();

/**
 * One desk's day. `sums` are the entries of the day by method, kept with each of them in one commit; once `closed`
 * nothing is added any more.
 */
export const CashDaySchema = z.object({
  centre: z.string(),
  desk: z.string(),
  date: z.string(),
  sums: z.partialRecord(z.enum(methods), fen),
  entries: z.int(),
  closed: z
    .object({
      at: z.string(),
      by: z.object({ id: z.string(), name: z.string() }),
      expectedFen: fen,
      countedFen: fen,
      differenceFen: fen,
      reason: z.string().optional(),
    })
    .optional(),
  /** 0 where nothing is stored yet. */
  v: z.number().int(),
});
export type CashDay = z.infer<typeof CashDaySchema>;

/** Money in or out at a desk, as the cash book has it. */
export const CashEntrySchema = z.object({
  centre: z.string(),
  desk: z.string(),
  date: z.string(),
  n: z.int(),
  client: z.string(),
  sale: z.string(),
  payment: z.int(),
  method: z.enum(methods),
  amountFen: fen,
  currency: z.literal("CNY"),
  reference: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  v: z.number().int(),
});
export type CashEntry = z.infer<typeof CashEntrySchema>;

/** Where money is taken. */
export const desks = [
  { id: "desk-1", name: { en: "Desk 1", zh: "一号窗口" } },
  { id: "desk-2", name: { en: "Desk 2", zh: "二号窗口" } },
  { id: "vip", name: { en: "VIP desk", zh: "贵宾窗口" } },
] as const;

export const CloseCashSchema = z.strictObject({
  desk: z.string().max(30),
  date: PlainDateSchema,
  countedFen: z.int(),
  /** What the desk saw as expected, so that nobody signs for a sum that has changed since. */
  expectedFen: z.int(),
  reason: z.string().trim().max(200).default(""),
});
export type CloseCash = z.output<typeof CloseCashSchema>;

export const emptyDay = (centre: string, desk: string, date: PlainDate): CashDay => ({
  centre,
  desk,
  date,
  sums: {},
  entries: 0,
  v: 0,
});

/** The day an entry of today counts for: today, or, once the desk has closed it, the next. */
export const countsFor = (today: PlainDate, isClosed: (date: PlainDate) => boolean): PlainDate =>
  isClosed(today) ? addDays(today, 1) : today;

/** The day with one more entry. */
export function withEntry(
  day: CashDay,
  { method, amountFen }: { method: Method; amountFen: number },
): CashDay {
  const sums = { ...day.sums, [method]: (day.sums[method] ?? 0) + amountFen };
  return { ...day, sums, entries: day.entries + 1 };
}

/** What a desk's entries come to, by method. */
export function sumsOf(entries: readonly Pick<CashEntry, "method" | "amountFen">[]): CashDay["sums"] {
  const sums: CashDay["sums"] = {};
  for (const { method, amountFen } of entries) sums[method] = (sums[method] ?? 0) + amountFen;
  return sums;
}

/**
 * The day as it is closed: the notes and coins counted against what the entries say, the float apart.
 * @throws InvalidInput for a day that is not over yet, or a difference without a reason.
 */
export function closedDay(
  day: CashDay,
  { countedFen, reason }: Pick<CloseCash, "countedFen" | "reason">,
  who: { today: PlainDate; at: string; by: { id: string; name: string } },
): CashDay {
  const expectedFen = day.sums.cash ?? 0;
  const differenceFen = countedFen - expectedFen;
  const problems: FieldProblem[] = [
    ...(day.date > who.today
      ? [{ field: "date", message: { en: "This day has not come yet.", zh: "该日尚未到来。" } }]
      : []),
    ...(differenceFen !== 0 && !reason
      ? [{ field: "reason", message: { en: "Say why it differs.", zh: "请说明差额原因。" } }]
      : []),
  ];
  if (problems.length) throw new InvalidInput(problems);
  const closed = {
    at: who.at,
    by: who.by,
    expectedFen,
    countedFen,
    differenceFen,
    ...(reason ? { reason } : {}),
  };
  return { ...day, closed };
}
