import { localTime } from "../../../../shared/kernel/time.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import { Loop } from "../../charts/index.ts";
import { ButtonLink, Empty, Icon, Mark, Steps } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { nameOf } from "../client/banner-of.ts";
import { loopOf } from "../client/loop-of.ts";
import { FindingCard } from "./FindingCard.tsx";
import { normalOf, partOfDay, type Told, toldOf } from "./findings.ts";
import { NextStep, StepLine } from "./NextStep.tsx";
import { parcelOf, stepsOf } from "./next-step.ts";
import { type OwnFile, ownFile } from "./own.ts";

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
    </ClientPage>
  );
}

function leadOf(t: Text, { assessment, unreleased }: OwnFile, act: number, watch: number): string {
  if (!assessment) return t(unreleased.length ? "me.lead-waiting" : "me.lead-none");
  const day = t.day(assessment.date);
  if (act) return t("me.lead-act", { day, n: act });
  return watch ? t("me.lead-watch", { day, n: watch }) : t("me.lead-fine", { day });
}

function Parcel({ t, at, date }: { t: Text; at: number; date: string }) {
  const steps = (["booked", "checked-in", "at-lab", "reviewed", "released"] as const).map((step) =>
    t(`step.${step}`),
  );
  return (
    <section class="card" aria-labelledby="parcel">
      <h2 id="parcel">{t("me.parcel", { day: t.day(date) })}</h2>
      <Steps steps={steps} at={at} label={t("me.parcel", { day: t.day(date) })} />
      <p class="small quiet">{t(at === 0 ? "me.parcel-booked" : "me.parcel-told")}</p>
    </section>
  );
}

function Where({ t, file, now }: { t: Text; file: OwnFile; now: string }) {
  const loop = loopOf(t, file, now);
  const next = file.followUps
    .filter(isOpen)
    .map(({ due, booking }) => booking?.date ?? due)
    .sort()[0];
  return (
    <section class="card where" aria-labelledby="turn">
      <Loop t={t} loop={loop} size="small" />
      <div>
        <h2 id="turn">{t("me.turn", { n: loop.turn, stage: t(`loop.${loop.at}`) })}</h2>
        <p class="small quiet">
          {loop.note.charAt(0).toUpperCase() + loop.note.slice(1)}
          {t.language === "zh" ? "。" : ". "}
          {next ? (
            <>
              {t("me.next-recheck")} <b class="nowrap">{t.fullDay(next)}</b>
            </>
          ) : (
            t("me.no-recheck")
          )}
        </p>
      </div>
    </section>
  );
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

/** The conclusion in the physician's own words, and who signed it. */
export function DoctorsWords({
  t,
  assessment: { conclusion, signedBy, signedAt },
}: {
  t: Text;
  assessment: NonNullable<OwnFile["assessment"]>;
}) {
  const said = conclusion?.[t.language] ?? conclusion?.zh ?? conclusion?.en;
  if (!signedBy || !signedAt) return null;
  const own = said && conclusion?.[t.language] === undefined;
  return (
    <section class="card doc" aria-labelledby="doctor">
      <h2 id="doctor">{t("me.doctor")}</h2>
      {said ? <p lang={own ? (t.language === "zh" ? "en" : "zh-CN") : undefined}>{said}</p> : null}
      <p class="sig">
        <span class="av" aria-hidden="true">
          <Icon name="check" />
        </span>
        <span>
          {signedBy.name}
          <br />
          {t("me.signed", { day: t.fullDay(signedAt) })}
        </span>
      </p>
    </section>
  );
}
