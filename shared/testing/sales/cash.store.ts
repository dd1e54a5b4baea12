import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { addDays, type PlainDate } from "../../kernel/time.ts";
import { type CashDay, CashDaySchema, type CashEntry, CashEntrySchema, countsFor, emptyDay } from "./cash.ts";

const dayOf = (centre: string, date: PlainDate): string => `CASH#${centre}#${date}`;
const dayKey = ({ centre, desk, date }: Pick<CashDay, "centre" | "desk" | "date">): Key => ({
  pk: dayOf(centre, date),
  sk: `DAY#${desk}`,
});
const entryKey = ({ centre, desk, date, n }: CashEntry): Key => ({
  pk: dayOf(centre, date),
  sk: `E#${desk}#${String(n).padStart(6, "0")}`,
});

/** A first word is put, a further one stands over the version that was read. */
export const saveCashDay = (day: CashDay): Change =>
  day.v ? save({ ...dayKey(day), ...day }) : putNew({ ...dayKey(day), ...day, v: 1 });
export const addCashEntry = (entry: CashEntry): Change => putNew({ ...entryKey(entry), ...entry });

export async function cashDayOf(ctx: Ctx, centre: string, desk: string, date: PlainDate): Promise<CashDay> {
  const item = await getItem(ctx, dayKey({ centre, desk, date }));
  return item ? CashDaySchema.parse(item) : emptyDay(centre, desk, date);
}

/** The day a desk's next entry counts for, as it stands. */
export async function openCashDay(
  ctx: Ctx,
  centre: string,
  desk: string,
  today: PlainDate,
): Promise<CashDay> {
  const day = await cashDayOf(ctx, centre, desk, today);
  const date = countsFor(today, () => day.closed !== undefined);
  return date === today ? day : cashDayOf(ctx, centre, desk, addDays(today, 1));
}

/** Every desk's day with its entries, by one query. */
export async function cashOn(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
): Promise<{ days: CashDay[]; entries: CashEntry[] }> {
  const { items } = await query(ctx, { pk: dayOf(centre, date) });
  return {
    days: items.filter(({ sk }) => sk.startsWith("DAY#")).map((item) => CashDaySchema.parse(item)),
    entries: items.filter(({ sk }) => sk.startsWith("E#")).map((item) => CashEntrySchema.parse(item)),
  };
}
