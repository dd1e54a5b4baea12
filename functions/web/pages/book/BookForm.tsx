import type { Client } from "../../../../shared/clients/index.ts";
import { addDays, localDate } from "../../../../shared/kernel/time.ts";
import type { Invitation } from "../../../../shared/loop/index.ts";
import {
  type Booking,
  type DayPrices,
  type SlotLeft,
  visitOf,
  type Wait,
} from "../../../../shared/testing/index.ts";
import { Button, ErrorSummary, Note } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { Invite, Override } from "./Beyond.tsx";
import { Packages } from "./Packages.tsx";
import { Waits } from "./Waits.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import { slotValue, type Week } from "./week.ts";

export interface Wanted {
  package: string;
  slot: string;
  followUps: readonly string[];
  resource: string;
  /** The booking that is to be moved, where it is not a new one. */
  move?: string | undefined;
}

/** Package, time and the one button, in one form: nothing chosen is lost whatever is refused. */
export function BookForm(props: {
  call: PageCall;
  client: Client;
  week: Week;
  prices: DayPrices;
  wanted: Wanted;
  mends: Mends;
  nearest: readonly SlotLeft[];
  booked: readonly Booking[];
  waits: readonly Wait[];
  invited: Invitation | undefined;
}) {
  const { call, client, week, prices, wanted, mends, nearest, booked, waits, invited } = props;
  const { t } = call;
  return (
    <form method="post" action="/book" class="form book" novalidate aria-label={t("book.title")}>
      <ErrorSummary t={t} errors={mends.all} />
      <Key call={call} />
      <input type="hidden" name="client" value={client.number} />
      <input type="hidden" name="date" value={week.monday} />
      <input type="hidden" name="followUps" value={wanted.followUps.join(",")} />
      <input type="hidden" name="on" value={week.resource} />
      {wanted.move ? <input type="hidden" name="move" value={wanted.move} /> : null}
      {nearest.length ? (
        <Note kind="watch">
          <h2>{t("book.nearest")}</h2>
          <ul class="near">
            {nearest.map((slot) => (
              <li>
                <Button name="instead" value={slotValue(slot)}>
                  {t.weekday(slot.date)} {t.day(slot.date)} {slot.time}
                  <span>{t("book.left", { n: slot.left })}</span>
                </Button>
              </li>
            ))}
          </ul>
          {wanted.move ? null : (
            <div class="row">
              <Button name="act" value="wait">
                {t("book.wait")}
              </Button>
              <label class="tickline">
                <input type="checkbox" name="any" /> {t("book.wait-any")}
              </label>
            </div>
          )}
          {wanted.move ? null : <Override call={call} mends={mends} />}
        </Note>
      ) : null}
      <div class="cols" data-cols="side">
        <div class="stack">
          {wanted.move ? <input type="hidden" name="package" value={wanted.package} /> : null}
          <section class="card" hidden={wanted.move !== undefined}>
            <Packages
              t={t}
              sex={client.sex}
              prices={prices}
              chosen={wanted.package}
              recheck={wanted.followUps.length > 0}
              error={mends.of("package")}
            />
          </section>
          <section class="card" aria-labelledby="time-part">
            <div class="row spread">
              <h2 id="time-part">{t("book.time")}</h2>
              <div class="row">
                {week.monday > localDate(call.ctx.now()) ? (
                  <Button name="week" value={addDays(week.monday, -7)} size="small">
                    {t("book.earlier")}
                  </Button>
                ) : null}
                <b>{t("book.span", { from: t.day(week.monday), to: t.day(addDays(week.monday, 5)) })}</b>
                <Button name="week" value={addDays(week.monday, 7)} size="small">
                  {t("book.later")}
                </Button>
              </div>
            </div>
            <fieldset class="row">
              <legend class="sr">{t("book.resource")}</legend>
              {week.resources.map(({ id, name }) =>
                id === week.resource ? (
                  <b aria-current="true">{t.pick(name)}</b>
                ) : (
                  <Button name="resource" value={id} size="small">
                    {t.pick(name)}
                  </Button>
                ),
              )}
            </fieldset>
            <WeekGrid t={t} week={week} chosen={wanted.slot} />
          </section>
        </div>
        <div class="stack side">
          {booked.length ? (
            <section class="card" aria-labelledby="booked">
              <h2 id="booked">{t("book.already")}</h2>
              <ul class="tasks">
                {booked.map((one) => (
                  <li>
                    <a href={`/book/${one.client}/${one.id}`}>
                      {t.weekday(one.date)} {t.day(one.date)} {one.time}
                    </a>
                    <span class="sub">
                      {t.pick(visitOf(one.package)?.name ?? { en: "", zh: "" })}
                      {one.state === "held" ? ` · ${t("today.state.held")}` : ""}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section class="card">
            <p>{t(wanted.move ? "book.move-sum" : "book.sum")}</p>
            <div class="row">
              <Button kind="main" name="act" value={wanted.move ? "move" : "book"}>
                {t(wanted.move ? "book.move-here" : "book.book")}
              </Button>
              {wanted.move ? null : (
                <Button name="act" value="hold">
                  {t("book.hold")}
                </Button>
              )}
            </div>
          </section>
          {waits.length ? <Waits t={t} waits={waits} /> : null}
          {wanted.move ? null : <Invite call={call} made={invited} />}
        </div>
      </div>
    </form>
  );
}
