import { mayEver } from "../../../../shared/access/index.ts";
import { readClient } from "../../../../shared/clients/index.ts";
import { isPlainDate } from "../../../../shared/kernel/time.ts";
import { makeAppointment, moveAppointment, recordsOfTalk } from "../../../../shared/loop/index.ts";
import { type FollowUp, followUpsOf, isOpen } from "../../../../shared/monitoring/index.ts";
import {
  type Appointment,
  type OfferId,
  offerIds,
  offers,
  readAppointment,
  readDoctors,
} from "../../../../shared/testing/index.ts";
import { Button, Chips, Choices, Empty, ErrorSummary, NameOf, Note } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { DoctorHead } from "../doctors/DoctorHead.tsx";
import { FreeDays, FreeTimes } from "../doctors/FreeTimes.tsx";
import { freeFor } from "../doctors/free.ts";
import { doctorName } from "../doctors/in-words.ts";
import { among } from "../forms/among.ts";
import { Key } from "../forms/Key.tsx";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";
import { withoutTime } from "../me/Times.tsx";
import { newPath, sheetPath } from "./paths.ts";

/** Staff choose for a client: what for, with whom, when; or another time for what is booked. */
export async function showNew(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame } = call;
  const { centre } = staffAt(call.actor);
  const asked = (name: string): string => call.form.text(name) || (call.query.get(name) ?? "");
  const client = await readClient(ctx, asked("client"));
  const { number } = client;
  const moving = asked("move") ? (await readAppointment(ctx, number, asked("move"))).appointment : undefined;
  const offer: OfferId = moving?.offer ?? among(offerIds, asked("offer")) ?? "consultation";
  const doctors = (await readDoctors(ctx, centre)).filter((one) => one.listed && one.offers.includes(offer));
  const doctor = doctors.find(({ id }) => id === (asked("doctor") || moving?.doctor)) ?? doctors[0];
  const exam = isPlainDate(asked("exam")) ? asked("exam") : undefined;
  const kept = { client: number, offer, doctor: doctor?.id, exam, move: moving?.id };
  const free = doctor
    ? await freeFor(ctx, doctor, offer, { from: asked("from"), day: asked("day") || asked("date") })
    : undefined;
  const settles = moving ? [] : await settledByTalk(call, number);
  return (
    <Page {...frame} path={newPath(kept)} title={t("appt.new")} current="appointments">
      <div class="head">
        <div>
          <h1>
            {t(moving ? "appt.move-for" : "appt.new-for")} <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, {number}
          </p>
        </div>
        <a class="btn" href={moving ? sheetPath(moving) : `/clients/${number}`}>
          {t("appt.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <section class="card">
        {moving ? (
          <Note>
            {t.pick(offers[offer].name)} ·{" "}
            {t("doctors.moving", { day: t.longDay(moving.date), time: moving.time })}
          </Note>
        ) : (
          <Chips
            label={t("doctors.what")}
            items={offerIds.map((one) => ({
              href: newPath({ ...kept, offer: one, doctor: undefined }),
              word: t.pick(offers[one].name),
              chosen: one === offer,
            }))}
          />
        )}
        <Chips
          label={t("appt.doctor")}
          items={doctors.map((one) => ({
            href: newPath({ ...kept, doctor: one.id }),
            word: doctorName(t, one),
            chosen: one.id === doctor?.id,
          }))}
        />
        {doctor && free ? (
          <>
            <DoctorHead t={t} doctor={doctor} now={ctx.now()} />
            <FreeDays t={t} free={free} hrefOf={(change) => newPath({ ...kept, ...change })} />
            <form method="post" action="/appointments/new" class="form" data-guard>
              <Key call={call} />
              {Object.entries(kept).map(([name, value]) => (
                <input type="hidden" name={name} value={value ?? ""} />
              ))}
              <FreeTimes t={t} free={free} error={mends.of("time")} />
              {exam ? <p class="small">{t("doctors.about-report", { day: t.fullDay(exam) })}</p> : null}
              {settles.length ? (
                <Choices
                  legend={t("appt.meant-for")}
                  hint={t("appt.meant-for-hint")}
                  name="followUps"
                  kind="checkbox"
                  error={mends.of("followUps")}
                  options={settles.map(({ id, name, act }) => ({
                    value: id,
                    label: t.pick(name),
                    hint: t.pick(act),
                    checked: asked("followUps") === id,
                  }))}
                />
              ) : null}
              {free.chosen ? (
                <Button kind="main">{t(moving ? "doctors.do-move" : "doctors.do-book")}</Button>
              ) : null}
            </form>
          </>
        ) : (
          <Empty t={t} title={t("doctors.none")} />
        )}
      </section>
    </Page>
  );
}

/** Open follow-ups that a talk can settle, for those who may know of them. */
async function settledByTalk({ ctx, actor }: PageCall, number: string): Promise<FollowUp[]> {
  if (!mayEver(actor, "follow-up:work")) return [];
  return (await followUpsOf(ctx, number)).filter((one) => isOpen(one) && recordsOfTalk(one.rule).length);
}

export async function sendNew(call: PageCall) {
  const { ctx, t, form } = call;
  staffAt(call.actor);
  if (!form.has("time")) return showNew(call, withoutTime(t));
  const [client, move] = [form.text("client"), form.text("move")];
  const place = { doctor: form.text("doctor"), date: form.text("date"), time: form.text("time") };
  try {
    const made: Appointment = move
      ? await moveAppointment(ctx, client, move, place)
      : await makeAppointment(
          ctx,
          {
            client,
            offer: form.text("offer") as OfferId,
            ...place,
            ...(form.maybe("exam") ? { exam: form.text("exam") } : {}),
            followUps: form.all("followUps"),
          },
          form.maybe("key"),
        );
    return see(sheetPath(made), {
      text: t(move ? "appt.moved" : "appt.made", { day: t.longDay(made.date), time: made.time }),
    });
  } catch (error) {
    return showNew(call, mendsFor(t, error));
  }
}
