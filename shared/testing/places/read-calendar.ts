import { authorize } from "../../access/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { localDate } from "../../kernel/time.ts";
import type { Calendar } from "./calendar.ts";
import { calendarOf } from "./calendars.store.ts";
import { type Overfull, overfull } from "./overfull.ts";

/** Days ahead that are looked through for slots with too many. */
const watchedDays = 60;

/** The centre's calendar for whoever works there, and what has to be sorted out in it. */
export async function readCalendar(ctx: Ctx): Promise<{ resources: Calendar; overfull: Overfull[] }> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "calendar:read", { centre });
  const [resources, over] = await Promise.all([
    calendarOf(ctx, centre, true),
    overfull(ctx, centre, localDate(ctx.now()), watchedDays),
  ]);
  return { resources, overfull: over };
}
