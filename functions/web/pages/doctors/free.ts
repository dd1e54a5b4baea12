import type { Ctx } from "../../../../shared/kernel/context.ts";
import { addDays, isPlainDate, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import { type DoctorView, type FreeDay, freeTimes, type OfferId } from "../../../../shared/testing/index.ts";

/** Days with free times to choose from, and the chosen one. */
export interface Free {
  days: FreeDay[];
  chosen: FreeDay | undefined;
  /** Where further days begin; none where nothing further was found. */
  later?: PlainDate;
  /** Whether earlier days were left behind. */
  earlier: boolean;
}

const shownDays = 7;
const lookedAt = 35;

/** The next free days of a doctor from `from` (today at the earliest); `day` is the one in the address. */
export async function freeFor(
  ctx: Ctx,
  doctor: DoctorView,
  offer: OfferId,
  { from, day }: { from: string; day: string },
): Promise<Free> {
  const today = localDate(ctx.now());
  const asked = isPlainDate(from) && from > today ? from : today;
  const start = isPlainDate(day) && day >= today && day < asked ? day : asked;
  const all = await freeTimes(ctx, doctor, offer, start, lookedAt);
  const days = all.slice(0, shownDays);
  const next = all[shownDays];
  return {
    days,
    chosen: days.find(({ date }) => date === day) ?? days[0],
    ...(next ? { later: next.date } : days.length ? { later: addDays(days.at(-1)?.date ?? start, 1) } : {}),
    earlier: start > today,
  };
}
