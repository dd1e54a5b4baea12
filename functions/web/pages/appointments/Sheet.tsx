import { mayEver } from "../../../../shared/access/index.ts";
import { readClient } from "../../../../shared/clients/index.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import { cancelAppointment, endAppointment, recordsOfTalk } from "../../../../shared/loop/index.ts";
import { type FollowUp, followUpsOf, isOpen } from "../../../../shared/monitoring/index.ts";
import {
  type Appointment,
  type DoctorView,
  type Ending,
  offers,
  readAppointment,
  readDoctors,
  type TalkNote,
} from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, DateBlock, ErrorSummary, Facts, NameOf } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { doctorName } from "../doctors/in-words.ts";
import { TextField } from "../forms/controls.tsx";
import { type Mends, mendOne, mendsFor, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";
import { PrepareList } from "../link/Shown.tsx";
import { appointmentFile } from "./calendar.ts";
import { AppointmentState } from "./Day.tsx";
import { EndForm } from "./EndForm.tsx";
import { newPath, sheetPath } from "./paths.ts";

const ending = /\.ics$/;

/** An appointment's page, or, where the address ends in `.ics`, its calendar file. */
export async function sheetOrFile(call: PageCall) {
  const asked = call.params["appointment"] ?? "";
  if (!ending.test(asked)) return showSheet(call);
  staffAt(call.actor);
  const number = call.params["client"] ?? "";
  const { appointment } = await readAppointment(call.ctx, number, asked.replace(ending, ""));
  return appointmentFile(call, appointment, (await readClient(call.ctx, number)).zone);
}

async function showSheet(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, params, actor } = call;
  const { centre } = staffAt(actor);
  const number = params["client"] ?? "";
  const { appointment, note } = await readAppointment(ctx, number, params["appointment"] ?? "");
  const [client, doctors] = await Promise.all([readClient(ctx, number), readDoctors(ctx, centre)]);
  const come = appointment.date <= localDate(ctx.now(), client.zone);
  const { state, ended } = appointment;
  const wordless = ended?.as === "done" && !note && !ended.settled.length;
  const mayEnd =
    come && mayEver(actor, "appointment:end") && (state === "booked" || state === "no-show" || wordless);
  const mayChange = mayEver(actor, "appointment:make") && appointment.state === "booked";
  const open = mayEnd || note ? await followUpsOf(ctx, number) : [];
  const here = sheetPath(appointment);
  return (
    <Page {...frame} path={here} title={t("appt.sheet")} current="appointments">
      <div class="head">
        <div>
          <h1>{t.pick(offers[appointment.offer].name)}</h1>
          <p>
            <NameOf t={t} name={scriptsOf(client)} /> {sexAndAgeNow(t, ctx, client)}, {number}
          </p>
        </div>
        <a class="btn" href={`/clients/${number}`}>
          {t("enrol.open")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <div class="cols" data-cols="side">
        <div class="stack">
          <section class="card">
            <When call={call} appointment={appointment} doctors={doctors} open={open} />
            <div class="row">
              {appointment.state === "cancelled" ? null : (
                <ButtonLink href={`${here}.ics`} icon="download" download>
                  {t("book.ics")}
                </ButtonLink>
              )}
              {mayChange ? (
                <ButtonLink href={newPath({ client: number, move: appointment.id })} icon="calendar">
                  {t("appt.move")}
                </ButtonLink>
              ) : null}
              <ButtonLink href={`/appointments?date=${appointment.date}`}>{t("book.day")}</ButtonLink>
            </div>
          </section>
          {note ? <TalkCard t={t} note={note} /> : null}
          {mayEnd ? (
            <EndForm
              call={call}
              appointment={appointment}
              mends={mends}
              open={open.filter((one) => isOpen(one) && recordsOfTalk(one.rule).length)}
            />
          ) : null}
        </div>
        <div class="stack">
          {appointment.state === "booked" ? (
            <section class="card" aria-labelledby="prepare">
              <h2 id="prepare">{t("book.prepare")}</h2>
              <PrepareList t={t} prepare={offers[appointment.offer].prepare} />
            </section>
          ) : null}
          {mayChange ? <Cancel call={call} here={here} mends={mends} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** When, with whom and what came of it; where it stood before. */
function When({
  call: { t },
  appointment,
  doctors,
  open,
}: {
  call: PageCall;
  appointment: Appointment;
  doctors: readonly DoctorView[];
  open: readonly FollowUp[];
}) {
  const { date, time, minutes, moves, ended, exam, reason } = appointment;
  const named = (id: string): string => {
    const found = doctors.find((one) => one.id === id);
    return found ? doctorName(t, found) : id;
  };
  const settled = (ended?.settled ?? []).flatMap(({ followUp, record }) => {
    const found = open.find(({ id }) => id === followUp);
    const by = t(`appt.record-${record.replace(" ", "-") as "referral-outcome"}`);
    return found ? [`${t.pick(found.name)} (${by})`] : [];
  });
  return (
    <>
      <div class="next">
        <DateBlock t={t} at={date} />
        <div>
          <h2>
            {t.longDay(date)} {time}
          </h2>
          <p class="quiet">
            {named(appointment.doctor)} · {t("appt.minutes", { n: minutes })}
          </p>
        </div>
        <AppointmentState t={t} appointment={appointment} />
      </div>
      <Facts
        facts={[
          [t("appt.report"), exam ? t.fullDay(exam) : undefined],
          [
            t("appt.stood"),
            moves.length
              ? t.list(moves.map(({ from }) => `${t.day(from.date)} ${from.time} ${named(from.doctor)}`))
              : undefined,
          ],
          [t("book.reason"), reason],
          [t("appt.to"), ended?.to],
          [t("appt.settled"), settled.length ? t.list(settled) : undefined],
        ]}
      />
    </>
  );
}

function TalkCard({ t, note }: Pick<PageCall, "t"> & { note: TalkNote }) {
  return (
    <section class="card" aria-labelledby="note">
      <h2 id="note">{t("appt.note")}</h2>
      {note.said ? <p class="said">{note.said}</p> : null}
      <Facts facts={[[t("appt.learnt"), note.learnt]]} />
      <p class="small quiet">
        {note.by.name} · {t.moment(note.at)}
      </p>
    </section>
  );
}

function Cancel({ call, here, mends }: { call: PageCall; here: string; mends: Mends }) {
  const { t, form } = call;
  const filled = { t, mends, value: (name: string) => form.text(name) };
  return (
    <section class="card" aria-labelledby="cancel">
      <h2 id="cancel">{t("appt.cancel")}</h2>
      <form method="post" action={`${here}/cancel`} class="form" novalidate>
        <TextField
          form={filled}
          name="reason"
          label={t("book.reason")}
          hint={t("book.reason-hint")}
          maxlength={120}
        />
        <Button kind="danger">{t("appt.do-cancel")}</Button>
      </form>
    </section>
  );
}

export async function sendCancel(call: PageCall) {
  const { ctx, t, form, params } = call;
  staffAt(call.actor);
  const [client = "", id = ""] = [params["client"], params["appointment"]];
  const reason = form.text("reason").slice(0, 120);
  if (!reason) return showSheet(call, mendOne("reason", t("book.reason-missing")));
  try {
    const cancelled = await cancelAppointment(ctx, client, id, reason);
    return see(sheetPath(cancelled), { text: t("appt.cancelled") });
  } catch (error) {
    return showSheet(call, mendsFor(t, error));
  }
}

const chosenIn = /^settles-(.+)$/;

export async function sendEnd(call: PageCall) {
  const { ctx, t, form, params } = call;
  staffAt(call.actor);
  const [client = "", id = ""] = [params["client"], params["appointment"]];
  const settles = form.names().flatMap((name) => {
    const [, followUp] = chosenIn.exec(name) ?? [];
    return followUp && form.text(name) ? [{ followUp, record: form.text(name) as "referral outcome" }] : [];
  });
  const said = { to: form.maybe("to"), said: form.maybe("said"), learnt: form.maybe("learnt") };
  try {
    const ended = await endAppointment(ctx, client, id, {
      as: form.text("as") as Ending,
      settles,
      ...Object.fromEntries(Object.entries(said).filter(([, text]) => text)),
    });
    return see(sheetPath(ended), { text: t("appt.ended") });
  } catch (error) {
    return showSheet(call, mendsFor(t, error));
  }
}
