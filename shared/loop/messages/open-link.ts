import { aliasOf, type Client, clientOf } from "../../clients/index.ts";
import { logRead } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { Bilingual } from "../../kernel/text.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import { type Link, readLink } from "../../messaging/index.ts";
import { type FollowUp, followUpsBehind, followUpsOf } from "../../monitoring/index.ts";
import {
  appointmentOf,
  type Booking,
  bookingOf,
  bookingsOf,
  offers,
  placeOf,
  requestMark,
  waitOf,
} from "../../testing/index.ts";
import { recheckPreparation, visitPreparation } from "../booking/visit-preparation.ts";

/**
 * What a signed link shows to whoever holds the phone: dates, counts and how to prepare. No name, concern,
 * value or result is in it.
 */
export type OpenedLink =
  | {
      purpose: "recheck";
      /** Whose calendar the free times are of. */
      centre: string;
      /** How many re-checks wait for a day; 0 when all are booked or over. */
      waiting: number;
      /** First day that counts for all of them, the day we ask for, the last day in time. */
      opens?: PlainDate;
      due?: PlainDate;
      last?: PlainDate;
      booked: { date: PlainDate; time: string }[];
      prepare: Bilingual[];
      /** Messages of this kind were stopped. */
      stopped: boolean;
    }
  | {
      purpose: "booking";
      date: PlainDate;
      time: string;
      /** Where, if not at the centre. */
      place?: string;
      stands: boolean;
      prepare: Bilingual[];
    }
  | {
      purpose: "offer";
      /** Whether it can still be answered, and how it was. */
      state: "open" | "taken" | "over";
      date: PlainDate;
      time: string;
      until?: Instant;
      prepare: Bilingual[];
    }
  | {
      purpose: "invite";
      centre: string;
      package: string;
      /** The one visit it booked. */
      booked?: { date: PlainDate; time: string };
    }
  | { purpose: "appointment"; date: PlainDate; time: string; stands: boolean; prepare: readonly Bilingual[] }
  | { purpose: "report"; date: PlainDate };

/**
 * Reads a link; the reading is traced and nothing else is written, because scanners open links too.
 * @throws NotFound for a token that is not ours or speaks of nobody; `Expired` after its time.
 */
export async function openLink(ctx: Ctx, token: string): Promise<OpenedLink> {
  const { by, link, client } = await reach(ctx, token);
  await logRead(by, { subject: `C#${client.number}`, action: "link.opened", refs: { about: link.purpose } });
  switch (link.purpose) {
    case "recheck":
      return recheckBehind(by, link, client);
    case "booking":
      return bookingBehind(by, link, client);
    case "offer":
      return offerBehind(by, link, client);
    case "invite":
      return invitationBehind(by, link, client);
    case "appointment":
      return appointmentBehind(by, link, client);
    case "report":
      return { purpose: "report", date: link.about };
    default:
      throw new NotFound();
  }
}

/** Whom a link speaks for; everything done by it is logged as come from a link. */
export async function reach(
  ctx: Ctx,
  token: string,
  purpose?: string,
): Promise<{ by: Ctx; link: Link; client: Client }> {
  const signed = await readLink(ctx, token);
  const alias = await aliasOf(ctx, signed.client);
  const link = alias ? { ...signed, client: alias.to } : signed;
  const by = { ...ctx, from: ctx.from.replace(/^\S+/, "link") };
  const client = await clientOf(by, link.client);
  const gone = !client || client.state === "left" || client.state === "deceased";
  if (gone || (purpose && link.purpose !== purpose)) throw new NotFound();
  return { by, link, client };
}

