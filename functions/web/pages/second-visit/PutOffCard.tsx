import type { PutOff } from "../../../../shared/loop/index.ts";
import { ButtonLink } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { putOffNames } from "./Form.tsx";

/** That something of an exam waits for a second visit, with the way to book it, or when it will be done. */
export function PutOffCard({ t, putOff, href }: { t: Text; putOff: PutOff; href: string | undefined }) {
  const { exam, booked, from } = putOff;
  const heading = `put-off-${exam.id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("second.title")}</h2>
      <p>
        {t("second.of", { day: t.fullDay(exam.date) })} {putOffNames(t, putOff)}
      </p>
      {booked ? (
        <p>{t("second.booked", { day: t.longDay(booked.date), time: booked.time })}</p>
      ) : (
        <>
          {from ? <p class="small quiet">{t("second.from", { day: t.day(from) })}</p> : null}
          {href ? (
            <ButtonLink href={href} icon="calendar">
              {t("second.book")}
            </ButtonLink>
          ) : null}
        </>
      )}
    </section>
  );
}
