import { localDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { type Appointment, type DoctorView, offers, readDoctors } from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, DateBlock, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { doctorName } from "../doctors/in-words.ts";
import { PrepareList } from "../link/Shown.tsx";

/** The reader's talks with doctors still to come, the nearest first. */
export function talksAhead({ appointments, client }: ClientFile, now: string): Appointment[] {
  const today = localDate(now, client.zone);
  return appointments
    .filter(({ state, date }) => state === "booked" && date >= today)
    .sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`));
}

/** Each of them, with what to bring and the ways to change it. */
export async function TalksAhead({ call: { ctx, t }, file }: { call: PageCall; file: ClientFile }) {
  const ahead = talksAhead(file, ctx.now());
  const doctors = ahead.length ? await readDoctors(ctx, file.client.centre) : [];
  return (
    <>
      {ahead.map((one) => (
        <Ahead t={t} appointment={one} doctors={doctors} />
      ))}
    </>
  );
}

/** The way to a new talk, and those that were. */
export function MoreTalks({ call: { ctx, t }, file }: { call: PageCall; file: ClientFile }) {
  const ahead = talksAhead(file, ctx.now());
  const past = file.appointments.filter(
    (one) => one.state !== "cancelled" && !ahead.some(({ id }) => id === one.id),
  );
  return (
    <>
      <section class="card" aria-labelledby="talk">
        <h2 id="talk">{t("appt.talk")}</h2>
        <p>{t("appt.talk-text")}</p>
        <ButtonLink href="/doctors" icon="phone">
          {t("appt.talk-do")}
        </ButtonLink>
      </section>
      {past.length ? (
        <section class="card" data-fold>
          <details>
            <summary>{t("appt.past", { n: past.length })}</summary>
            <ul class="tasks">
              {past.map(({ date, time, offer, ended }) => (
                <li>
                  {t.fullDay(date)} {time} · {t.pick(offers[offer].name)}
                  <span class="sub">
                    {[ended ? t(`appt.ended-${ended.as.replace(" ", "-") as "done"}`) : "", ended?.to]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </section>
      ) : null}
    </>
  );
}

function Ahead({
  t,
  appointment,
  doctors,
}: {
  t: Text;
  appointment: Appointment;
  doctors: readonly DoctorView[];
}) {
  const { id, date, time, offer } = appointment;
  const doctor = doctors.find((one) => one.id === appointment.doctor);
  const heading = `talk-${id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="visit">
        <DateBlock t={t} at={date} />
        <div>
          <h2 id={heading}>{t.pick(offers[offer].name)}</h2>
          <p>
            {t.longDay(date)} {time}
            {doctor ? ` · ${doctorName(t, doctor)}` : null}
            {doctor?.room ? ` · ${t("doctors.room")} ${doctor.room}` : null}
          </p>
        </div>
      </div>
      <h3>{t("appt.bring")}</h3>
      <PrepareList t={t} prepare={offers[offer].prepare} />
      <div class="row">
        <ButtonLink icon="calendar" href={`/me/appointments/${id}.ics`} download>
          {t("me.to-calendar")}
        </ButtonLink>
        <ButtonLink href={doctor ? `/doctors/${doctor.id}?move=${id}#book` : `/doctors?offer=${offer}`}>
          {t("appt.move")}
        </ButtonLink>
      </div>
      <details>
        <summary>{t("appt.cancel")}</summary>
        <form method="post" action="/me/appointments/cancel" class="form">
          <input type="hidden" name="appointment" value={id} />
          <Field t={t} name="reason" id={`why-${id}`} label={t("me.reason")} optional>
            {(wiring) => <input {...wiring} maxlength={120} />}
          </Field>
          <Button>{t("appt.cancel-own")}</Button>
        </form>
      </details>
    </section>
  );
}

/** The way from a report to a doctor who reads it with its owner, or when that will be. */
export function ReadWithDoctor({
  t,
  date,
  appointments,
}: {
  t: Text;
  date: string;
  appointments: readonly Appointment[];
}) {
  const booked = appointments.find(
    (one) => one.exam === date && one.state === "booked" && one.offer === "report-reading",
  );
  return (
    <section class="card" aria-labelledby="with-doctor" data-screen>
      <h2 id="with-doctor">{t("appt.read-report")}</h2>
      {booked ? (
        <p>
          {t("appt.read-report-booked", { day: t.longDay(booked.date), time: booked.time })}{" "}
          <a href="/me/visits">{t("me.visits")}</a>
        </p>
      ) : (
        <>
          <p>{t("appt.read-report-text", { n: offers["report-reading"].minutes })}</p>
          <ButtonLink kind="main" href={`/doctors?offer=report-reading&exam=${date}`}>
            {t("appt.read-report-do")}
          </ButtonLink>
        </>
      )}
    </section>
  );
}
