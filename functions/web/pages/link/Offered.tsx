import type { OpenedLink } from "../../../../shared/loop/index.ts";
import { visitOf } from "../../../../shared/testing/index.ts";
import { Button, ErrorSummary } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { Days, type Offer, Times } from "../me/Times.tsx";
import { Prepare } from "./Shown.tsx";

/** A place that became free: until when it is kept, and the two answers to it. */
export function OfferedPlace(props: {
  t: Text;
  link: Extract<OpenedLink, { purpose: "offer" }>;
  mends: Mends;
  path: string;
}) {
  const { t, link, mends, path } = props;
  const when = t("link.booked-for", { day: t.longDay(link.date), time: link.time });
  if (link.state === "over")
    return (
      <div>
        <h1>{t("link.offer-over")}</h1>
        <p class="lead">{t("link.offer-over-text")}</p>
      </div>
    );
  return (
    <>
      <ErrorSummary t={t} errors={mends.all} />
      <section class="card nextstep" aria-labelledby="offered">
        <h1 id="offered">{t(link.state === "taken" ? "link.visit" : "link.offer")}</h1>
        <p class="when">{when}</p>
        {link.until ? (
          <>
            <p>{t("link.offer-until", { until: t.moment(link.until) })}</p>
            <div class="row">
              <form method="post" action={`${path}/accept`}>
                <Button kind="main">{t("link.offer-accept")}</Button>
              </form>
              <form method="post" action={`${path}/decline`}>
                <Button>{t("link.offer-decline")}</Button>
              </form>
            </div>
          </>
        ) : null}
      </section>
      <Prepare t={t} prepare={link.prepare} />
    </>
  );
}

/** An invitation: a time to choose, once; or what was chosen. */
export function Invited(props: {
  t: Text;
  link: Extract<OpenedLink, { purpose: "invite" }>;
  offer: Offer | undefined;
  mends: Mends;
  path: string;
}) {
  const { t, link, offer, mends, path } = props;
  if (link.booked)
    return (
      <section class="card nextstep" aria-labelledby="invited">
        <h1 id="invited">{t("link.visit")}</h1>
        <p class="when">
          {t("link.booked-for", { day: t.longDay(link.booked.date), time: link.booked.time })}
        </p>
        <p class="small">{t("link.invite-change")}</p>
      </section>
    );
  return (
    <>
      <ErrorSummary t={t} errors={mends.all} />
      <div>
        <h1>{t("link.invite")}</h1>
        <p class="lead">
          {t("link.invite-text", { what: t.pick(visitOf(link.package)?.name ?? { en: "", zh: "" }) })}
        </p>
      </div>
      {offer ? (
        <section class="card form" aria-label={t("me.days")}>
          <Days t={t} offer={offer} hrefOf={(day) => (day ? `${path}?day=${day}` : path)} />
          <form method="post" action={`${path}/choose`} class="form" data-guard>
            <Times t={t} offer={offer} error={mends.of("time")} />
            <Button kind="main">{t("link.book")}</Button>
          </form>
        </section>
      ) : null}
    </>
  );
}
