import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { type Booking, recheckVisit, visitOf } from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, DateBlock, Field } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { ArrivalCode } from "../exam-day/ArrivalCode.tsx";
import { PrepareList } from "../link/Shown.tsx";

/** A visit to come: when, how to prepare, for the calendar, and the way out of it. */
export function NextVisit({
  t,
  booking,
  prepare,
  code,
  place,
}: {
  t: Text;
  booking: Booking;
  prepare: readonly Bilingual[];
  /** Where, if not at the centre. */
  place: string | undefined;
  /** What she shows at the desk. */
  code: string;
}) {
  const { id, date, time } = booking;
  const heading = `visit-${id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="visit">
        <DateBlock t={t} at={date} />
        <div>
          <h2 id={heading}>{t.pick(visitOf(booking.package)?.name ?? recheckVisit.name)}</h2>
          <p>
            {t.longDay(date)} {time}
          </p>
          {place ? <p>{place}</p> : null}
        </div>
      </div>
      <h3>{t("link.prepare")}</h3>
      <PrepareList t={t} prepare={prepare} />
      <div class="row">
        <ButtonLink icon="calendar" href={`/me/visits/${id}.ics`} download>
          {t("me.to-calendar")}
        </ButtonLink>
      </div>
      <ArrivalCode t={t} code={code} />
      <details>
        <summary>{t("me.cancel-title")}</summary>
        <form method="post" action="/me/visits/cancel" class="form">
          <input type="hidden" name="booking" value={id} />
          <Field t={t} name="reason" id={`reason-${id}`} label={t("me.reason")} optional>
            {(wiring) => <input {...wiring} maxlength={120} />}
          </Field>
          <Button>{t("me.cancel")}</Button>
        </form>
      </details>
    </section>
  );
}
