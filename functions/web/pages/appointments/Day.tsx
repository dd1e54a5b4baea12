import { addDays, isPlainDate, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import {
  type DoctorView,
  doctorDays,
  hoursOn,
  offers,
  outsideHours,
  readAppointmentDay,
  readDoctors,
  type Seen,
} from "../../../../shared/testing/index.ts";
import { ButtonLink, Chips, Empty, MarkedTable, NameOf, State } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { doctorName, spansInWords } from "../doctors/in-words.ts";
import { staffAt } from "../forms/staff.ts";
import { sheetPath } from "./paths.ts";

const hrefOf = (date: PlainDate, doctor: string): string =>
  `/appointments?date=${date}${doctor ? `&doctor=${doctor}` : ""}`;

/** Whom a doctor sees on a day, or all of them; a doctor's own day unless another is asked for. */
export async function showDay(call: PageCall) {
  const { ctx, t, frame, query } = call;
  const { id, centre } = staffAt(call.actor);
  const asked = query.get("date") ?? "";
  const date = isPlainDate(asked) ? asked : localDate(ctx.now());
  const doctors = await readDoctors(ctx, centre);
  const wanted = query.get("doctor") ?? (doctors.some((one) => one.id === id) ? id : "all");
  const doctor = doctors.find((one) => one.id === wanted);
  const seen = await readAppointmentDay(ctx, date, doctor?.id);
  const out = await outsideOn(call, doctor ? [doctor] : doctors, date);
  return (
    <Page {...frame} path={hrefOf(date, wanted)} title={t("appt.title")} current="appointments">
      <div class="head">
        <div>
          <h1>
            {t("appt.title")} · {t.longDay(date)}
          </h1>
          <p>
            {doctor
              ? `${doctorName(t, doctor)} · ${spansInWords(t, hoursOn(doctor, date)) || t("doctors.away")}`
              : t("appt.of-day", { n: seen.length })}
          </p>
        </div>
        <nav class="row" aria-label={t("today.days")}>
          <ButtonLink href={hrefOf(addDays(date, -1), wanted)}>{t("today.before")}</ButtonLink>
          <ButtonLink href={hrefOf(localDate(ctx.now()), wanted)}>{t("today.title")}</ButtonLink>
          <ButtonLink href={hrefOf(addDays(date, 1), wanted)}>{t("today.after")}</ButtonLink>
        </nav>
      </div>
      <Chips
        label={t("appt.doctor")}
        items={[
          { href: hrefOf(date, "all"), word: t("appt.all"), chosen: !doctor },
          ...doctors.map((one) => ({
            href: hrefOf(date, one.id),
            word: doctorName(t, one),
            chosen: one.id === doctor?.id,
          })),
        ]}
      />
      <section class="card">
        {seen.length ? (
          <MarkedTable
            caption={t("appt.title")}
            columns={[
              { head: t("appt.time") },
              { head: t("appt.client") },
              { head: t("appt.what") },
              { head: t("appt.doctor") },
              { head: t("appt.state") },
            ]}
            rows={seen.map((one) => ({ cells: cellsOf(call, one, doctors, out) }))}
          />
        ) : (
          <Empty t={t} title={t("appt.none")} />
        )}
      </section>
    </Page>
  );
}

/** Ids of what a doctor sees that day outside the hours they have now. */
async function outsideOn({ ctx }: PageCall, doctors: readonly DoctorView[], date: PlainDate) {
  const days = await Promise.all(
    doctors.map(async (one) =>
      (await doctorDays(ctx, one.centre, one.id, date, date)).flatMap((day) => outsideHours(one, day)),
    ),
  );
  return new Set(days.flat().map(({ appointment }) => appointment));
}

function cellsOf(
  { t, ctx }: PageCall,
  { appointment, client }: Seen,
  doctors: readonly DoctorView[],
  outside: ReadonlySet<string>,
) {
  const doctor = doctors.find(({ id }) => id === appointment.doctor);
  return [
    appointment.time,
    <>
      <a href={sheetPath(appointment)}>
        <NameOf t={t} name={scriptsOf(client)} />
      </a>
      <span class="sub">{sexAndAgeNow(t, ctx, client)}</span>
    </>,
    `${t.pick(offers[appointment.offer].name)} · ${t("appt.minutes", { n: appointment.minutes })}`,
    doctor ? doctorName(t, doctor) : appointment.doctor,
    outside.has(appointment.id) && appointment.state === "booked" ? (
      <State is="stop" word={t("appt.outside")} />
    ) : (
      <AppointmentState t={t} appointment={appointment} />
    ),
  ];
}

/** How far it came, in a word. */
export function AppointmentState({ t, appointment }: { t: Text; appointment: Seen["appointment"] }) {
  const { state, ended } = appointment;
  if (state === "booked") return <State is="waiting" word={t("appt.state-booked")} />;
  if (state === "cancelled") return <State is="stop" word={t("appt.state-cancelled")} />;
  const as = ended?.as ?? "done";
  return (
    <State is={as === "no-show" ? "stop" : "ok"} word={t(`appt.ended-${as.replace(" ", "-") as "done"}`)} />
  );
}
