import * as z from "zod";
import { clientOf, consentTextVersion, saveClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate, type PlainDate } from "../../kernel/time.ts";
import { followUpsBehind, snoozeFollowUp } from "../../monitoring/index.ts";
import { type Booking, bookingsOf, recheckVisit } from "../../testing/index.ts";
import { bookFor } from "../booking/make-booking.ts";
import { bookedFor, reach, unbooked } from "./open-link.ts";

const BookByLinkSchema = z.strictObject({
  date: z.iso.date(),
  time: z.string().regex(/^\d{2}:\d{2}$/),
});

/**
 * Books the re-checks behind a link, for the link's own client. Posted again it is the same booking, however
 * often and from however many phones at once.
 * @throws AlreadyThere where they are booked for another time; Conflict where nothing is open any more;
 * CapacityFull.
 */
export async function bookByLink(
  ctx: Ctx,
  token: string,
  input: z.input<typeof BookByLinkSchema>,
): Promise<Booking> {
  const { by, link, client } = await reach(ctx, token, "recheck");
  const wanted = parse(BookByLinkSchema, input);
  const open = await followUpsBehind(by, link);
  const ids = unbooked(open).map(({ id }) => id);
  const bookings = await bookingsOf(by, client.number);
  if (!ids.length) return theSame(bookedFor(bookings, open)[0], wanted);
  const forThem = bookings.filter(({ followUps }) => followUps.some((id) => ids.includes(id)));
  // Booked between the two reads: by another press of the same link.
  const meanwhile = forThem.find(({ state }) => state === "confirmed" || state === "arrived");
  if (meanwhile) return theSame(meanwhile, wanted);
  const visit = { package: recheckVisit.id, ...wanted, followUps: ids };
  return theSame(await bookFor(by, client, visit, `${link.about} ${forThem.length}`), wanted);
}

/**
 * Moves what waits behind a link to a later day, each at most to the last day its rule allows.
 * @returns the first day that is asked for now.
 * @throws Conflict where nothing is open, or no day is left to move to.
 */
export async function snoozeByLink(ctx: Ctx, token: string, until: PlainDate): Promise<PlainDate> {
  const { by, link, client } = await reach(ctx, token, "recheck");
  const open = unbooked(await followUpsBehind(by, link));
  if (!open.length) throw nothingOpen();
  const today = localDate(ctx.now(), client.zone);
  const asClient: Ctx = {
    ...by,
    actor: { kind: "client", id: "link", name: "Signed link", client: client.number },
  };
  const asked: PlainDate[] = [];
  for (const { id, due, overdueAfter } of open) {
    const day = until < overdueAfter ? until : overdueAfter;
    if (day <= today) continue;
    const later = day > due;
    if (later) await snoozeFollowUp(asClient, { client: client.number, id, until: day });
    asked.push(later ? day : due);
  }
  const [first] = asked.sort();
  if (!first) throw noDayLeft();
  return first;
}

/** Withdraws the consent for care messages of the link's client, once. */
export async function stopByLink(ctx: Ctx, token: string): Promise<void> {
  const { by, client } = await reach(ctx, token, "recheck");
  await withRetry(by, async () => {
    const before = await clientOf(by, client.number);
    if (!before) throw new NotFound();
    if (!before.consents.care?.given) return;
    const care = { given: false, at: ctx.now(), how: "link", text: consentTextVersion };
    await commit(by, {
      changes: [saveClient({ ...before, consents: { ...before.consents, care } })],
      log: {
        subject: `C#${client.number}`,
        action: "consent.withdrawn",
        refs: { purpose: "care" },
        v: before.v + 1,
      },
    });
  });
}

/** @throws where it is booked otherwise than it was asked for, or not at all. */
function theSame(booking: Booking | undefined, wanted: { date: PlainDate; time: string }): Booking {
  if (!booking) throw nothingOpen();
  if (booking.date === wanted.date && booking.time === wanted.time) return booking;
  throw new AlreadyThere({
    en: `This is booked already, for ${booking.date} at ${booking.time}.`,
    zh: `已预约 ${booking.date} ${booking.time}。`,
  });
}

const nothingOpen = () => new Conflict({ en: "Nothing is open here any more.", zh: "这里已没有待办事项。" });

const noDayLeft = () =>
  new Conflict({
    en: "It cannot wait any longer. Please choose a time, or call the centre.",
    zh: "不宜再推迟，请选择时间，或致电健康管理中心。",
  });
