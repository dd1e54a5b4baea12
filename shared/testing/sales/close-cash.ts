import type * as z from "zod";
import { authorize } from "../../access/index.ts";
import { openList } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotAllowed } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate, type PlainDate } from "../../kernel/time.ts";
import { cashDayOf, cashOn, saveCashDay } from "./cash.store.ts";
import { type CashDay, type CashEntry, CloseCashSchema, closedDay, desks, emptyDay, sumsOf } from "./cash.ts";
import { mustBeDesk } from "./take-money.ts";

function centreOf(ctx: Ctx): string {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  return ctx.actor.centre;
}

export interface DeskDay {
  day: CashDay;
  entries: CashEntry[];
  /** By method, added up from the entries. */
  sums: CashDay["sums"];
}

/** A day's cash book, desk by desk; the sums are those of the entries shown. One trace names who is in it. */
export async function readCash(ctx: Ctx, date: PlainDate): Promise<DeskDay[]> {
  const centre = centreOf(ctx);
  authorize(ctx, "cash:read", { centre });
  const { days, entries } = await cashOn(ctx, centre, date);
  await openList(
    ctx,
    "cash",
    entries.map(({ client }) => client),
  );
  return desks.map(({ id }) => {
    const own = entries.filter(({ desk }) => desk === id);
    return {
      day: days.find(({ desk }) => desk === id) ?? emptyDay(centre, id, date),
      entries: own,
      sums: sumsOf(own),
    };
  });
}

/**
 * Closes a desk's day: the cash counted against what its entries say. A closed day stays closed; what comes later
 * counts for the next.
 * @throws InvalidInput for a difference without a reason; Conflict where an entry came since the desk looked, or it
 * was closed with another count.
 */
export async function closeCash(ctx: Ctx, input: z.input<typeof CloseCashSchema>): Promise<CashDay> {
  const wanted = parse(CloseCashSchema, input);
  const centre = centreOf(ctx);
  authorize(ctx, "cash:close", { centre });
  mustBeDesk(wanted.desk);
  return withRetry(ctx, async () => {
    const before = await cashDayOf(ctx, centre, wanted.desk, wanted.date);
    if (before.closed?.countedFen === wanted.countedFen) return before;
    if (before.closed) throw new Conflict({ en: "This day is closed already.", zh: "该日已日结。" });
    if ((before.sums.cash ?? 0) !== wanted.expectedFen)
      throw new Conflict({
        en: "Money was taken or given back since. Look at the sum again, then close.",
        zh: "其间有新的收退款，请重新核对后再日结。",
      });
    const by = { id: ctx.actor.id, name: ctx.actor.name };
    const day = closedDay(before, wanted, { today: localDate(ctx.now()), at: ctx.now(), by });
    await commit(ctx, {
      changes: [saveCashDay(day)],
      log: {
        subject: `CASH#${centre}`,
        action: "cash.closed",
        refs: {
          desk: wanted.desk,
          date: wanted.date,
          countedFen: wanted.countedFen,
          differenceFen: day.closed?.differenceFen ?? 0,
        },
        v: before.v + 1,
      },
    });
    return { ...day, v: before.v + 1 };
  });
}
