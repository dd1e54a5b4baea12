import type { Child } from "hono/jsx";
import { AppError } from "../../../shared/kernel/errors.ts";
import { addDays, localDate } from "../../../shared/kernel/time.ts";
import {
  acceptOffer,
  bookByLink,
  bookInvited,
  declineOffer,
  openLink,
  snoozeByLink,
  stopByLink,
} from "../../../shared/loop/index.ts";
import { ClientPage } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { Invited, OfferedPlace } from "./link/Offered.tsx";
import { Recheck } from "./link/Recheck.tsx";
import { Gone, Report, Visit } from "./link/Shown.tsx";
import { offerFor, withoutTime } from "./me/Times.tsx";

const tokenOf = ({ params }: PageCall): string => params["token"] ?? "";
const pathOf = (call: PageCall): string => `/-/${encodeURIComponent(tokenOf(call))}`;

const titles = {
  recheck: "link.recheck",
  offer: "link.offer",
  invite: "link.invite",
  booking: "link.visit",
  appointment: "link.visit",
  report: "link.report",
} as const;

async function show(call: PageCall, mends: Mends = nothingToMend): Promise<Child | Response> {
  const { ctx, t, frame, query, form } = call;
  return orGone(call, async () => {
    const link = await openLink(ctx, tokenOf(call));
    const asked = form.text("date") || (query.get("day") ?? "");
    const offer =
      link.purpose === "recheck" && link.waiting
        ? await offerFor(ctx, link.centre, { asked, from: link.opens })
        : link.purpose === "invite" && !link.booked
          ? await offerFor(ctx, link.centre, { asked })
          : undefined;
    const path = pathOf(call);
    return (
      <ClientPage {...frame} path={path} title={t(titles[link.purpose])}>
        {link.purpose === "recheck" ? (
          <Recheck t={t} link={link} offer={offer} mends={mends} path={path} />
        ) : link.purpose === "offer" ? (
          <OfferedPlace t={t} link={link} mends={mends} path={path} />
        ) : link.purpose === "invite" ? (
          <Invited t={t} link={link} offer={offer} mends={mends} path={path} />
        ) : link.purpose === "report" ? (
          <Report t={t} date={link.date} />
        ) : (
          <Visit t={t} link={link} />
        )}
      </ClientPage>
    );
  });
}

async function book(call: PageCall) {
  const { ctx, t, form } = call;
  if (!form.has("time")) return show(call, withoutTime(t));
  return act(call, async () => {
    const booking = await bookByLink(ctx, tokenOf(call), {
      date: form.text("date"),
      time: form.text("time"),
    });
    return t("link.booked-for", { day: t.longDay(booking.date), time: booking.time });
  });
}

const waits = ["7", "14", "30"];

async function snooze(call: PageCall) {
  const { ctx, t, form } = call;
  const days = waits.includes(form.text("days")) ? Number(form.text("days")) : 7;
  return act(call, async () => {
    const day = await snoozeByLink(ctx, tokenOf(call), addDays(localDate(ctx.now()), days));
    return t("link.snoozed", { day: t.day(day) });
  });
}

/** Chooses the one time of an invitation. */
async function choose(call: PageCall) {
  const { ctx, t, form } = call;
  if (!form.has("time")) return show(call, withoutTime(t));
  return act(call, async () => {
    const chosen = { date: form.text("date"), time: form.text("time") };
    const booking = await bookInvited(ctx, tokenOf(call), chosen);
    return t("link.booked-for", { day: t.longDay(booking.date), time: booking.time });
  });
}

/** An offer that lapsed in this moment is shown as over, not as a link that never was. */
const answer = (call: PageCall, given: () => Promise<string>) =>
  orGone(call, async () => {
    try {
      return see(pathOf(call), { text: await given() });
    } catch (error) {
      if (error instanceof AppError && error.code === "NotFound") throw error;
      return show(call, mendsFor(call.t, error));
    }
  });

const accept = (call: PageCall) =>
  answer(call, async () => {
    const { date, time } = await acceptOffer(call.ctx, tokenOf(call));
    return call.t("link.booked-for", { day: call.t.longDay(date), time });
  });

const decline = (call: PageCall) =>
  answer(call, async () => {
    await declineOffer(call.ctx, tokenOf(call));
    return call.t("link.offer-declined");
  });

const stop = (call: PageCall) =>
  act(call, async () => {
    await stopByLink(call.ctx, tokenOf(call));
    return call.t("link.stopped-done");
  });

/** Does what was posted and shows the link again; what can be mended is said on the page. */
const act = (call: PageCall, done: () => Promise<string>): Promise<Child | Response> =>
  orGone(call, async () => {
    try {
      return see(pathOf(call), { text: await done() });
    } catch (error) {
      if (opensNothing(error)) throw error;
      return show(call, mendsFor(call.t, error));
    }
  });

const opensNothing = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "NotFound" || error.code === "Expired");

/** Over, changed or never there: one page for all three, so that nobody learns which. */
async function orGone(call: PageCall, make: () => Promise<Child | Response>): Promise<Child | Response> {
  try {
    return await make();
  } catch (error) {
    if (!opensNothing(error)) throw error;
    const { t, frame } = call;
    const page = (
      <ClientPage {...frame} path="/" title={t("link.gone")}>
        <Gone t={t} />
      </ClientPage>
    );
    return new Response(String(page), {
      status: 404,
      headers: { "content-type": "text/html; charset=UTF-8", "cache-control": "no-store" },
    });
  }
}

export const linkPages: PageRoute[] = [
  { method: "GET", path: "/-/:token", action: null, run: (call) => show(call) },
  { method: "POST", path: "/-/:token/book", action: null, run: book },
  { method: "POST", path: "/-/:token/choose", action: null, run: choose },
  { method: "POST", path: "/-/:token/accept", action: null, run: accept },
  { method: "POST", path: "/-/:token/decline", action: null, run: decline },
  { method: "POST", path: "/-/:token/snooze", action: null, run: snooze },
  { method: "POST", path: "/-/:token/stop", action: null, run: stop },
];
