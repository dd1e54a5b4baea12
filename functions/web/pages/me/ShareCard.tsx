import { shareDays } from "../../../../shared/assessment/index.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { Shared, ShareView } from "../../../../shared/loop/index.ts";
import { Button, ButtonLink, Choices, Note, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { Key } from "../forms/Key.tsx";

/** A link for somebody else: make one, see who used it, close it. */
export function ShareCard(props: { call: PageCall; date: PlainDate; shares: readonly ShareView[] }) {
  const { call, date, shares } = props;
  const { t } = call;
  return (
    <section class="card" aria-labelledby="share" data-screen>
      <h2 id="share">{t("share.title")}</h2>
      <p class="small quiet">{t("share.hint")}</p>
      <form method="post" action={`/me/report/${date}/share`} class="form">
        <Key call={call} />
        <Choices
          legend={t("share.days")}
          name="days"
          kind="radio"
          options={shareDays.map((n) => ({
            value: String(n),
            label: t("share.for-days", { n }),
            checked: n === 7,
          }))}
        />
        <Button>{t("share.make")}</Button>
      </form>
      {shares.length ? (
        <>
          <h3>{t("share.list")}</h3>
          <ul class="tasks">
            {shares.map((share) => (
              <li class="line">
                <span>
                  <b>{t.moment(share.createdAt)}</b>
                  <span class="sub">{openedOf(t, share)}</span>
                  <State
                    is={share.stands ? "ok" : "waiting"}
                    word={
                      share.stands ? t("share.stands", { day: t.fullDay(share.expires) }) : t("share.closed")
                    }
                  />
                </span>
                {share.stands ? (
                  <form method="post" action={`/me/report/${date}/share/${share.id}/close`}>
                    <Button size="small" label={`${t("share.revoke")}: ${t.moment(share.createdAt)}`}>
                      {t("share.revoke")}
                    </Button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const openedOf = (t: Text, { opened, lastOpened }: ShareView): string =>
  opened && lastOpened ? t("share.opened", { n: opened, when: t.moment(lastOpened) }) : t("share.never");

/** The link and its code, after it was made. */
export function Made({
  t,
  address,
  shared,
  date,
}: {
  t: Text;
  address: string;
  shared: Shared;
  date: PlainDate;
}) {
  return (
    <section class="card" aria-labelledby="made">
      <h1 id="made">{t("share.made")}</h1>
      <Note kind="watch">
        <p>{t("share.made-text")}</p>
      </Note>
      <h2>{t("share.link")}</h2>
      <p class="said">
        <code>{address}</code>
      </p>
      <h2>{t("share.code")}</h2>
      <p class="lead">
        <b class="num">{`${shared.code.slice(0, 3)} ${shared.code.slice(3)}`}</b>
      </p>
      <p class="small quiet">{t("share.until", { when: t.moment(shared.expires) })}</p>
      <ButtonLink href={`/me/report/${date}`}>{t("share.back")}</ButtonLink>
    </section>
  );
}
