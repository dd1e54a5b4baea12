import { staffOf } from "../../../../shared/access/index.ts";
import { appointmentsToMove, offers, readDoctors } from "../../../../shared/testing/index.ts";
import { ButtonLink, MarkedTable, NameOf, Note } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import { newPath, sheetPath } from "../appointments/paths.ts";
import { scriptsOf } from "../clients/person.ts";
import { DoctorHead } from "../doctors/DoctorHead.tsx";
import { doctorName } from "../doctors/in-words.ts";
import { staffAt } from "../forms/staff.ts";

export const settingsPath = "/settings/doctors";

/** Who is in the directory, who of the staff is not yet, and what must be moved because hours changed. */
export async function showList(call: PageCall) {
  const { ctx, t, frame } = call;
  const { centre } = staffAt(call.actor);
  const [doctors, staff] = await Promise.all([readDoctors(ctx, centre), staffOf(ctx, centre)]);
  const others = staff.filter(
    ({ id, roles }) =>
      !doctors.some((one) => one.id === id) &&
      roles.some((role) => role === "physician" || role === "health-manager" || role === "nurse"),
  );
  return (
    <Page {...frame} path={settingsPath} title={t("doctors.settings")} current="doctor-settings">
      <div class="head">
        <div>
          <h1>{t("doctors.settings")}</h1>
          <p>{t("doctors.settings-sub")}</p>
        </div>
        <ButtonLink href="/doctors">{t("doctors.see")}</ButtonLink>
      </div>
      <ToMove call={call} />
      <section class="card">
        <ul class="tasks">
          {doctors.map((doctor) => (
            <li class="row spread">
              <DoctorHead t={t} doctor={doctor} now={ctx.now()} />
              <div class="row">
                {doctor.listed ? null : <span class="small quiet">{t("doctors.unlisted")}</span>}
                <ButtonLink href={`${settingsPath}/${doctor.id}`} size="small">
                  {t("doctors.edit")}
                  <span class="sr"> {doctorName(t, doctor)}</span>
                </ButtonLink>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {others.length ? (
        <section class="card" aria-labelledby="others">
          <h2 id="others">{t("doctors.not-yet")}</h2>
          <ul class="tasks">
            {others.map((one) => (
              <li class="row spread">
                <span>
                  {doctorName(t, one)} <span class="quiet small">{one.title ? t.pick(one.title) : ""}</span>
                </span>
                <ButtonLink href={`${settingsPath}/${one.id}`} size="small">
                  {t("doctors.add")}
                  <span class="sr"> {doctorName(t, one)}</span>
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

/** What is booked outside the hours its doctor has now, each with the way to another time. */
export async function ToMove({ call, doctor }: { call: PageCall; doctor?: string }) {
  const { ctx, t } = call;
  const all = (await appointmentsToMove(ctx)).filter(
    ({ appointment }) => !doctor || appointment.doctor === doctor,
  );
  if (!all.length) return null;
  return (
    <section class="card" aria-labelledby="to-move">
      <h2 id="to-move">{t("doctors.to-move")}</h2>
      <Note kind="watch">{t("doctors.to-move-text", { n: all.length })}</Note>
      <MarkedTable
        caption={t("doctors.to-move")}
        columns={[
          { head: t("appt.time") },
          { head: t("appt.client") },
          { head: t("appt.what") },
          { head: t("appt.move"), silent: true },
        ]}
        rows={all.map(({ appointment, client }) => ({
          cells: [
            <a href={sheetPath(appointment)}>
              {t.day(appointment.date)} {appointment.time}
            </a>,
            <NameOf t={t} name={scriptsOf(client)} />,
            t.pick(offers[appointment.offer].name),
            <ButtonLink size="small" href={newPath({ client: appointment.client, move: appointment.id })}>
              {t("appt.move")}
            </ButtonLink>,
          ],
        }))}
      />
    </section>
  );
}
