import { AppError, NotFound } from "../../../../shared/kernel/errors.ts";
import { instantAt, localDate } from "../../../../shared/kernel/time.ts";
import {
  arrivalCode,
  bookExam,
  type ClientFile,
  cancelBooking,
  moveBooking,
  putOffFor,
  visitPreparation,
} from "../../../../shared/loop/index.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import {
  type Booking,
  icsOf,
  nearestFree,
  packages,
  placeOf,
  recheckVisit,
  stands,
  visitOf,
  waitsOf,
} from "../../../../shared/testing/index.ts";
import { ErrorSummary } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { PutOffCard } from "../second-visit/PutOffCard.tsx";
import { MoreTalks, TalksAhead, talksAhead } from "./Appointments.tsx";
import { BookForm } from "./BookVisit.tsx";
import { ownWay } from "./OwnWay.tsx";
import { ownFile, ownNumber } from "./own.ts";
import { FullTime, KeptPlace, OwnWaits } from "./Places.tsx";
import { offerFor, withoutTime } from "./Times.tsx";
import { NextVisit } from "./Visit.tsx";

/** Visits to come with how to prepare, a new one to book, and those that were. */
export async function showVisits(call: PageCall, mends: Mends & { full?: boolean } = nothingToMend) {
  const { ctx, t, frame, query, form } = call;
  const file = await ownFile(call);
  const today = localDate(ctx.now(), file.client.zone);
  const ahead = file.bookings
    .filter(({ state, date }) => state === "confirmed" && date >= today)
    .sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`));
  const [next] = [...ahead, ...talksAhead(file, ctx.now())].sort((a, b) =>
    `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`),
  );
  const codes = await Promise.all(ahead.map(({ id }) => arrivalCode(ctx, id)));
  const places = await Promise.all(ahead.map((booking) => placeOf(ctx, booking)));
  const putOff = await putOffFor(ctx, file.client.number);
  const past = file.bookings.filter((one) => !ahead.includes(one) && one.state !== "held");
  const what = whatOf(file, form.text("package") || (query.get("for") ?? ""));
  const waiting = waitingIn(file);
  const from = what === recheckVisit.id ? waiting.map(({ opens }) => opens).sort()[0] : undefined;
  const asked = form.text("date") || (query.get("day") ?? "");
  const move = form.maybe("move") ?? query.get("move") ?? undefined;
  const resource = file.bookings.find(({ id }) => id === move)?.resource;
  const offer = await offerFor(ctx, file.client.centre, { asked, from, resource });
  const waits = await waitsOf(ctx, file.client.number);
  const kept = file.bookings.filter(({ state }) => state === "held");
  const wanted = { date: asked, time: form.text("time"), ...(resource ? { resource } : {}) };
  const nearest =
    mends.full && wanted.time ? await nearestFree(ctx, file.client.centre, wanted, daysBooked(file)) : [];
  return (
    <ClientPage {...frame} path="/me/visits" title={t("me.visits")} current="client-book">
      <div>
        <h1>{t("me.visits")}</h1>
        <p class="lead">
          {next ? t("me.visits-next", { day: t.longDay(next.date), time: next.time }) : t("me.visits-none")}
        </p>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      {mends.full ? <FullTime call={call} what={what} wanted={wanted} move={move} nearest={nearest} /> : null}
      {kept.map((booking) => (
        <KeptPlace t={t} booking={booking} />
      ))}
      {await ownWay(call)}
      {ahead.map((booking, at) => (
        <NextVisit
          t={t}
          booking={booking}
          code={codes[at] ?? ""}
          place={places[at]}
          prepare={visitPreparation(booking, file.followUps, file.client.sex)}
        />
      ))}
      <TalksAhead call={call} file={file} />
      <OwnWaits t={t} waits={waits.filter(({ state }) => state === "waiting")} />
      {putOff.map((one) => (
        <PutOffCard t={t} putOff={one} href={`/me/second-visit/${one.exam.id}`} />
      ))}
      <BookForm call={call} what={what} waiting={waiting.length} offer={offer} mends={mends} move={move} />
      <MoreTalks call={call} file={file} />
      <Past t={t} bookings={past} />
    </ClientPage>
  );
}

const daysBooked = ({ bookings }: ClientFile) => bookings.filter(stands).map(({ date }) => date);

/** The follow-ups a visit is meant to settle: all that wait, where it is a re-check. */
export const followUpsFor = async (call: PageCall, bundle: string): Promise<string[]> =>
  bundle === recheckVisit.id ? waitingIn(await ownFile(call)).map(({ id }) => id) : [];

const waitingIn = ({ followUps }: ClientFile) =>
  followUps.filter((one) => isOpen(one) && one.state !== "booked");

const whatOf = (file: ClientFile, asked: string): string => {
  if (asked && visitOf(asked)) return asked;
  return waitingIn(file).length ? recheckVisit.id : (packages[0]?.id ?? recheckVisit.id);
};

function Past({ t, bookings }: { t: Text; bookings: readonly Booking[] }) {
  if (!bookings.length) return null;
  return (
    <section class="card" data-fold>
      <details>
        <summary>{t("me.past", { n: bookings.length })}</summary>
        <ul class="tasks">
          {bookings.map(({ date, time, package: bundle, state }) => (
            <li>
              {t.fullDay(date)} {time} · {t.pick(visitOf(bundle)?.name ?? recheckVisit.name)}
              <span class="sub">{t(`me.visit-${state}`)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

export async function bookVisit(call: PageCall) {
  const { ctx, actor, t, form } = call;
  const client = ownNumber(actor);
  const bundle = form.text("package");
  if (!form.has("time")) return showVisits(call, withoutTime(t));
  try {
    const place = { date: form.text("date"), time: form.text("time") };
    const move = form.maybe("move");
    const wanted = { client, package: bundle, ...place };
    const booking = move
      ? await moveBooking(ctx, { client, booking: move }, place)
      : await bookExam(ctx, { ...wanted, followUps: await followUpsFor(call, bundle) }, form.maybe("key"));
    return see("/me/visits", { text: t("me.booked", { day: t.longDay(booking.date), time: booking.time }) });
  } catch (error) {
    const full = error instanceof AppError && error.code === "CapacityFull";
    return showVisits(call, { ...mendsFor(t, error), full });
  }
}

export async function cancelVisit(call: PageCall) {
  const { ctx, actor, t, form } = call;
  const reason = form.maybe("reason") ?? t("me.reason-none");
  try {
    await cancelBooking(ctx, ownNumber(actor), form.text("booking"), reason);
    return see("/me/visits", { text: t("me.cancelled") });
  } catch (error) {
    return showVisits(call, mendsFor(t, error));
  }
}

const visitMinutes = 120;

/** A visit for the calendar of her phone. */
export async function visitCalendar(call: PageCall) {
  const { ctx, t, params } = call;
  const file = await ownFile(call);
  const id = (params["file"] ?? "").replace(/\.ics$/, "");
  const booking = file.bookings.find((one) => one.id === id);
  if (!booking || booking.state === "held") throw new NotFound();
  const prepare = visitPreparation(booking, file.followUps, file.client.sex).map((what) => t.pick(what));
  const ics = icsOf({
    id,
    version: booking.v,
    start: instantAt(booking.date, booking.time, file.client.zone),
    minutes: visitMinutes,
    summary: t("me.ics-summary"),
    description: [...prepare, `${t("exam.code")}: ${await arrivalCode(ctx, id)}`].join("\n"),
    place: (await placeOf(ctx, booking)) ?? t("me.ics-place"),
    cancelled: booking.state === "cancelled" || booking.state === "expired",
    made: ctx.now(),
  });
  return new Response(ics, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="perennial-${booking.date}.ics"`,
      "cache-control": "no-store",
    },
  });
}
