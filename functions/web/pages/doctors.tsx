import { mayEver } from "../../../shared/access/index.ts";
import { reachClient } from "../../../shared/clients/index.ts";
import { isPlainDate, localDate } from "../../../shared/kernel/time.ts";
import { makeAppointment, moveAppointment } from "../../../shared/loop/index.ts";
import {
  type DoctorView,
  freeTimes,
  type OfferId,
  offerIds,
  offers,
  readAppointments,
  readDoctor,
  readDoctors,
} from "../../../shared/testing/index.ts";
import { Button, ButtonLink, Chips, Empty, ErrorSummary, Note } from "../components/index.ts";
import { ClientPage, Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { DoctorFacts } from "./doctors/DoctorFacts.tsx";
import { DoctorHead } from "./doctors/DoctorHead.tsx";
import { FreeDays, FreeTimes } from "./doctors/FreeTimes.tsx";
import { freeFor } from "./doctors/free.ts";
import { doctorName } from "./doctors/in-words.ts";
import { among } from "./forms/among.ts";
import { Key } from "./forms/Key.tsx";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { ownNumber } from "./me/own.ts";
import { withoutTime } from "./me/Times.tsx";

/** Whose directory the reader sees: the centre they work at, or the one that has their file. */
async function centreOf({ ctx, actor }: PageCall): Promise<string> {
  if (actor.kind === "staff") return actor.centre;
  return (await reachClient(ctx, "client:read", ownNumber(actor), true)).centre;
}

const lookAhead = 35;

/** Who is there and how good: everyone who may be seen, with the next free day. */
async function directory(call: PageCall) {
  const { ctx, t, frame, actor, query } = call;
  const asked = among(offerIds, query.get("offer") ?? "");
  const exam = query.get("exam") ?? "";
  const all = await readDoctors(ctx, await centreOf(call));
  const doctors = all.filter(({ offers: theirs }) => !asked || theirs.includes(asked));
  const nearest = await Promise.all(doctors.map((one) => nextFree(call, one, asked ?? one.offers[0])));
  const hrefOf = (offer?: OfferId) => `/doctors${addressOf({ offer, exam })}`;
  const body = (
    <>
      <Chips
        label={t("doctors.what")}
        items={[
          { href: hrefOf(), word: t("doctors.all"), chosen: !asked },
          ...offerIds.map((offer) => ({
            href: hrefOf(offer),
            word: t.pick(offers[offer].name),
            chosen: offer === asked,
          })),
        ]}
      />
      {asked ? <p class="quiet">{t.pick(offers[asked].about)}</p> : null}
      {doctors.length ? (
        <div class="doctors">
          {doctors.map((doctor, at) => (
            <section class="card" aria-labelledby={`doctor-${doctor.id}`}>
              <DoctorHead t={t} doctor={doctor} now={ctx.now()} />
              <DoctorFacts t={t} doctor={doctor} now={ctx.now()} />
              <div class="row spread">
                <span class="small quiet">
                  {doctor.listed ? sayNext(call, nearest[at]) : t("doctors.unlisted")}
                </span>
                <ButtonLink href={`/doctors/${doctor.id}${addressOf({ offer: asked, exam })}`}>
                  {t(actor.kind === "client" ? "doctors.choose" : "doctors.open")}
                  <span class="sr"> {doctorName(t, doctor)}</span>
                </ButtonLink>
              </div>
            </section>
          ))}
        </div>
      ) : (
        <section class="card">
          <Empty t={t} title={t("doctors.none")} />
        </section>
      )}
    </>
  );
  const path = hrefOf(asked);
  return actor.kind === "client" ? (
    <ClientPage {...frame} path={path} title={t("doctors.title")} current="client-book">
      <div>
        <h1>{t("doctors.title")}</h1>
        <p class="lead">{t("doctors.lead")}</p>
      </div>
      {body}
    </ClientPage>
  ) : (
    <Page {...frame} path={path} title={t("doctors.title")} current="doctors">
      <div class="head">
        <div>
          <h1>{t("doctors.title")}</h1>
          <p>{t("doctors.lead-staff")}</p>
        </div>
        {mayEver(actor, "doctor:change") ? (
          <ButtonLink href="/settings/doctors" icon="settings">
            {t("doctors.settings")}
          </ButtonLink>
        ) : null}
      </div>
      {body}
    </Page>
  );
}

async function nextFree({ ctx }: PageCall, doctor: DoctorView, offer: OfferId | undefined) {
  if (!offer) return undefined;
  return (await freeTimes(ctx, doctor, offer, localDate(ctx.now()), lookAhead))[0];
}

const sayNext = ({ t }: PageCall, next: { date: string; times: string[] } | undefined): string =>
  next ? t("doctors.next", { day: t.longDay(next.date), time: next.times[0] ?? "" }) : t("doctors.no-times");

/** What an address keeps of the way there. */
function addressOf(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size ? `?${query}` : "";
}

/** One doctor; a client chooses a time here, or another one for an appointment that is to be moved. */
async function profile(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, actor, params } = call;
  const doctor = await readDoctor(ctx, await centreOf(call), params["doctor"] ?? "");
  const path = `/doctors/${doctor.id}`;
  if (actor.kind !== "client")
    return (
      <Page {...frame} path={path} title={doctorName(t, doctor)} current="doctors">
        <section class="card narrow">
          <DoctorHead t={t} doctor={doctor} now={ctx.now()} as="h1" />
          <DoctorFacts t={t} doctor={doctor} now={ctx.now()} />
          <div class="row">
            <ButtonLink href={`/appointments?doctor=${doctor.id}`} icon="calendar">
              {t("doctors.day")}
            </ButtonLink>
            {mayEver(actor, "doctor:change") ? (
              <ButtonLink href={`/settings/doctors/${doctor.id}`} icon="edit">
                {t("doctors.edit")}
              </ButtonLink>
            ) : null}
          </div>
        </section>
      </Page>
    );
  const asked = (name: string): string => call.form.text(name) || (call.query.get(name) ?? "");
  const moving = await movingOf(call, asked("move"));
  const offer = moving?.offer ?? among(doctor.offers, asked("offer")) ?? doctor.offers[0];
  const exam = isPlainDate(asked("exam")) ? asked("exam") : undefined;
  const kept = { offer, exam, move: moving?.id };
  const free = offer
    ? await freeFor(ctx, doctor, offer, { from: asked("from"), day: asked("day") || asked("date") })
    : undefined;
  return (
    <ClientPage
      {...frame}
      path={`${path}${addressOf(kept)}`}
      title={doctorName(t, doctor)}
      current="client-book"
    >
      <ErrorSummary t={t} errors={mends.all} />
      <section class="card" aria-labelledby={`doctor-${doctor.id}`}>
        <DoctorHead t={t} doctor={doctor} now={ctx.now()} as="h1" />
        <DoctorFacts t={t} doctor={doctor} now={ctx.now()} />
      </section>
      {offer && free ? (
        <section class="card" aria-labelledby="book">
          <h2 id="book">{t(moving ? "doctors.move" : "doctors.book")}</h2>
          {moving ? (
            <Note>{t("doctors.moving", { day: t.longDay(moving.date), time: moving.time })}</Note>
          ) : (
            <Chips
              label={t("doctors.what")}
              items={doctor.offers.map((one) => ({
                href: `${path}${addressOf({ offer: one, exam })}#book`,
                word: t.pick(offers[one].name),
                chosen: one === offer,
              }))}
            />
          )}
          <p class="small quiet">
            {t.pick(offers[offer].about)} {t("doctors.minutes", { n: offers[offer].minutes })}
          </p>
          {exam && offer === "report-reading" ? (
            <p class="small">{t("doctors.about-report", { day: t.fullDay(exam) })}</p>
          ) : null}
          <FreeDays
            t={t}
            free={free}
            hrefOf={(change) => `${path}${addressOf({ ...kept, ...change })}#book`}
          />
          <form method="post" action={path} class="form" data-guard>
            <Key call={call} />
            <input type="hidden" name="offer" value={offer} />
            <input type="hidden" name="exam" value={exam ?? ""} />
            <input type="hidden" name="move" value={moving?.id ?? ""} />
            <FreeTimes t={t} free={free} error={mends.of("time")} />
            {free.chosen ? (
              <Button kind="main">{t(moving ? "doctors.do-move" : "doctors.do-book")}</Button>
            ) : null}
          </form>
        </section>
      ) : null}
      <p>
        <a href={`/doctors${addressOf({ offer: kept.offer, exam })}`}>{t("doctors.others")}</a>
      </p>
    </ClientPage>
  );
}

