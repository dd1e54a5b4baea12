import { type Change, putNew, save } from "../../data/commit.ts";
import { dueKey } from "../../data/due.ts";
import { getItem, getItems, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { dayOf } from "../places/counters.store.ts";
import { type Booking, BookingSchema } from "./booking.ts";

const bookingKey = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `BOOK#${id}` });

/** When somebody must look at a booking again: its hold ends, preparation is to be told, its day is over. */
function dueOf({ state, heldUntil, prepareAt, endsAt }: Booking): string | undefined {
  if (state === "held") return heldUntil;
  if (state === "confirmed") return prepareAt ?? endsAt;
  return state === "arrived" ? endsAt : undefined;
}

function bookingItem(booking: Booking): Item & { v: number } {
  const key = bookingKey(booking.client, booking.id);
  const listed =
    booking.state === "held" || booking.state === "cancelled" || booking.state === "expired"
      ? {}
      : {
          listPk: dayOf(booking.centre, booking.date),
          listSk: `${booking.time}#${booking.client}#${booking.id}`,
        };
  const at = dueOf(booking);
  const due = at ? dueKey("care", `${key.pk}#${key.sk}`, at) : {};
  return { ...key, ...booking, ...listed, ...due };
}

const eatenOn = "FILE#EATEN#";

/** What must be written so that whoever judges this day's blood knows that the client had eaten. */
export async function noteEaten(ctx: Ctx, client: string, date: PlainDate): Promise<Change[]> {
  const key: Key = { pk: `C#${client}`, sk: `${eatenOn}${date}` };
  return (await getItem(ctx, key)) ? [] : [putNew({ ...key })];
}

/** The days, among the items of a file, on which the client came without fasting. */
export const daysEatenIn = (items: readonly Item[]): PlainDate[] =>
  items.filter(({ sk }) => sk.startsWith(eatenOn)).map(({ sk }) => sk.slice(eatenOn.length));

export const addBooking = (booking: Booking): Change => putNew(bookingItem(booking));
export const saveBooking = (booking: Booking): Change => save(bookingItem(booking));

export async function bookingOf(ctx: Ctx, client: string, id: string): Promise<Booking | undefined> {
  const item = await getItem(ctx, bookingKey(client, id));
  return item ? bookingsIn([item])[0] : undefined;
}

/** Every booking a client ever had, newest date first. */
export async function bookingsOf(ctx: Ctx, client: string, consistent = true): Promise<Booking[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "BOOK#", consistent });
  return bookingsIn(items);
}

/**
 * A client's bookings, and how often a day was asked for: by those made for it and those moved to it. The next one
 * there takes the next number, so that of two at once only one gets it.
 */
export async function bookingsAndClaims(
  ctx: Ctx,
  client: string,
  consistent = true,
): Promise<{ bookings: Booking[]; claims: (date: PlainDate) => number }> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "BOOK#", consistent });
  const bookings = bookingsIn(items);
  const days = [
    ...bookings.map(({ moves, date }) => moves[0]?.date ?? date),
    ...items.flatMap((item) => ("movedHere" in item ? [String(item["day"])] : [])),
  ];
  return { bookings, claims: (date) => days.filter((day) => day === date).length };
}

/** Takes a day's next number for a booking that moves there. */
export const claimDay = (client: string, number: string, booking: string, day: PlainDate): Change =>
  putNew({ ...bookingKey(client, number), movedHere: booking, day });

/** The bookings among the items of a client, newest date first. */
export const bookingsIn = (items: readonly Item[]): Booking[] =>
  items
    .filter((item) => item.sk.startsWith("BOOK#") && !("movedHere" in item))
    .map((item) => BookingSchema.parse(item))
    .sort((a, b) => `${b.date}${b.time}`.localeCompare(`${a.date}${a.time}`));

/** Who comes on a day, in order of time. */
export async function bookingsOn(ctx: Ctx, centre: string, date: PlainDate): Promise<Booking[]> {
  const { items } = await query(ctx, { index: "list", pk: dayOf(centre, date) });
  const bookings = await getItems(
    ctx,
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
  return bookings.map((item) => BookingSchema.parse(item));
}
