import { type Client, findClients, reachClient, readClient } from "../../../shared/clients/index.ts";
import { AppError, NotFound } from "../../../shared/kernel/errors.ts";
import { instantAt, isPlainDate, localDate, type PlainDate } from "../../../shared/kernel/time.ts";
import {
  arrivalCode,
  bookExam,
  cancelBooking,
  confirmBooking,
  holdPlace,
  type Invitation,
  inviteToBook,
  leaveWaiting,
  letPlaceGo,
  moveBooking,
  overbook,
  putOffFor,
  waitForPlace,
} from "../../../shared/loop/index.ts";
import {
  type Booking,
  bookingOf,
  bookingsOf,
  dayPrices,
  examOf,
  general,
  icsOf,
  nearestFree,
  placeOf,
  preparationFor,
  recheckVisit,
  stands,
  waitsOf,
} from "../../../shared/testing/index.ts";
import { ErrorSummary, NameOf, SearchBox } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { BookForm, type Wanted } from "./book/BookForm.tsx";
import { Confirmation } from "./book/Confirmation.tsx";
import { slotIn, weekFrom } from "./book/week.ts";
import { Found } from "./clients/Found.tsx";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { type Mends, mendOne, mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

const bookHref = (client: string): string => `/book?client=${client}`;

/** The follow-ups a visit is to settle, as an address or a form carries them. */
const idsIn = (text: string): string[] => text.split(",").filter(Boolean);

async function start(call: PageCall) {
  staffAt(call.actor);
  const { query } = call;
  const number = query.get("client");
  if (!number) return choose(call);
  const followUps = idsIn(query.get("followUps") ?? "");
  const wanted = {
    package: query.get("package") ?? (followUps.length ? recheckVisit.id : ""),
    slot: "",
    followUps,
    resource: query.get("resource") ?? general,
    move: query.get("move") ?? undefined,
  };
  return show(call, number, query.get("date") ?? "", wanted);
}

async function choose(call: PageCall) {
  const { ctx, t, form, frame } = call;
  staffAt(call.actor);
  const typed = form.text("find");
  return (
    <Page {...frame} path="/book" title={t("book.title")} current="book">
      <div class="head">
        <div>
          <h1>{t("book.title")}</h1>
          <p>{t("book.whom")}</p>
        </div>
        <SearchBox t={t} action="/book/find" value={typed} placeholder={t("clients.find-by")} />
      </div>
      {typed ? (
        <Found
          t={t}
          ctx={ctx}
          caption={t("book.whom")}
          clients={await findClients(ctx, typed)}
          hrefOf={({ number }) => bookHref(number)}
        />
      ) : null}
    </Page>
  );
}

async function show(
  call: PageCall,
  number: string,
  asked: PlainDate,
  wanted: Wanted,
  refused: Mends = nothingToMend,
  invited?: Invitation,
) {
  const { ctx, t, frame } = call;
  const client = await readClient(ctx, number);
  const today = localDate(ctx.now());
  const date = isPlainDate(asked) && asked > today ? asked : today;
  const slot = slotIn(wanted.slot);
  const [week, bookings, waits] = await Promise.all([
    weekFrom(ctx, client.centre, date, wanted.resource),
    bookingsOf(ctx, number),
    waitsOf(ctx, number),
  ]);
  const booked = bookings.filter((one) => stands(one) && one.date >= today);
  const taken = booked.map((one) => one.date);
  const nearest =
    slot && refused.all.length
      ? await nearestFree(ctx, client.centre, { ...slot, resource: wanted.resource }, taken)
      : [];
  return (
    <Page {...frame} path={bookHref(number)} title={t("book.title")} current="book">
      <div class="head">
        <div>
          <h1>
            {t(wanted.move ? "book.move-for" : "book.for")} <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, {client.number}
          </p>
        </div>
        <SearchBox t={t} action="/book/find" placeholder={t("book.somebody-else")} />
      </div>
      <BookForm
        call={call}
        client={client}
        week={week}
        prices={await dayPrices(ctx)}
        wanted={wanted}
        mends={refused}
        nearest={nearest}
        booked={booked}
        waits={waits.filter(({ state }) => state === "waiting" || state === "offered")}
        invited={invited}
      />
    </Page>
  );
}

async function send(call: PageCall) {
  const { ctx, t, form } = call;
  staffAt(call.actor);
  const number = form.text("client");
  const followUps = idsIn(form.text("followUps"));
  const wanted: Wanted = {
    package: form.text("package"),
    slot: form.text("instead") || form.text("slot"),
    followUps,
    resource: form.text("resource") || form.text("on") || general,
    move: form.maybe("move"),
  };
  if (form.has("week")) return see(weekHref(number, form.text("week"), wanted));
  if (form.has("resource")) return see(weekHref(number, form.text("date"), wanted));
  if (form.has("leave")) {
    await leaveWaiting(ctx, { client: number, wait: form.text("leave") });
    return see(weekHref(number, form.text("date"), wanted), { text: t("book.wait-left") });
  }
  const act = form.text("act");
  const slot = slotIn(wanted.slot);
  const withoutPackage = wanted.package ? [] : [{ field: "package", message: t("book.choose-package") }];
  if (act === "invite" && !withoutPackage.length) return invite(call, number, wanted);
  const missing = [...withoutPackage, ...(slot ? [] : [{ field: "slot", message: t("book.choose-time") }])];
  if (missing.length || !slot) return show(call, number, form.text("date"), wanted, mends(t, missing));
  try {
    const { resource, move } = wanted;
    if (move) {
      await moveBooking(ctx, { client: number, booking: move }, { ...slot, resource });
      return see(`/book/${number}/${move}`, { text: t("book.moved") });
    }
    const input = { client: number, package: wanted.package, ...slot, resource, followUps };
    const key = form.text("key");
    if (act === "override") {
      const reason = form.text("reason");
      if (!reason) return show(call, number, slot.date, wanted, mendOne("reason", t("book.reason-missing")));
      const { id } = await overbook(ctx, { ...input, reason }, key);
      return see(`/book/${number}/${id}`);
    }
    if (act === "wait") {
      await waitForPlace(ctx, { ...input, anyTime: form.has("any") }, key);
      return see(weekHref(number, slot.date, wanted), { text: t("book.wait-joined") });
    }
    const { id } = await (act === "hold" ? holdPlace : bookExam)(ctx, input, key);
    return see(`/book/${number}/${id}`);
  } catch (error) {
    return show(call, number, slot.date, wanted, mendsFor(t, error));
  }
}

/** Makes the link and shows it: it stands in no address, and is made anew when it was lost. */
async function invite(call: PageCall, number: string, wanted: Wanted) {
  const date = call.form.text("date");
  try {
    const made = await inviteToBook(call.ctx, { client: number, package: wanted.package });
    return show(call, number, date, wanted, nothingToMend, made);
  } catch (error) {
    return show(call, number, date, wanted, mendsFor(call.t, error));
  }
}

function weekHref(number: string, date: string, wanted: Wanted): string {
  const query = new URLSearchParams({ client: number, date, package: wanted.package });
  if (wanted.resource !== general) query.set("resource", wanted.resource);
  if (wanted.move) query.set("move", wanted.move);
  if (wanted.followUps.length) query.set("followUps", wanted.followUps.join(","));
  return `/book?${query}`;
}

async function bookingIn({ ctx, params }: PageCall): Promise<Booking> {
  const booking = await bookingOf(ctx, params["client"] ?? "", params["booking"] ?? "");
  if (!booking) throw new NotFound();
  return booking;
}

/** A visit for what an earlier one put off costs nothing of its own. */
async function isSecondVisit({ ctx }: PageCall, { client, id }: Booking): Promise<boolean> {
  const exam = await examOf(ctx, client, id);
  if (exam) return exam.orders.every(({ makesUpFor }) => makesUpFor !== undefined);
  return (await putOffFor(ctx, client)).some(({ booked }) => booked?.id === id);
}

const headings = {
  held: "book.held",
  confirmed: "book.done",
  arrived: "book.done",
  done: "book.done",
  "no-show": "today.state.no-show",
  cancelled: "book.cancelled",
  expired: "book.given-back",
} as const;

async function confirmation(call: PageCall, refused: Mends = nothingToMend) {
  const { ctx, t, params, frame } = call;
  staffAt(call.actor);
  const client: Client = await readClient(ctx, params["client"] ?? "");
  const booking = await bookingIn(call);
  return (
    <Page {...frame} path={`/book/${client.number}/${booking.id}`} title={t("book.done")} current="book">
      <div class="head">
        <div>
          <h1>{t(headings[booking.state])}</h1>
          <p>
            <NameOf t={t} name={scriptsOf(client)} /> {sexAndAgeNow(t, ctx, client)}, {client.number}
          </p>
        </div>
      </div>
      <ErrorSummary t={t} errors={refused.all} />
      <Confirmation
        call={call}
        booking={booking}
        client={client}
        prices={await dayPrices(ctx)}
        code={await arrivalCode(ctx, booking.id)}
        paidBefore={await isSecondVisit(call, booking)}
        mends={refused}
      />
    </Page>
  );
}

async function cancel(call: PageCall) {
  const { ctx, t, form, params } = call;
  staffAt(call.actor);
  const [number = "", id = ""] = [params["client"], params["booking"]];
  const reason = form.text("reason").slice(0, 120);
  if (!reason) return confirmation(call, mendOne("reason", t("book.reason-missing")));
  try {
    await cancelBooking(ctx, number, id, reason);
    return see(`/book/${number}/${id}`, { text: t("book.cancelled-toast", { number }) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return confirmation(call, mendsFor(t, error));
  }
}

/** Makes a hold a visit, or lets it go. */
async function answerHold(call: PageCall) {
  const { ctx, t, form, params } = call;
  const [client = "", booking = ""] = [params["client"], params["booking"]];
  try {
    if (form.text("act") === "let-go") await letPlaceGo(ctx, { client, booking });
    else await confirmBooking(ctx, { client, booking });
    return see(`/book/${client}/${booking}`);
  } catch (error) {
    return confirmation(call, mendsFor(t, error));
  }
}

/** The booking as a calendar file; it names no person and no finding. A client may take their own. */
async function calendarFile(call: PageCall) {
  const { ctx, t, params } = call;
  const client = await reachClient(ctx, "booking:read", params["client"] ?? "");
  const booking = await bookingIn(call);
  if (booking.state === "held") throw new NotFound();
  const body = icsOf({
    id: booking.id,
    version: booking.v,
    start: instantAt(booking.date, booking.time, client.zone),
    minutes: 30,
    summary: t("book.ics-summary"),
    description: [
      ...preparationFor(booking, client.sex).map(({ what }) => t.pick(what)),
      `${t("exam.code")}: ${await arrivalCode(ctx, booking.id)}`,
    ].join("\n"),
    place: (await placeOf(ctx, booking)) ?? t("book.ics-place"),
    cancelled: booking.state === "cancelled" || booking.state === "expired",
    made: ctx.now(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${booking.date}.ics"`,
      "cache-control": "no-store",
    },
  });
}

const ending = /\.ics$/;

/** A booking's page, or, where the address ends in `.ics`, its calendar file. */
const pageOrFile = (call: PageCall) => {
  const asked = call.params["booking"] ?? "";
  if (!ending.test(asked)) return confirmation(call);
  return calendarFile({ ...call, params: { ...call.params, booking: asked.replace(ending, "") } });
};

export const bookPages: PageRoute[] = [
  { method: "GET", path: "/book", action: "booking:make", run: start },
  { method: "POST", path: "/book", action: "booking:make", run: send },
  { method: "POST", path: "/book/find", action: "client:search", run: choose },
  { method: "GET", path: "/book/:client/:booking", action: "booking:read", run: pageOrFile },
  { method: "POST", path: "/book/:client/:booking/hold", action: "booking:make", run: answerHold },
  { method: "POST", path: "/book/:client/:booking/cancel", action: "booking:cancel", run: cancel },
];
