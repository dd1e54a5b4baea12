import type { Client } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, AppError, InvalidInput, NotAllowed } from "../../kernel/errors.ts";
import type { Instant } from "../../kernel/time.ts";
import { changesOf, markBooked, type OpenBook, openBook, openIn } from "../../monitoring/index.ts";
import {
  type Booking,
  bookingsAndClaims,
  type Calendar,
  calendarOf,
  countersOf,
  dayPrices,
  general,
  itemsOfDay,
  noQuota,
  planBooking,
  quotaFor,
  requestMark,
  stands,
} from "../../testing/index.ts";
import { keepFor } from "./offered.ts";
import { recheckItems } from "./recheck-items.ts";

/** A visit that is wanted: what for and when. */
export interface Visit {
  package: string;
  items?: readonly string[] | undefined;
  date: string;
  time: string;
  resource?: string | undefined;
  followUps: readonly string[];
  quota?: { account: string; department: string } | undefined;
}

/** How it is wanted: once for a key, held until an instant, or beyond what the day holds for a reason. */
interface Manner {
  key?: string | undefined;
  heldUntil?: Instant;
  override?: string;
}

/**
 * Books a visit for a client already reached: by an actor's right, or by a signed link of their own. What the key
 * made before is given back as it is.
 * @throws as `bookExam`.
 */
export const bookFor = (ctx: Ctx, client: Client, wanted: Visit, idempotencyKey?: string): Promise<Booking> =>
  makeBooking(ctx, client, wanted, { key: idempotencyKey });

/**
 * The one commit behind every booking: slot, caps, quota, booking and log, and, where it is confirmed at once, the
 * follow-ups it is meant to settle. A hold takes the place of the one the client had.
 */
export async function makeBooking(ctx: Ctx, client: Client, wanted: Visit, manner: Manner): Promise<Booking> {
  const request = manner.key ? requestMark(ctx, manner.key) : undefined;
  const quota = wanted.quota && (await quotaWanted(ctx, wanted.quota, wanted.date));
  return withRetry(ctx, async (again) => {
    // Follow-ups before bookings: whoever books them meanwhile is met here, or refused by their version.
    const lines = wanted.followUps.length ? await openBook(ctx, client.number) : undefined;
    if (lines) knowsAll(lines, wanted.followUps);
    const [{ bookings, claims }, calendar, override] = await Promise.all([
      bookingsAndClaims(ctx, client.number, again || lines !== undefined),
      calendarFor(ctx, client.centre, again),
      manner.override === undefined
        ? undefined
        : overrideOf(ctx, client.centre, wanted.date, manner.override),
    ]);
    const same = request && bookings.find((one) => one.request === request);
    if (same) return asMade(same);
    const instead = manner.heldUntil ? bookings.find(isChoosing) : undefined;
    refuseSecond(bookings.filter((one) => one !== instead && one.date === wanted.date));
    const { booking, changes } = planBooking(
      ctx,
      { ...client, client: client.number },
      {
        ...wanted,
        items: wanted.items ?? itemsOfDay(await dayPrices(ctx), wanted.package, client.sex),
        resource: wanted.resource ?? general,
        looksAt: lines && recheckItems(openIn(lines).filter(({ id }) => wanted.followUps.includes(id))),
        quota,
        request,
      },
      calendar,
      {
        before: claims(wanted.date),
        instead,
        keep: instead && (await keepFor(ctx, instead)),
        ...(manner.heldUntil ? { heldUntil: manner.heldUntil } : {}),
        ...(override ? { override } : {}),
      },
    );
    const book =
      lines && booking.state === "confirmed"
        ? markBooked(lines, wanted.followUps, booking, ctx.now())
        : undefined;
    await commit(ctx, {
      changes: [...changes, ...(book ? changesOf(book) : [])],
      log: {
        subject: `C#${client.number}`,
        action: booking.state === "held" ? "booking.held" : "booking.made",
        refs: {
          booking: booking.id,
          date: booking.date,
          ...(booking.override ? { override: true } : {}),
          ...(instead ? { instead: instead.id } : {}),
          ...(wanted.followUps.length ? { followUps: [...wanted.followUps] } : {}),
        },
        v: 1,
      },
    });
    return booking;
  });
}

/** A hold somebody is still choosing by, not one that was offered from the waiting list. */
const isChoosing = (booking: Booking): boolean => booking.state === "held" && !booking.offer;

/** The resources an actor may book: those at a company are for whom its staff puts there. */
async function calendarFor(ctx: Ctx, centre: string, consistent: boolean): Promise<Calendar> {
  const calendar = await calendarOf(ctx, centre, consistent);
  return ctx.actor.kind === "staff" ? calendar : calendar.filter(({ offSite }) => !offSite);
}

const overrideOf = async (ctx: Ctx, centre: string, date: string, reason: string) => ({
  reason,
  counters: await countersOf(ctx, centre, date, true),
});

async function quotaWanted(
  ctx: Ctx,
  { account, department }: NonNullable<Visit["quota"]>,
  date: string,
): Promise<Booking["quota"]> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const found = await quotaFor(ctx, account, department, date);
  if (found) return { account, id: found.id };
  throw noQuota();
}

/** @throws InvalidInput for a follow-up that is not open: a booking never promises to settle what is not there. */
function knowsAll(book: OpenBook, followUps: readonly string[]): void {
  const open = new Set(openIn(book).map(({ id }) => id));
  if (followUps.some((id) => !open.has(id)))
    throw new InvalidInput([
      { field: "followUps", message: { en: "This re-check is no longer open.", zh: "该复查已不在进行中。" } },
    ]);
}

function asMade(booking: Booking): Booking {
  if (booking.state === "cancelled" || booking.state === "expired")
    throw new AppError("Conflict", {
      en: "This booking was made and then cancelled. Open the form again to book anew.",
      zh: "该预约已成功提交，后又被取消。如需再次预约，请重新打开表单。",
    });
  return booking;
}

/** @throws AlreadyThere for a day that has a booking: one a day for a client. */
export function refuseSecond(ofDay: readonly Booking[]): void {
  const there = ofDay.find(stands);
  if (there)
    throw new AlreadyThere(
      { en: "There is a booking on this day. Cancel it first.", zh: "当天已有预约，请先取消。" },
      { booking: there.id },
    );
}
