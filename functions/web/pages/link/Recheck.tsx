import type { OpenedLink } from "../../../../shared/loop/index.ts";
import { Button, ErrorSummary, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { Days, type Offer, Times } from "../me/Times.tsx";
import { Nothing, Prepare } from "./Shown.tsx";

type RecheckLink = Extract<OpenedLink, { purpose: "recheck" }>;

/** Choose a time, put it off, or have no more of these; or what was booked. */
export function Recheck(props: {
  t: Text;
  link: RecheckLink;
  offer: Offer | undefined;
  mends: Mends;
  path: string;
}) {
  const { t, link, offer, mends, path } = props;
  const booked = link.booked.length > 0;
  if (!link.waiting && !booked) return <Nothing t={t} />;
  return (
    <>
      <ErrorSummary t={t} errors={mends.all} />
      {booked ? <Booked t={t} link={link} /> : null}
      {offer && link.due && link.last ? (
        <>
          <div>
            <h1>{t("link.recheck")}</h1>
            <p class="lead">
              {t("link.planned", { n: link.waiting, due: t.day(link.due), last: t.day(link.last) })}{" "}
              {link.waiting > 1 ? t("link.one-visit") : null}
            </p>
          </div>
          {link.stopped ? <Note>{t("link.stopped")}</Note> : null}
          <section class="card form" aria-label={t("me.days")}>
            <Days t={t} offer={offer} hrefOf={(day) => (day ? `${path}?day=${day}` : path)} />
            <form method="post" action={`${path}/book`} class="form" data-guard>
              <Times t={t} offer={offer} error={mends.of("time")} />
              <Button kind="main">{t("link.book")}</Button>
            </form>
            <p class="small quiet">{t("link.why-hidden")}</p>
          </section>
          <Prepare t={t} prepare={link.prepare} />
          <NotNow t={t} link={link} path={path} />
        </>
      ) : null}
    </>
  );
}

function Booked({ t, link }: { t: Text; link: RecheckLink }) {
  return (
    <>
      <section class="card nextstep" aria-labelledby="booked">
        <h1 id="booked">{t("link.booked")}</h1>
        {link.booked.map(({ date, time }) => (
          <p class="when">{t("link.booked-for", { day: t.longDay(date), time })}</p>
        ))}
        <p class="small">
          {t("link.change")} <a href="/me/visits">{t("link.sign-in")}</a>
        </p>
      </section>
      {link.waiting ? null : <Prepare t={t} prepare={link.prepare} />}
    </>
  );
}

function NotNow({ t, link, path }: { t: Text; link: RecheckLink; path: string }) {
  return (
    <>
      <section class="card" aria-labelledby="later">
        <h2 id="later">{t("link.later")}</h2>
        <p class="small quiet">{t("link.later-hint")}</p>
        <form method="post" action={`${path}/snooze`} class="row">
          <Button name="days" value="7">
            {t("link.in-week")}
          </Button>
          <Button name="days" value="14">
            {t("link.in-fortnight")}
          </Button>
          <Button name="days" value="30">
            {t("link.in-month")}
          </Button>
        </form>
      </section>
      {link.stopped ? null : (
        <section class="card" data-fold>
          <details>
            <summary>{t("link.stop")}</summary>
            <form method="post" action={`${path}/stop`} class="form">
              <p>{t("link.stop-text")}</p>
              <Button>{t("link.stop-act")}</Button>
            </form>
          </details>
        </section>
      )}
    </>
  );
}
