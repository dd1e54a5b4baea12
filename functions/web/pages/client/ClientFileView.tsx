import { mayEver } from "../../../../shared/access/index.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { caseView } from "../../../../shared/monitoring/index.ts";
import { ButtonLink, Chips, DateBlock, Note, Timeline } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { Alarms } from "../cases/Alarms.tsx";
import { AskCard } from "../questionnaires/AskCard.tsx";
import { causeKey } from "../review/cause.ts";
import { AppointmentsCard } from "./AppointmentsCard.tsx";
import { EducationCard, HomeCard, PlanCard } from "./CareCards.tsx";
import { Changed } from "./Changed.tsx";
import { FollowUps } from "./FollowUps.tsx";
import { HealthCard } from "./HealthCard.tsx";
import { LoopCard } from "./LoopCard.tsx";
import { momentsOf, type TalkFilter, talkFilters } from "./moments.ts";
import { nextStepOf } from "./next-step.ts";
import { ConsentCard, ContactCard, MessagesCard, VisitsCard } from "./ServiceCards.tsx";
import type { StaffNames } from "./staff-names.ts";

interface Given {
  call: PageCall;
  file: ClientFile;
  staff: StaffNames;
}

/** One client whole: the loop and the next act first, then what changed, what was said, and everything open. */
export function ClientFileView(props: Given) {
  return mayEver(props.call.actor, "results:read") ? <Clinical {...props} /> : <AtTheDesk {...props} />;
}

function Clinical({ call, file, staff }: Given) {
  const { t, ctx, actor } = call;
  const today = localDate(ctx.now(), file.client.zone);
  return (
    <>
      <Alarms call={call} cases={file.cases.map((one) => caseView(actor, one))} />
      {file.recalled.map(({ date, at, cause }) => (
        <Note kind="watch">
          <p>
            {t("recall.in-file", { day: t.fullDay(date), when: t.moment(at), cause: t(causeKey(cause)) })}{" "}
            <a href={`/reports/${file.client.number}/${date}`}>{t("recall.read-report")}</a>
          </p>
        </Note>
      ))}
      <div class="cols" data-cols="ring">
        <LoopCard t={t} file={file} now={ctx.now()}>
          <Exams t={t} file={file} mayReview={mayEver(actor, "assessment:review")} />
        </LoopCard>
        <section class="card">
          <NextDue call={call} file={file} />
          <hr class="rule" />
          <Changed t={t} file={file} />
        </section>
      </div>
      <div class="cols" data-cols="side">
        <Said call={call} file={file} />
        <div class="stack">
          <FollowUps t={t} file={file} staff={staff} today={today} />
          <PlanCard t={t} file={file} />
          <EducationCard t={t} file={file} />
          <HomeCard t={t} file={file} />
          {mayEver(actor, "questionnaire:answer") ? <AskCard t={t} file={file} /> : null}
          <HealthCard t={t} client={file.client} actor={actor} />
          <VisitsCard t={t} file={file} />
          <AppointmentsCard call={call} file={file} staff={staff} />
          <MessagesCard t={t} file={file} />
          <ConsentCard t={t} file={file} actor={actor} />
          <ContactCard t={t} file={file} actor={actor} />
          <Numbers call={call} file={file} />
        </div>
      </div>
    </>
  );
}

/** Other numbers of this file, its turns, and the way to a second file of the same person. */
function Numbers({ call, file }: Pick<Given, "call" | "file">) {
  const { t, actor } = call;
  const { number, formerly = [] } = file.client;
  return (
    <div class="small">
      {formerly.length ? <p class="quiet">{t("merge.formerly", { numbers: t.list(formerly) })}</p> : null}
      {mayEver(actor, "follow-up:read") ? (
        <p>
          <a href={`/clients/${number}/cycles`}>{t("spine.cycles")}</a>
        </p>
      ) : null}
      {mayEver(actor, "client:merge") ? (
        <p>
          <a href={`/clients/${number}/merge`}>{t("merge.open")}</a>
        </p>
      ) : null}
    </div>
  );
}

/** Without the clinical parts: the next visit, how to reach, consent, messages; and it says what it leaves out. */
function AtTheDesk({ call, file, staff }: Given) {
  const { t, actor } = call;
  return (
    <>
      <section class="card">
        <NextDue call={call} file={file} />
      </section>
      <div class="cols" data-cols="half">
        <div class="stack">
          <VisitsCard t={t} file={file} />
          <AppointmentsCard call={call} file={file} staff={staff} />
          <ConsentCard t={t} file={file} actor={actor} />
        </div>
        <div class="stack">
          <ContactCard t={t} file={file} actor={actor} />
          {mayEver(actor, "health:change") ? (
            <p>
              <a href={`/clients/${file.client.number}/health`}>{t("health.heading")}</a>
            </p>
          ) : null}
          <MessagesCard t={t} file={file} />
          <Numbers call={call} file={file} />
        </div>
      </div>
      <p class="small quiet">{t("client.clinical-hidden")}</p>
    </>
  );
}

function NextDue({ call, file }: Pick<Given, "call" | "file">) {
  const { t, actor, ctx } = call;
  const next = nextStepOf(t, file, actor, ctx.now());
  return (
    <div class={next.day ? "next" : "next undated"}>
      {next.day ? <DateBlock t={t} at={next.day} /> : null}
      <div>
        <h2>{next.title}</h2>
        <p class="quiet">{next.why}</p>
      </div>
      {next.act ? (
        <ButtonLink href={next.act.href} kind="main">
          {next.act.word}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** Every exam by its newest version, with the ways into it. */
function Exams({ t, file, mayReview }: { t: Text; file: ClientFile; mayReview: boolean }) {
  const newest = [...new Map(file.assessments.toReversed().map((one) => [one.date, one])).values()].reverse();
  if (!newest.length) return null;
  return (
    <details>
      <summary>
        {t("client.exams")} {newest.length}
      </summary>
      <ul class="lines small">
        {newest.map(({ date, version, state, releasedAt }) => (
          <li>
            {t.date(date)} · {t(`client.exam-state.${state as "signed"}`)}
            {releasedAt ? ` · ${t("client.exam-released", { day: t.date(releasedAt) })}` : null}{" "}
            {mayReview ? (
              <a href={`/review/${file.client.number}/${date}/${version}`}>{t("client.open-exam")}</a>
            ) : null}{" "}
            <a href={`/reports/${file.client.number}/${date}`}>{t("client.report")}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Said({ call, file }: Pick<Given, "call" | "file">) {
  const { t, query } = call;
  const filter: TalkFilter = talkFilters.find((one) => one === query.get("show")) ?? "all";
  const moments = momentsOf(t, file, filter);
  return (
    <section aria-labelledby="said" class="stack">
      <div class="row spread">
        <h2 id="said">{t("client.said-done")}</h2>
        <Chips
          label={t("client.talk-filter")}
          items={talkFilters.map((one) => ({
            href: `/clients/${file.client.number}?show=${one}#said`,
            word: t(`client.talk.${one}`),
            chosen: one === filter,
          }))}
        />
      </div>
      {moments.length ? <Timeline t={t} moments={moments} /> : <p class="quiet">{t("client.talk-none")}</p>}
      <p class="small quiet">{t("client.talk-most", { n: file.timeline.length })}</p>
    </section>
  );
}
