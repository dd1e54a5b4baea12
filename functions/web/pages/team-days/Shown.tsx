import { mayEver } from "../../../../shared/access/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { addDays, localDate } from "../../../../shared/kernel/time.ts";
import { bookTeamDay } from "../../../../shared/loop/index.ts";
import {
  type Arrival,
  cancelTeamDay,
  readTeamDay,
  readTeamDays,
  specimens as specimenNames,
  type TeamDay,
  type TeamDayView,
} from "../../../../shared/testing/index.ts";
import {
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Facts,
  MarkedTable,
  NameOf,
  Note,
  State,
} from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import { Key } from "../forms/Key.tsx";
import { type Mends, mendOne, mendsFor, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";
import { roomName } from "./Plan.tsx";

const daysBack = 30;
const hrefOf = ({ id }: Pick<TeamDay, "id">): string => `/team-days/${id}`;

/** Days at companies: those to come, and those of the last month. */
export async function showTeamDays(call: PageCall) {
  const { ctx, t, frame, actor } = call;
  staffAt(actor);
  const today = localDate(ctx.now());
  const days = await readTeamDays(ctx, addDays(today, -daysBack));
  return (
    <Page {...frame} path="/team-days" title={t("team.title")} current="team-days">
      <div class="head">
        <div>
          <h1>{t("team.title")}</h1>
          <p>{t("team.sub")}</p>
        </div>
        {mayEver(actor, "team-day:plan") ? (
          <ButtonLink href="/team-days/new" kind="main" icon="plus">
            {t("team.plan")}
          </ButtonLink>
        ) : null}
      </div>
      <section class="card">
        {days.length ? (
          <MarkedTable
            caption={t("team.title")}
            columns={[
              { head: t("team.date") },
              { head: t("team.company") },
              { head: t("team.address") },
              { head: t("team.times") },
              { head: t("appt.state") },
            ]}
            rows={days.map((day) => ({
              cells: [
                <a href={hrefOf(day)}>
                  {t.day(day.date)} {t.weekday(day.date)}
                </a>,
                day.company,
                day.address,
                `${day.hours.from}–${day.hours.last}`,
                <DayState call={call} day={day} />,
              ],
            }))}
          />
        ) : (
          <Empty t={t} title={t("team.none")} />
        )}
      </section>
    </Page>
  );
}

function DayState({ call: { t, ctx }, day }: { call: PageCall; day: TeamDay }) {
  if (day.state === "cancelled") return <State is="stop" word={t("team.cancelled")} />;
  const over = day.date < localDate(ctx.now());
  return <State is={over ? "ok" : "waiting"} word={t(over ? "team.over" : "team.to-come")} />;
}

/** One day: where, what is done and taken along, and who comes when; printed, it is the team's list. */
export async function showTeamDay(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, params, actor } = call;
  staffAt(actor);
  const view = await readTeamDay(ctx, params["day"] ?? "");
  const { day, slots, arrivals, rooms, specimens } = view;
  const open = day.state === "planned" && day.date >= localDate(ctx.now());
  const standing = arrivals.filter(({ booking }) => booking.state !== "cancelled");
  return (
    <Page {...frame} path={hrefOf(day)} title={t("team.of", { company: day.company })} current="team-days">
      <div class="head">
        <div>
          <h1>
            {day.company} · {t.longDay(day.date)}
          </h1>
          <p>{day.address}</p>
        </div>
        <a class="btn" href="/team-days" data-screen>
          {t("team.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      {day.state === "cancelled" ? (
        <Note kind="watch">
          {t("team.was-cancelled", { why: day.reason ?? "" })}{" "}
          {standing.length ? t("team.still-booked", { n: standing.length }) : null}
        </Note>
      ) : null}
      <div class="cols" data-cols="side">
        <section class="card" aria-labelledby="list">
          <h2 id="list">{t("team.list", { n: standing.length })}</h2>
          {arrivals.length ? (
            <MarkedTable
              caption={t("team.list", { n: standing.length })}
              columns={[
                { head: t("appt.time") },
                { head: t("appt.client") },
                { head: t("team.number") },
                { head: t("appt.state") },
              ]}
              rows={arrivals.map((one) => ({ cells: cellsOf(call, one) }))}
            />
          ) : (
            <p class="quiet">{t("team.nobody")}</p>
          )}
        </section>
        <div class="stack">
          <Times call={call} view={view} />
          <section class="card" aria-labelledby="along">
            <h2 id="along">{t("team.along")}</h2>
            <Facts
              facts={[
                ...rooms.map(
                  ({ room, items }) =>
                    [roomName(t, room), t.list(items.map(({ name }) => t.pick(name)))] as const,
                ),
                [t("team.vehicle"), day.vehicle ? t("team.vehicle-yes") : undefined],
                ...specimens.map(
                  ({ specimen, count }) =>
                    [
                      t.pick(specimenNames[specimen] ?? { en: specimen, zh: specimen }),
                      t("team.vessels", { n: count }),
                    ] as const,
                ),
              ]}
            />
          </section>
          {open && mayEver(actor, "team-day:book") ? (
            <Book call={call} day={day} slots={slots} mends={mends} />
          ) : null}
          {open && mayEver(actor, "team-day:plan") ? <Cancel call={call} day={day} mends={mends} /> : null}
        </div>
      </div>
    </Page>
  );
}