/** The reader's own appointment that is to be moved, as long as it stands. */
async function movingOf({ ctx, actor }: PageCall, id: string) {
  if (!id) return undefined;
  const all = await readAppointments(ctx, ownNumber(actor));
  return all.find((one) => one.id === id && one.state === "booked");
}

async function choose(call: PageCall) {
  const { ctx, t, form, actor, params } = call;
  const client = ownNumber(actor);
  if (!form.has("time")) return profile(call, withoutTime(t));
  const place = { doctor: params["doctor"] ?? "", date: form.text("date"), time: form.text("time") };
  const move = form.text("move");
  const exam = form.text("offer") === "report-reading" ? form.maybe("exam") : undefined;
  try {
    if (move) await moveAppointment(ctx, client, move, place);
    else
      await makeAppointment(
        ctx,
        { client, offer: form.text("offer") as OfferId, ...place, ...(exam ? { exam } : {}) },
        form.maybe("key"),
      );
    return see("/me/visits", { text: t("me.booked", { day: t.longDay(place.date), time: place.time }) });
  } catch (error) {
    return profile(call, mendsFor(t, error));
  }
}

export const doctorPages: PageRoute[] = [
  { method: "GET", path: "/doctors", action: "doctor:read", run: directory },
  { method: "GET", path: "/doctors/:doctor", action: "doctor:read", run: (call) => profile(call) },
  { method: "POST", path: "/doctors/:doctor", action: "appointment:make", run: choose },
];
