import type { Booking, SlotLeft, Wait } from "../../../../shared/testing/index.ts";
import { Button, Field, Note } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { Key } from "../forms/Key.tsx";
import type { Offer } from "./Times.tsx";

/** A place that is kept for her, from the waiting list or by the desk: until when, and the two answers. */
export function KeptPlace({ t, booking }: { t: Text; booking: Booking }) {
  const heading = `kept-${booking.id}`;
  return (
    <section class="card nextstep" aria-labelledby={heading}>
      <h2 id={heading}>{t(booking.offer ? "link.offer" : "me.kept")}</h2>
      <p class="when">
        {t.longDay(booking.date)} {booking.time}
      </p>
      {booking.heldUntil ? <p>{t("link.offer-until", { until: t.moment(booking.heldUntil) })}</p> : null}
      <form method="post" action="/me/visits/kept" class="row">
        <input type="hidden" name="booking" value={booking.id} />
        <Button kind="main" name="act" value="confirm">
          {t("link.offer-accept")}
        </Button>
        <Button name="act" value="let-go">
          {t(booking.offer ? "link.offer-decline" : "book.let-go")}
        </Button>
      </form>
    </section>
  );
}

/** A time that turned out full: the three nearest as one press each, and the waiting list. */
export function FullTime(props: {
  call: PageCall;
  what: string;
  wanted: { date: string; time: string };
  move: string | undefined;
  nearest: readonly SlotLeft[];
}) {
  const { call, what, wanted, move, nearest } = props;
  const { t } = call;
  return (
    <Note kind="watch">
      <h2>{t("book.nearest")}</h2>
      {nearest.map(({ date, time }) => (
        <form method="post" action="/me/visits/book">
          <Key call={call} />
          <input type="hidden" name="package" value={what} />
          <input type="hidden" name="date" value={date} />
          {move ? <input type="hidden" name="move" value={move} /> : null}
          <Button name="time" value={time}>
            {t.weekday(date)} {t.day(date)} {time}
          </Button>
        </form>
      ))}
      {move ? null : (
        <form method="post" action="/me/visits/wait" class="form">
          <Key call={call} />
          <input type="hidden" name="package" value={what} />
          <input type="hidden" name="date" value={wanted.date} />
          <input type="hidden" name="time" value={wanted.time} />
          <label class="tickline">
            <input type="checkbox" name="any" /> {t("book.wait-any")}
          </label>
          <Button>{t("me.wait", { day: t.longDay(wanted.date), time: wanted.time })}</Button>
        </form>
      )}
    </Note>
  );
}

/** A full time of the day that is shown, to wait for. */
export function WaitFor({ call, what, offer }: { call: PageCall; what: string; offer: Offer }) {
  const { t } = call;
  const full = offer.slots.filter(({ left, ahead }) => ahead && left === 0);
  if (!full.length) return null;
  return (
    <details>
      <summary>{t("me.wait-title")}</summary>
      <form method="post" action="/me/visits/wait" class="form">
        <Key call={call} />
        <input type="hidden" name="package" value={what} />
        <input type="hidden" name="date" value={offer.day} />
        <Field t={t} name="time" id="wait-time" label={t("me.wait-time")}>
          {(wiring) => (
            <select {...wiring}>
              {full.map(({ time }) => (
                <option value={time}>{time}</option>
              ))}
            </select>
          )}
        </Field>
        <label class="tickline">
          <input type="checkbox" name="any" /> {t("book.wait-any")}
        </label>
        <Button>{t("book.wait")}</Button>
      </form>
    </details>
  );
}

/** What she waits for, and the way off the list. */
export function OwnWaits({ t, waits }: { t: Text; waits: readonly Wait[] }) {
  if (!waits.length) return null;
  return (
    <section class="card" aria-labelledby="waits">
      <h2 id="waits">{t("book.waits")}</h2>
      <ul class="tasks">
        {waits.map((wait) => (
          <li>
            {t.longDay(wait.date)} {wait.time}
            <span class="sub">{t("book.wait-since", { when: t.moment(wait.since) })}</span>
            <form method="post" action="/me/visits/leave">
              <input type="hidden" name="wait" value={wait.id} />
              <Button size="small">{t("book.wait-leave")}</Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
