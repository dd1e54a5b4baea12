import { mayEver } from "../../../../shared/access/index.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { offers } from "../../../../shared/testing/index.ts";
import { ButtonLink } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { AppointmentState } from "../appointments/Day.tsx";
import { newPath, sheetPath } from "../appointments/paths.ts";
import type { StaffNames } from "./staff-names.ts";

const shownAtOnce = 6;

/** The client's talks with doctors, what was said in them, and the way to a new one. */
export function AppointmentsCard({
  call,
  file,
  staff,
}: {
  call: PageCall;
  file: ClientFile;
  staff: StaffNames;
}) {
  const { t, ctx, actor } = call;
  const { number, zone } = file.client;
  const exam = file.assessment?.date;
  const today = localDate(ctx.now(), zone);
  return (
    <section class="card" aria-labelledby="appointments">
      <h2 id="appointments">{t("appt.card")}</h2>
      {file.appointments.length ? (
        <ul class="tasks">
          {file.appointments.slice(0, shownAtOnce).map((one) => {
            const note = file.talks.find(({ appointment }) => appointment === one.id);
            return (
              <li class="stack">
                <div class="row spread">
                  <a href={sheetPath(one)}>
                    {t.pick(offers[one.offer].name)} ·{" "}
                    {one.date >= today ? t.day(one.date) : t.date(one.date)} {one.time}
                  </a>
                  <AppointmentState t={t} appointment={one} />
                </div>
                <p class="small quiet">{[staff.of(one.doctor), one.ended?.to].filter(Boolean).join(" → ")}</p>
                {note?.said ? <p class="small">{note.said}</p> : null}
                {note?.learnt ? (
                  <p class="small">
                    {t("appt.learnt")}: {note.learnt}
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : (
        <p class="quiet">{t("appt.card-none")}</p>
      )}
      {mayEver(actor, "appointment:make") ? (
        <div class="row">
          <ButtonLink href={newPath({ client: number })} size="small" icon="plus">
            {t("appt.book")}
          </ButtonLink>
          {exam ? (
            <ButtonLink href={newPath({ client: number, offer: "report-reading", exam })} size="small">
              {t("appt.read-report-do")}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
