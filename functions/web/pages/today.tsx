import { mayEver } from "../../../shared/access/index.ts";
import { addDays, isPlainDate, localDate, type PlainDate } from "../../../shared/kernel/time.ts";
import { checkIn, findArrival } from "../../../shared/loop/index.ts";
import { type Arrival, calendarOf, openDays, readDay, readRecalls } from "../../../shared/testing/index.ts";
import { ButtonLink, Empty, Note, SearchBox } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { casesStrip } from "./cases/Strip.tsx";
import { roomName } from "./exam-day/room-name.ts";
import { staffAt } from "./forms/staff.ts";
import { Arrivals } from "./today/Arrivals.tsx";
import { Pools, pools } from "./today/Pools.tsx";
import { Searched } from "./today/Searched.tsx";
import { wayOf } from "./today/way-of.ts";

const dayOf = ({ ctx, query, form }: PageCall): PlainDate => {
  const asked = form.text("date") || (query.get("date") ?? "");
  return isPlainDate(asked) ? asked : localDate(ctx.now());
};

const hereOn = (date: PlainDate): string => `/today?date=${date}`;

async function show(call: PageCall) {
  const { ctx, t, form, frame } = call;
  staffAt(call.actor);
  const date = dayOf(call);
  const { slots, arrivals } = await readDay(ctx, date);
  const typed = form.text("find");
  const found = typed ? await findArrival(ctx, typed) : undefined;
  const today = date === localDate(ctx.now());
  const way = today ? await wayOf(call) : undefined;
  const isIn = ({ booking }: Arrival) => booking.state === "arrived" || booking.state === "done";
  return (
    <Page {...frame} path={hereOn(date)} title={t("today.title")} current="today">
      <div class="head">
        <div>
          <h1>
            {today ? `${t("today.title")} · ` : ""}
            {t.longDay(date)}
          </h1>
          <p>
            {t("today.counts", {
              n: arrivals.length,
              here: arrivals.filter(isIn).length,
              left: slots.reduce((sum, slot) => sum + slot.left, 0),
            })}
          </p>
        </div>
        <nav class="row" aria-label={t("today.days")}>
          <ButtonLink href={hereOn(addDays(date, -1))}>{t("today.before")}</ButtonLink>
          <ButtonLink href="/today">{t("today.title")}</ButtonLink>
          <ButtonLink href={hereOn(addDays(date, 1))}>{t("today.after")}</ButtonLink>
        </nav>
        <SearchBox t={t} action={hereOn(date)} value={typed} placeholder={t("today.find-by")} />
      </div>
      {await casesStrip(call)}
      {today ? await recallsStrip(call) : null}
      <Pools call={call} date={date} pools={await pools(call, date)} />
      {found ? <Searched call={call} clients={found} arrivals={arrivals} date={date} way={way} /> : null}
      {slots.length || arrivals.length ? (
        <Arrivals call={call} slots={slots} arrivals={arrivals} date={date} way={way} />
      ) : (
        <Closed t={t} next={await nextOpen(call, date)} />
      )}
    </Page>
  );
}

/** Whom to ask back for a new sample, first of all at the desk. */
async function recallsStrip(call: PageCall) {
  const { ctx, t, actor } = call;
  if (!mayEver(actor, "samples:read")) return null;
  const recalls = await readRecalls(ctx);
  if (!recalls.length) return null;
  return (
    <Note kind="watch">
      <a href="/samples">{t("today.recalls", { n: recalls.length })}</a>
    </Note>
  );
}

/** The next day on which the centre is open, or the same where its year has none. */
async function nextOpen({ ctx, actor }: PageCall, date: PlainDate): Promise<PlainDate> {
  const calendar = await calendarOf(ctx, staffAt(actor).centre);
  return openDays(calendar, date, 1)[0] ?? date;
}

function Closed({ t, next }: Pick<PageCall, "t"> & { next: PlainDate }) {
  return (
    <section class="card">
      <Empty t={t} title={t("today.closed")}>
        <a href={hereOn(next)}>{t("today.next-open", { day: t.longDay(next) })}</a>
      </Empty>
    </section>
  );
}

async function arrive(call: PageCall) {
  const { ctx, t, form } = call;
  const number = form.text("client");
  const { exam, room } = await checkIn(ctx, number, form.text("booking"), form.has("fasting"));
  const goes = room ? ` ${t("floor.next-room", { room: roomName(t, room) })}` : "";
  return see(hereOn(dayOf(call)), { text: `${t("today.done", { number, n: exam.queue })}${goes}` });
}

export const todayPages: PageRoute[] = [
  { method: "GET", path: "/today", action: "day:read", run: show },
  { method: "POST", path: "/today", action: "day:read", run: show },
  { method: "POST", path: "/today/check-in", action: "booking:check-in", run: arrive },
];
