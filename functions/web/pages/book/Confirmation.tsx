import { mayEver } from "../../../../shared/access/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import { epochMs } from "../../../../shared/kernel/time.ts";
import {
  type Booking,
  type DayPrices,
  general,
  placeOf,
  preparationFor,
  priceOf,
  visitOf,
  wantedFor,
} from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, DateBlock, Facts, State, Steps } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { ArrivalCode } from "../exam-day/ArrivalCode.tsx";
import { type Filled, TextField } from "../forms/controls.tsx";
import type { Mends } from "../forms/mends.ts";

interface Props {
  call: PageCall;
  booking: Booking;
  client: Client;
  prices: DayPrices;
  /** What the client shows at the desk. */
  code: string;
  mends: Mends;
}

/** A booking as the desk says it to the client: when, what, how to prepare; and the ways on from here. */
export function Confirmation({ call, booking, client, prices, code, mends }: Props) {
  const { t } = call;
  const here = `/book/${booking.client}/${booking.id}`;
  const priced = priceOf(wantedFor(booking, client.sex, prices), client, prices);
  const cancelled = booking.state === "cancelled" || booking.state === "expired";
  const held = booking.state === "held";
  return (
    <div class="cols" data-cols="side">
      <div class="stack">
        <section class="card">
          <div class="next">
            <DateBlock t={t} at={booking.date} />
            <div>
              <h2>
                {t.longDay(booking.date)} {booking.time}
              </h2>
              <p class="quiet">{t.pick(visitOf(booking.package)?.name ?? { en: "", zh: "" })}</p>
              <Elsewhere call={call} booking={booking} />
            </div>
          </div>
          {held ? <Held call={call} booking={booking} here={here} /> : null}
          {cancelled || held || booking.state === "no-show" ? (
            <State is={held ? "waiting" : "stop"} word={t(`today.state.${booking.state}`)} />
          ) : (
            <Steps
              label={t("today.station")}
              at={booking.state === "confirmed" ? 0 : 1}
              steps={[
                t("step.booked"),
                t("step.checked-in"),
                t("step.at-lab"),
                t("step.reviewed"),
                t("step.released"),
              ]}
            />
          )}
          <Facts
            facts={[
              [t("book.price"), priced.lines.length ? t.money(priced.netFen / 100) : undefined],
              [t("book.reason"), booking.reason],
              [t("book.override"), booking.override?.reason],
              [
                t("book.moved-from"),
                booking.moves.length
                  ? t.list(booking.moves.map(({ date, time }) => `${t.day(date)} ${time}`))
                  : undefined,
              ],
            ]}
          />
          {booking.state === "confirmed" ? <ArrivalCode t={t} code={code} /> : null}
          <div class="row">
            {cancelled ? (
              <ButtonLink href={`/book?client=${booking.client}`} kind="main" icon="calendar">
                {t("book.again")}
              </ButtonLink>
            ) : held ? null : (
              <ButtonLink href={`${here}.ics`} kind="main" icon="download" download>
                {t("book.ics")}
              </ButtonLink>
            )}
            {cancelled || !mayEver(call.actor, "sale:make") ? null : (
              <ButtonLink href={`/sell?client=${booking.client}&booking=${booking.id}`} icon="package">
                {t("book.sell")}
              </ButtonLink>
            )}
            {booking.state === "confirmed" ? (
              <ButtonLink
                href={`/book?client=${booking.client}&move=${booking.id}&date=${booking.date}&package=${booking.package}${
                  booking.resource === general ? "" : `&resource=${booking.resource}`
                }`}
                icon="calendar"
              >
                {t("book.move")}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`/today?date=${booking.date}`}>{t("book.day")}</ButtonLink>
            <ButtonLink href={`/clients/${booking.client}`}>{t("enrol.open")}</ButtonLink>
          </div>
        </section>
        {cancelled ? null : <Preparation t={t} booking={booking} sex={client.sex} />}
      </div>
      {booking.state === "confirmed" ? <Cancel call={call} here={here} mends={mends} /> : null}
    </div>
  );
}

/** A place that is kept for a while: how long still, and the two ways it can go. */
function Held({ call, booking, here }: { call: PageCall; booking: Booking; here: string }) {
  const { t, ctx } = call;
  const left = Math.max(
    0,
    Math.ceil((epochMs(booking.heldUntil ?? ctx.now()) - epochMs(ctx.now())) / 60_000),
  );
  return (
    <form method="post" action={`${here}/hold`} class="form">
      <p>{t("book.held-until", { until: t.moment(booking.heldUntil ?? ctx.now()), n: left })}</p>
      <div class="row">
        <Button kind="main" name="act" value="confirm">
          {t("book.confirm")}
        </Button>
        <Button name="act" value="let-go">
          {t("book.let-go")}
        </Button>
      </div>
    </form>
  );
}

/** Where, if not at the centre. */
async function Elsewhere({ call, booking }: Pick<Props, "call" | "booking">) {
  const place = await placeOf(call.ctx, booking);
  return place ? <p>{place}</p> : null;
}

function Preparation({ t, booking, sex }: Pick<PageCall, "t"> & { booking: Booking; sex: Client["sex"] }) {
  const all = preparationFor(booking, sex);
  if (!all.length) return null;
  return (
    <section class="card" aria-labelledby="prepare">
      <h2 id="prepare">{t("book.prepare")}</h2>
      <ul class="prepare">
        {all.map(({ what, items }) => (
          <li>
            {t.pick(what)}
            <span class="sub">
              {items.length > 3
                ? t("book.for-many", { n: items.length })
                : t.list(items.map((item) => t.pick(item)))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cancel({ call, here, mends }: { call: PageCall; here: string; mends: Mends }) {
  const { t, form } = call;
  const filled: Filled = { t, mends, value: (name) => form.text(name) };
  return (
    <section class="card" aria-labelledby="cancel">
      <h2 id="cancel">{t("book.cancel")}</h2>
      <form method="post" action={`${here}/cancel`} class="form" novalidate>
        <TextField
          form={filled}
          name="reason"
          label={t("book.reason")}
          hint={t("book.reason-hint")}
          maxlength={120}
        />
        <Button kind="danger">{t("book.cancel-it")}</Button>
      </form>
    </section>
  );
}
