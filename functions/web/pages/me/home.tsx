import { localTime } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { ButtonLink, Empty, Mark, Note } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { nameOf } from "../client/banner-of.ts";
import { DoctorsWords } from "./DoctorsWords.tsx";
import { FindingCard } from "./FindingCard.tsx";
import { normalOf, type Told, toldOf } from "./findings.ts";
import { NextStep, StepLine } from "./NextStep.tsx";
import { parcelOf, stepsOf } from "./next-step.ts";
import { ownWay } from "./OwnWay.tsx";
import { ownFile } from "./own.ts";
import { Parcel, Where } from "./Where.tsx";

/** Home: what to do next, where she stands in the loop, the findings by urgency, the doctor's words. */
export async function showHome(call: PageCall) {
  const { ctx, t, frame } = call;
  const file = await ownFile(call);
  const now = ctx.now();
  const { act, watch } = toldOf(t, file);
  const [next, ...others] = stepsOf(file, now);
  const parcel = parcelOf(file);
  const hour = Number(localTime(now, file.client.zone).slice(0, 2));
  return (
    <ClientPage {...frame} title={t("me.home")} current="client-home">
      <div>
        <h1>{t(`me.hello-${partOfDay(hour)}`, { name: nameOf(t, file.client) })}</h1>
        <p class="lead">{leadOf(t, file, act.length, watch.length)}</p>
      </div>
      {await ownWay(call)}
      {next ? <NextStep t={t} step={next} now={now} /> : null}
      {others.length ? (
        <section class="card" aria-labelledby="also">
          <h2 id="also">{t("me.also")}</h2>
          <ul class="tasks">
            {others.map((step) => (
              <StepLine t={t} step={step} />
            ))}
          </ul>
        </section>
      ) : null}
      {file.recalled.map(({ date, at }) => (
        <Note kind="watch">
          <p>{t("recall.yours-text", { day: t.fullDay(date), when: t.fullDay(at) })}</p>
          <p>
            <a href={`/me/report/${date}`}>{t("recall.read-why")}</a>
          </p>
        </Note>
      ))}
      {parcel ? <Parcel t={t} {...parcel} /> : null}
      {file.assessment ? <Where t={t} file={file} now={now} /> : null}
      {!file.assessment && !parcel && !next ? (
        <section class="card">
          <Empty t={t} title={t("me.nothing-yet")}>
            <a href="/me/visits">{t("me.book-exam")}</a>
          </Empty>
        </section>
      ) : null}
      <Group t={t} title={t("me.act-now")} told={act} />
      <Group t={t} title={t("me.watch")} told={watch} />
      {file.assessment ? (
        <>
          <Normal t={t} names={normalOf(t, file)} />
          <DoctorsWords t={t} assessment={file.assessment} />
          <div class="two">
            <ButtonLink icon="report" href={`/me/report/${file.assessment.date}`}>
              {t("me.full-report")}
            </ButtonLink>
            <ButtonLink icon="monitor" href="/me/measure">
              {t("me.measure")}
            </ButtonLink>
          </div>
        </>
      ) : null}
      <ButtonLink icon="plans" href="/me/questionnaires">
        {t("quest.title")}
      </ButtonLink>
    </ClientPage>
  );
}

/** The part of the day in which somebody is greeted. */
function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}

function leadOf(t: Text, { assessment, unreleased }: ClientFile, act: number, watch: number): string {
  if (!assessment) return t(unreleased.length ? "me.lead-waiting" : "me.lead-none");
  const day = t.day(assessment.date);
  if (act) return t("me.lead-act", { day, n: act });
  return watch ? t("me.lead-watch", { day, n: watch }) : t("me.lead-fine", { day });
}

function Group({ t, title, told }: { t: Text; title: string; told: readonly Told[] }) {
  if (!told.length) return null;
  return (
    <>
      <div class="group">
        <h2>{title}</h2>
        <span>{t("me.items", { n: told.length })}</span>
      </div>
      {told.map((one) => (
        <FindingCard t={t} told={one} />
      ))}
    </>
  );
}

function Normal({ t, names }: { t: Text; names: readonly string[] }) {
  if (!names.length) return null;
  return (
    <section class="card" data-fold>
      <details>
        <summary>{t("me.normal", { n: names.length })}</summary>
        <ul class="ok">
          {names.map((name) => (
            <li>
              <Mark name="N" />
              {name}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
