import { type Client, reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { changesOf, markBooked, openBook, unbook } from "../../monitoring/index.ts";
import {
  type Booking,
  bookingOf,
  bookingsAndClaims,
  ChangeItemsSchema,
  calendarOf,
  type Move,
  MoveSchema,
  type PlannedBooking,
  planCancelling,
  planConfirming,
  planExpiring,
  planItems,
  planMoving,
  quotaFrom,
} from "../../testing/index.ts";
import { refuseSecond } from "./make-booking.ts";
import { endOffer, keepFor } from "./offered.ts";

/** Which booking of which client. */
export interface Which {
  client: string;
  booking: string;
}

/**
 * A hold becomes a visit, its follow-ups with it; confirmed again it is as it was.
 * @throws AppError `Expired` once the hold's time is over; Conflict where it was let go, or the visit is over.
 */
export async function confirmBooking(ctx: Ctx, which: Which): Promise<Booking> {
  const client = await reachClient(ctx, "booking:make", which.client);
  return confirmFor(ctx, client, which.booking);
}

/** The same for a client already reached. */
export const confirmFor = (ctx: Ctx, client: Client, id: string): Promise<Booking> =>
  withRetry(ctx, async () => {
    const before = await existing(ctx, client.number, id);
    if (before.state === "confirmed") return before;
    if (before.state !== "held") throw overNow();
    const plan = planConfirming(before, ctx.now(), client.zone);
    const lines = before.followUps.length ? await openBook(ctx, client.number) : undefined;
    const book = lines && markBooked(lines, before.followUps, plan.booking, ctx.now());
    const offered = await endOffer(ctx, before, "taken");
    return write(ctx, before, plan, "booking.made", [...(book ? changesOf(book) : []), ...offered]);
  });

/**
 * Moves a booking to another place: the old one given back and the new one taken in one commit, its history kept, its
 * id, items and follow-ups with it.
 * @throws CapacityFull (it stays where it was); AlreadyThere; InvalidInput for a day its company has no places for;
 * Conflict once the visit has begun or is over.
 */
export async function moveBooking(ctx: Ctx, which: Which, to: Move): Promise<Booking> {
  const client = await reachClient(ctx, "booking:make", which.client);
  const asked = parse(MoveSchema, to);
  return withRetry(ctx, async (again) => {
    const [{ bookings, claims }, calendar] = await Promise.all([
      bookingsAndClaims(ctx, client.number),
      calendarOf(ctx, client.centre, again),
    ]);
    const before = bookings.find(({ id }) => id === which.booking);
    if (!before) throw new NotFound();
    if (!toCome(before) || (before.state === "held" && before.offer)) throw overNow();
    const wanted = { ...asked, resource: asked.resource ?? before.resource };
    if ((["date", "time", "resource"] as const).every((what) => before[what] === wanted[what])) return before;
    refuseSecond(bookings.filter((one) => one !== before && one.date === wanted.date));
    const quota =
      before.quota && before.date !== wanted.date
        ? await quotaFrom(ctx, before.quota, wanted.date)
        : before.quota;
    const mine = calendar.filter(({ offSite }) => !offSite || ctx.actor.kind === "staff");
    const plan = planMoving(ctx, before, { ...wanted, quota }, mine, {
      zone: client.zone,
      claimed: claims(wanted.date),
      keep: await keepFor(ctx, before),
    });
    const lines =
      before.followUps.length && before.state === "confirmed"
        ? await openBook(ctx, client.number)
        : undefined;
    const book = lines && markBooked(lines, before.followUps, plan.booking, ctx.now());
    return write(ctx, before, plan, "booking.moved", book ? changesOf(book) : []);
  });
}

/**
 * Cancels a booking: its places go back exactly once, its follow-ups wait again. A hold is let go.
 * @throws Conflict for a booking that is over.
 */
export async function cancelBooking(ctx: Ctx, number: string, id: string, reason: string): Promise<Booking> {
  await reachClient(ctx, "booking:cancel", number);
  const held = await letGo(ctx, number, id);
  if (held) return held;
  return withRetry(ctx, async () => {
    const before = await existing(ctx, number, id);
    if (before.state === "cancelled" || before.state === "expired") return before;
    const keep = await keepFor(ctx, before);
    if (before.state !== "confirmed")
      throw new Conflict({
        en: "This visit has begun and cannot be cancelled.",
        zh: "到检已开始，无法取消。",
      });
    const book = unbook(await openBook(ctx, number), id, ctx.now());
    return write(ctx, before, planCancelling(before, reason, keep), "booking.cancelled", changesOf(book));
  });
}

/**
 * Gives a kept place back; one that is given back already stays so.
 * @throws Conflict once it was confirmed: a visit is cancelled, never let go by a form that is older than it.
 */
export async function letPlaceGo(ctx: Ctx, which: Which): Promise<Booking> {
  const client = await reachClient(ctx, "booking:cancel", which.client);
  return letGoFor(ctx, client.number, which.booking);
}

/** The same for a client already reached. */
export async function letGoFor(ctx: Ctx, client: string, id: string): Promise<Booking> {
  const gone = (await letGo(ctx, client, id)) ?? (await existing(ctx, client, id));
  if (gone.state === "expired" || gone.state === "cancelled") return gone;
  throw new Conflict({
    en: "This place was confirmed meanwhile and is a visit now. Cancel the visit if it is not wanted.",
    zh: "该名额已确认为正式预约，如不需要请取消该预约。",
  });
}

/** Lets a hold go, for a client already reached. @returns undefined for what is not (or no longer) held. */
const letGo = (ctx: Ctx, client: string, id: string): Promise<Booking | undefined> =>
  withRetry(ctx, async () => {
    const before = await existing(ctx, client, id);
    if (before.state !== "held") return undefined;
    const plan = planExpiring(before, await keepFor(ctx, before));
    return write(ctx, before, plan, "booking.let-go", await endOffer(ctx, before, "left"));
  });

/**
 * Chooses other items for a booking to come: the caps of the scarce ones left out go back and those of the new ones
 * are taken in one commit, so the booking is never for what the day cannot give.
 * @throws CapacityFull naming the item; InvalidInput; Conflict once the visit has begun or is over.
 */
export async function changeItems(ctx: Ctx, wanted: Which & { items: readonly string[] }): Promise<Booking> {
  const client = await reachClient(ctx, "booking:make", wanted.client);
  const { items } = parse(ChangeItemsSchema, { items: wanted.items });
  return withRetry(ctx, async () => {
    const before = await existing(ctx, client.number, wanted.booking);
    if (!toCome(before)) throw overNow();
    return write(
      ctx,
      before,
      planItems(before, items, client.sex, await keepFor(ctx, before)),
      "booking.items-changed",
    );
  });
}

async function existing(ctx: Ctx, client: string, id: string): Promise<Booking> {
  const booking = await bookingOf(ctx, client, id);
  if (!booking) throw new NotFound();
  return booking;
}

const toCome = ({ state }: Booking): boolean => state === "held" || state === "confirmed";

const overNow = () =>
  new Conflict({
    en: "This visit has begun or is over and cannot be changed here.",
    zh: "该预约已开始或已结束，无法在此更改。",
  });

/** Writes a planned change of a booking with its log entry. @returns the booking as it is kept now. */
export async function write(
  ctx: Ctx,
  before: Booking,
  { booking, changes }: PlannedBooking,
  action: string,
  more: PlannedBooking["changes"] = [],
): Promise<Booking> {
  await commit(ctx, {
    changes: [...changes, ...more],
    log: {
      subject: `C#${before.client}`,
      action,
      refs: { booking: before.id, ...(booking.date === before.date ? {} : { date: booking.date }) },
      v: before.v + 1,
    },
  });
  return { ...booking, v: before.v + 1 };
}
