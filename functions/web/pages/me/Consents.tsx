import { type Client, purposes } from "../../../../shared/clients/index.ts";
import { Button, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What she allows, purpose by purpose, each with its own button. */
export function Consents({ t, client }: { t: Text; client: Client }) {
  return (
    <section class="card" aria-labelledby="consents">
      <h2 id="consents">{t("me.consents")}</h2>
      <p class="small quiet">{t("me.consents-text")}</p>
      <ul class="tasks">
        {purposes.map((purpose) => {
          const consent = client.consents[purpose];
          const given = consent?.given === true;
          return (
            <li class="line">
              <span>
                <b>{t(`me.purpose-${purpose}`)}</b>
                <span class="sub">{t(`me.purpose-${purpose}-text`)}</span>
                <State
                  is={given ? "ok" : "waiting"}
                  word={
                    consent
                      ? t(given ? "me.allowed" : "me.withdrawn", { day: t.fullDay(consent.at) })
                      : t("me.not-allowed")
                  }
                />
              </span>
              <form method="post" action="/me/profile/consent">
                <input type="hidden" name="purpose" value={purpose} />
                <Button
                  size="small"
                  name="given"
                  value={given ? "no" : "yes"}
                  label={`${t(given ? "me.withdraw" : "me.allow")}: ${t(`me.purpose-${purpose}`)}`}
                >
                  {t(given ? "me.withdraw" : "me.allow")}
                </Button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
