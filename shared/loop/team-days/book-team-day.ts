import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Booking, catalogueItem, resourceOf, teamDayOf } from "../../testing/index.ts";
import { bookFor } from "../booking/make-booking.ts";
import { BookTeamDaySchema } from "./book-team-day-schema.ts";

/**
 * Books a client on a team day, for its items that are done for this client's sex: an ordinary booking on the day's
 * own calendar, so never more people than places.
 * @throws CapacityFull; Conflict for a day that was cancelled; as `bookExam`.
 */
export async function bookTeamDay(
  ctx: Ctx,
  id: string,
  input: z.input<typeof BookTeamDaySchema>,
  idempotencyKey?: string,
): Promise<Booking> {
  const wanted = parse(BookTeamDaySchema, input);
  const client = await reachClient(ctx, "team-day:book", wanted.client, true);
  const day = await teamDayOf(ctx, client.centre, id);
  if (!day) throw new NotFound();
  if (day.state === "cancelled")
    throw new Conflict({ en: "This day was cancelled.", zh: "该现场体检已取消。" });
  const items = day.items.filter((code) => {
    const { sex } = catalogueItem(code) ?? {};
    return !sex || sex === client.sex;
  });
  const visit = {
    package: day.package,
    date: day.date,
    time: wanted.time,
    resource: resourceOf(day),
    followUps: [],
  };
  const booking = await bookFor(ctx, client, { ...visit, items }, idempotencyKey);
  if (booking.resource !== visit.resource || booking.time !== wanted.time)
    throw new AppError("Unprocessable", {
      en: "This form has been sent before, for another time. Open it again (or use a new Idempotency-Key).",
      zh: "该表单此前已用于其他时间的预约，请重新打开后再提交（或换用新的 Idempotency-Key）。",
    });
  return booking;
}
