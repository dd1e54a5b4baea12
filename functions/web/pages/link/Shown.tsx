import type { Bilingual } from "../../../../shared/kernel/text.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { OpenedLink } from "../../../../shared/loop/index.ts";
import { ButtonLink, Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** When a visit is and how to prepare; nothing about what it is for. */
export function Visit({
  t,
  link,
}: {
  t: Text;
  link: Extract<OpenedLink, { purpose: "booking" | "appointment" }>;
}) {
  if (!link.stands)
    return (
      <>
        <div>
          <h1>{t("link.visit-over")}</h1>
          <p class="lead">{t("link.visit-over-text")}</p>
        </div>
        <ButtonLink kind="main" href="/me/visits">
          {t("link.sign-in")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <section class="card nextstep" aria-labelledby="visit">
        <h1 id="visit">{t("link.visit")}</h1>
        <p class="when">{t("link.booked-for", { day: t.longDay(link.date), time: link.time })}</p>
        {"place" in link && link.place ? <p class="when">{link.place}</p> : null}
        <p class="small">
          {t("link.change")} <a href="/me/visits">{t("link.sign-in")}</a>
        </p>
      </section>
      <Prepare t={t} prepare={link.prepare} />
    </>
  );
}

export function Prepare({ t, prepare }: { t: Text; prepare: readonly Bilingual[] }) {
  return (
    <section class="card" aria-labelledby="prepare">
      <h2 id="prepare">{t("link.prepare")}</h2>
      <PrepareList t={t} prepare={prepare} />
    </section>
  );
}

/** What to do before a visit, ticked off in the mind. */
export function PrepareList({ t, prepare }: { t: Text; prepare: readonly Bilingual[] }) {
  if (!prepare.length) return <p>{t("link.prepare-none")}</p>;
  return (
    <ul class="check">
      {prepare.map((what) => (
        <li>
          <Icon name="check" />
          <span>{t.pick(what)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Report({ t, date }: { t: Text; date: PlainDate }) {
  return (
    <section class="card nextstep" aria-labelledby="report">
      <h1 id="report">{t("link.report")}</h1>
      <p>{t("link.report-text", { day: t.fullDay(date) })}</p>
      <ButtonLink kind="main" href={`/me/report/${date}`}>
        {t("link.sign-in")}
      </ButtonLink>
    </section>
  );
}

export function Nothing({ t }: { t: Text }) {
  return (
    <div>
      <h1>{t("link.nothing")}</h1>
      <p class="lead">{t("link.nothing-text")}</p>
    </div>
  );
}

export function Gone({ t }: { t: Text }) {
  return (
    <>
      <div>
        <h1>{t("link.gone")}</h1>
        <p class="lead">{t("link.gone-text")}</p>
      </div>
      <ButtonLink kind="main" href="/sign-in">
        {t("link.sign-in")}
      </ButtonLink>
    </>
  );
}
