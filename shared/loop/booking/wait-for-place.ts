import { authorize } from "../../access/index.ts";
import { type Client, reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { parse } from "../../kernel/parse.ts";
import { instantAt } from "../../kernel/time.ts";
import { type FollowUp, followUpsOf } from "../../monitoring/index.ts";
import {
  addWait,
  bookingsOf,
  calendarOf,
  countersOf,
  dropRow,
  ended,
  type Join,
  JoinSchema,
  planBooking,
  requestMark,
  roomIn,
  saveWait,
  type Wait,
  waitOf,
  waitsOf,
} from "../../testing/index.ts";
import { letGoFor } from "./change-booking.ts";
import { refuseSecond } from "./make-booking.ts";
import { offerPlaces } from "./offer-places.ts";
import { recheckItems } from "./recheck-items.ts";

/**
 * Puts a client on the list of a time that is full. Who is asked first is decided by the urgency of the re-check and
 * by who came first, and by nothing else. The same idempotency key is the same wait, and so is the same wish: nobody
 * stands in a list twice for it.
 * @throws Conflict where there is room: then it is to be booked; as `bookExam` for what cannot be wanted.
 */
export async function waitForPlace(ctx: Ctx, input: Join, idempotencyKey?: string): Promise<Wait> {
  const wanted = parse(JoinSchema, input);
  const client = await reachClient(ctx, "booking:make", wanted.client);
  const request = idempotencyKey ? requestMark(ctx, idempotencyKey) : undefined;
  return withRetry(ctx, async () => {
    const waits = await waitsOf(ctx, client.number);
    const before = request && waits.find((one) => one.request === request);
    if (before) return before;
    const here = waits.filter((one) =>
      (["date", "time", "resource"] as const).every((at) => one[at] === wanted[at]),
    );
    // Two at once ask for the same id, and only one gets it.
    const place = `${wanted.date} ${wanted.time} ${wanted.resource}`;
    const id = digest(`wait ${client.number} ${place} ${here.length}`).slice(0, 20);
    const [bookings, calendar, counters, open] = await Promise.all([
      bookingsOf(ctx, client.number),
      calendarOf(ctx, client.centre, true),
      countersOf(ctx, client.centre, wanted.date, true),
      followUpsOf(ctx, client.number),
    ]);
    refuseSecond(bookings.filter(({ date }) => date === wanted.date));
    const meant = open.filter((one) => wanted.followUps.includes(one.id));
    const urgent = meant.some(isUrgent);
    const there = here.find((one) => one.state === "waiting" && covers(one, { ...wanted, urgent }));
    if (there) return there;
    const mine = calendar.filter(({ offSite }) => !offSite || ctx.actor.kind === "staff");
    const { booking } = planBooking(
      ctx,
      { ...client, client: client.number },
      { ...wanted, looksAt: meant.length ? recheckItems(meant) : undefined },
      mine,
      { before: 0 },
    );
    if (roomIn(booking, calendar, counters, []))
      throw new Conflict({
        en: "There is a place at this time: it can be booked.",
        zh: "该时段尚有名额，可直接预约。",
      });
    const { client: _number, ...visit } = wanted;
    const wait: Wait = {
      ...visit,
      items: visit.items,
      client: client.number,
      id,
      centre: client.centre,
      urgent,
      since: ctx.now(),
      state: "waiting",
      lookAt: ctx.now(),
      madeBy: ctx.actor.id,
      ...(request ? { request } : {}),
      v: 1,
    };
    await commit(ctx, {
      changes: addWait(wait),
      log: {
        subject: `C#${client.number}`,
        action: "wait.joined",
        refs: { wait: id, date: wait.date },
        v: 1,
      },
    });
    return wait;
  });
}

/** Whether somebody who waits for a time already waits for as much as is wanted now. */
const covers = (wait: Wait, wanted: Pick<Wait, "package" | "followUps" | "anyTime" | "urgent">): boolean =>
  wait.package === wanted.package &&
  wanted.followUps.every((id) => wait.followUps.includes(id)) &&
  (wait.anyTime || !wanted.anyTime) &&
  (wait.urgent || !wanted.urgent);

/** A re-check whose window closes within a month, or that is overdue: it cannot wait its turn. */
const isUrgent = ({ critical, high, state }: FollowUp): boolean =>
  critical || high || state === "overdue" || state === "escalated";

/**
 * Takes a client off the list; a place that was offered meanwhile is let go.
 * @throws NotFound; a wait that is over stays as it is.
 */
export async function leaveWaiting(ctx: Ctx, which: { client: string; wait: string }): Promise<void> {
  const client = await reachClient(ctx, "booking:cancel", which.client);
  await withRetry(ctx, async () => {
    const wait = await waitOf(ctx, client.number, which.wait);
    if (!wait) throw new NotFound();
    if (wait.state === "waiting") await endWait(ctx, client, wait, "left");
    if (wait.state === "offered" && wait.offer) await letGoFor(ctx, client.number, wait.offer.booking);
  });
}

const endWait = (ctx: Ctx, client: Pick<Client, "number">, wait: Wait, state: "lapsed" | "left") =>
  commit(ctx, {
    changes: [saveWait(ended(wait, state)), dropRow(wait)],
    log: {
      subject: `C#${client.number}`,
      action: state === "left" ? "wait.left" : "wait.lapsed",
      refs: { wait: wait.id },
      v: wait.v + 1,
    },
  });

/**
 * Looks at a wait when it is due: when it began, for a place may have become free in that moment; and at its own
 * time, when there is nothing left to wait for.
 */
export async function advanceWait(ctx: Ctx, which: { client: string; wait: string }): Promise<void> {
  authorize(ctx, "due:run", { client: which.client });
  const found = await waitOf(ctx, which.client, which.wait);
  if (found?.state !== "waiting") return;
  await offerPlaces(ctx, found);
  await withRetry(ctx, async () => {
    const wait = await waitOf(ctx, which.client, which.wait);
    if (wait?.state !== "waiting") return;
    const at = instantAt(wait.date, wait.time);
    if (at <= ctx.now()) return endWait(ctx, { number: wait.client }, wait, "lapsed");
    await commit(ctx, {
      changes: [saveWait({ ...wait, lookAt: at })],
      log: { subject: `C#${wait.client}`, action: "wait.kept", refs: { wait: wait.id }, v: wait.v + 1 },
    });
  });
}