async function recheckBehind(ctx: Ctx, link: Link, client: Client): Promise<OpenedLink> {
  const [open, bookings] = await Promise.all([followUpsBehind(ctx, link), bookingsOf(ctx, client.number)]);
  const waiting = unbooked(open);
  const earliest = (dates: string[]) => dates.sort()[0];
  const [opens, due, last] = [
    waiting
      .map((one) => one.opens)
      .sort()
      .at(-1),
    earliest(waiting.map((one) => one.due)),
    earliest(waiting.map((one) => one.overdueAfter)),
  ];
  return {
    purpose: "recheck",
    centre: client.centre,
    waiting: waiting.length,
    ...(opens && due && last ? { opens, due, last } : {}),
    booked: bookedFor(bookings, open).map(({ date, time }) => ({ date, time })),
    prepare: recheckPreparation(open),
    stopped: client.consents.care?.given !== true,
  };
}

async function bookingBehind(ctx: Ctx, link: Link, client: Client): Promise<OpenedLink> {
  const booking = await bookingOf(ctx, client.number, link.about);
  if (!booking) throw new NotFound();
  const { date, time, state } = booking;
  const followUps = booking.followUps.length ? await followUpsOfVisit(ctx, booking) : [];
  const place = await placeOf(ctx, booking);
  return {
    purpose: "booking",
    date,
    time,
    ...(place ? { place } : {}),
    stands: state === "confirmed",
    prepare: visitPreparation(booking, followUps, client.sex),
  };
}

/** An offered place: what it is, and whether it is still to be had. */
async function offerBehind(ctx: Ctx, link: Link, client: Client): Promise<OpenedLink> {
  const wait = await waitOf(ctx, client.number, link.about);
  if (!wait) throw new NotFound();
  const bookings = await bookingsOf(ctx, client.number);
  const booking = bookings.find(({ offer }) => offer === wait.id);
  const { date, time } = booking ?? wait;
  const kept = booking?.state === "held" && booking.heldUntil && booking.heldUntil > ctx.now();
  const followUps = booking?.followUps.length ? await followUpsOfVisit(ctx, booking) : [];
  return {
    purpose: "offer",
    state: kept ? "open" : booking?.state === "confirmed" ? "taken" : "over",
    date,
    time,
    ...(kept && booking.heldUntil ? { until: booking.heldUntil } : {}),
    prepare: visitPreparation(booking ?? wait, followUps, client.sex),
  };
}

/** An invitation opens a choice of times, and nothing of whom it is for. */
async function invitationBehind(ctx: Ctx, link: Link, client: Client): Promise<OpenedLink> {
  const made = bookedBy(ctx, link, await bookingsOf(ctx, client.number));
  return {
    purpose: "invite",
    centre: client.centre,
    package: invitedTo(link),
    ...(made ? { booked: { date: made.date, time: made.time } } : {}),
  };
}

/** The package an invitation is for. */
export const invitedTo = ({ about }: Link): string => about.split("~")[0] ?? "";

/** The one visit a link booked, as long as it stands or was kept. */
export const bookedBy = (ctx: Ctx, link: Link, bookings: readonly Booking[]): Booking | undefined =>
  bookings.find(({ request }) => request === requestMark(ctx, link.about));

async function appointmentBehind(ctx: Ctx, link: Link, client: Client): Promise<OpenedLink> {
  const appointment = await appointmentOf(ctx, client.number, link.about);
  if (!appointment) throw new NotFound();
  const { date, time, state, offer } = appointment;
  return {
    purpose: "appointment",
    date,
    time,
    stands: state === "booked",
    prepare: offers[offer].prepare,
  };
}

const followUpsOfVisit = async (ctx: Ctx, { client, followUps }: Booking): Promise<FollowUp[]> =>
  (await followUpsOf(ctx, client)).filter(({ id }) => followUps.includes(id));

export const unbooked = (followUps: readonly FollowUp[]): FollowUp[] =>
  followUps.filter(({ state }) => state !== "booked");

export const bookedFor = (bookings: readonly Booking[], followUps: readonly FollowUp[]): Booking[] =>
  bookings.filter(
    ({ id, state }) => state === "confirmed" && followUps.some(({ booking }) => booking?.id === id),
  );