function cellsOf({ t, ctx, actor }: PageCall, { booking, client }: Arrival) {
  const name = <NameOf t={t} name={scriptsOf(client)} />;
  return [
    booking.time,
    <>
      {mayEver(actor, "booking:read") ? <a href={`/book/${client.number}/${booking.id}`}>{name}</a> : name}
      <span class="sub">{sexAndAgeNow(t, ctx, client)}</span>
    </>,
    client.number,
    t(`today.state.${booking.state}`),
  ];
}

function Times({ call: { t }, view: { slots } }: { call: PageCall; view: TeamDayView }) {
  if (!slots.length) return null;
  return (
    <section class="card" aria-labelledby="times">
      <h2 id="times">{t("team.times")}</h2>
      <Facts
        facts={slots.map(({ time, taken, capacity }) => [time, t("today.places", { taken, of: capacity })])}
      />
    </section>
  );
}

function Book(props: { call: PageCall; day: TeamDay; slots: TeamDayView["slots"]; mends: Mends }) {
  const { call, day, slots, mends } = props;
  const { t, form } = call;
  const filled: Filled = { t, mends, value: (name) => form.text(name) };
  return (
    <section class="card" aria-labelledby="book" data-screen>
      <h2 id="book">{t("team.book")}</h2>
      <form method="post" action={`${hrefOf(day)}/book`} class="form" novalidate>
        <Key call={call} />
        <TextField form={filled} name="client" label={t("team.number")} maxlength={20} />
        <SelectField
          form={filled}
          name="time"
          label={t("appt.time")}
          options={slots
            .filter(({ left, ahead }) => left > 0 && ahead)
            .map(({ time, left }) => ({ value: time, label: `${time} · ${t("book.left", { n: left })}` }))}
        />
        <Button kind="main">{t("team.do-book")}</Button>
      </form>
    </section>
  );
}

function Cancel({ call, day, mends }: { call: PageCall; day: TeamDay; mends: Mends }) {
  const { t, form } = call;
  const filled: Filled = { t, mends, value: (name) => form.text(name) };
  return (
    <section class="card" aria-labelledby="cancel" data-screen>
      <h2 id="cancel">{t("team.cancel")}</h2>
      <form method="post" action={`${hrefOf(day)}/cancel`} class="form" novalidate>
        <TextField form={filled} name="reason" label={t("book.reason")} maxlength={120} />
        <Button kind="danger">{t("team.do-cancel")}</Button>
      </form>
    </section>
  );
}

export async function sendBooking(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["day"] ?? "";
  const client = form.text("client").toUpperCase();
  if (!client) return showTeamDay(call, mendOne("client", t("team.whom")));
  if (!form.text("time")) return showTeamDay(call, mendOne("time", t("me.choose-time")));
  try {
    await bookTeamDay(ctx, id, { client, time: form.text("time") }, form.text("key"));
    return see(`/team-days/${id}`, { text: t("team.booked", { number: client }) });
  } catch (error) {
    if (error instanceof NotFound) return showTeamDay(call, mendOne("client", t("team.whom")));
    return showTeamDay(call, mendsFor(t, error));
  }
}

export async function sendCancel(call: PageCall) {
  const { ctx, t, form, params } = call;
  const reason = form.text("reason").slice(0, 120);
  if (!reason) return showTeamDay(call, mendOne("reason", t("book.reason-missing")));
  const day = await cancelTeamDay(ctx, params["day"] ?? "", reason);
  return see(hrefOf(day), { text: t("team.was-cancelled", { why: reason }) });
}
