import { mayEver } from "../../../../shared/access/index.ts";
import { purposes } from "../../../../shared/clients/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { templates } from "../../../../shared/messaging/index.ts";
import { answersOnlyDays, type Booking, visitOf } from "../../../../shared/testing/index.ts";
import { Button, Facts, State, Steps } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

interface Given {
  t: Text;
  file: ClientFile;
}

const shownAtOnce = 6;

/** Each visit told like a parcel; the day's assessment says how far it has come. */
export function VisitsCard({ t, file }: Given) {
  const visits = file.bookings.toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, shownAtOnce);
  return (
    <section class="card" aria-labelledby="visits">
      <h2 id="visits">{t("client.visits")}</h2>
      {visits.length ? (
        <ul class="tasks">
          {visits.map((booking) => (
            <li class="stack">
              <div class="row spread">
                <b>
                  {t.pick(visitOf(booking.package)?.name ?? { en: booking.package, zh: booking.package })}
                </b>
                <span class="small">
                  {t.date(booking.date)} {booking.time}
                </span>
              </div>
              {booking.state === "cancelled" || booking.state === "no-show" ? (
                <p class="small quiet">
                  {[t(`client.visit-${booking.state}`), booking.reason].filter(Boolean).join(" · ")}
                </p>
              ) : (
                <Steps
                  label={t("client.visits")}
                  steps={steps.map((step) => t(`step.${step}`))}
                  at={stepOf(booking, file)}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("client.visits-none")}</p>
      )}
    </section>
  );
}

const steps = ["booked", "checked-in", "at-lab", "reviewed", "released"] as const;

/** Answers given on the day of a visit say nothing of how far the visit has come. */
function stepOf({ state, date }: Booking, { assessments, exams }: ClientFile): number {
  const answers = answersOnlyDays(exams).has(date);
  const exam = answers ? undefined : assessments.find((one) => one.date === date);
  if (exam?.releasedAt) return steps.length;
  if (exam?.state === "signed") return steps.indexOf("released");
  if (exam) return steps.indexOf("reviewed");
  return state === "confirmed" ? 0 : steps.indexOf("at-lab");
}

export function MessagesCard({ t, file }: Given) {
  const latest = file.messages.slice(0, shownAtOnce);
  return (
    <section class="card" aria-labelledby="messages">
      <h2 id="messages">{t("client.messages")}</h2>
      {latest.length ? (
        <ul class="tasks">
          {latest.map(({ template, state, channel, reason, createdAt, sentAt }) => (
            <li>
              <b>{t.pick(templates[template].subject)}</b>
              <p class="small quiet">
                {[
                  t.moment(sentAt ?? createdAt),
                  channel ? t(`channel.${channel}`) : undefined,
                  t(`client.message.${state}`),
                  reason ? t(`client.reason.${reason as "consent"}`) : undefined,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("client.messages-none")}</p>
      )}
    </section>
  );
}

/** Each purpose by itself: nothing is implied by another. */
export function ConsentCard({ t, file, actor }: Given & { actor: Actor }) {
  const { client } = file;
  const may = mayEver(actor, "client:consent");
  return (
    <section class="card" aria-labelledby="consents">
      <h2 id="consents">{t("client.consents")}</h2>
      <ul class="tasks">
        {purposes.map((purpose) => {
          const consent = client.consents[purpose];
          return (
            <li>
              <div class="row spread">
                <b>{t(`client.purpose.${purpose}`)}</b>
                {may ? (
                  <form method="post" action={`/clients/${client.number}/consent`}>
                    <input type="hidden" name="purpose" value={purpose} />
                    <Button
                      size="small"
                      name="given"
                      value={consent?.given ? "no" : "yes"}
                      label={`${t(consent?.given ? "client.withdraw" : "client.give")}: ${t(`client.purpose.${purpose}`)}`}
                    >
                      {t(consent?.given ? "client.withdraw" : "client.give")}
                    </Button>
                  </form>
                ) : null}
              </div>
              <p class="small quiet">{t(`client.purpose-means.${purpose}`)}</p>
              <p class="small">
                {consent ? (
                  <State
                    is={consent.given ? "ok" : "waiting"}
                    word={t(consent.given ? "client.consent-given" : "client.consent-withdrawn", {
                      day: t.date(consent.at),
                    })}
                  />
                ) : (
                  <span class="quiet">{t("client.consent-never")}</span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function ContactCard({ t, file, actor }: Given & { actor: Actor }) {
  const { client } = file;
  const { phone, email, wechat } = client.contacts;
  return (
    <section class="card" aria-labelledby="contacts">
      <h2 id="contacts">{t("client.contacts")}</h2>
      <Facts
        facts={[
          [t("client.phone"), phone],
          [t("client.wechat"), wechat],
          [t("client.email"), email],
          [t("client.language"), t(`client.language.${client.language}`)],
          [t("client.document"), client.document.masked],
          [t("client.state"), t(`clients.state.${client.state}`)],
        ]}
      />
      {mayEver(actor, "client:log") ? (
        <a href={`/clients/${client.number}/readers`}>{t("client.readers")}</a>
      ) : null}
    </section>
  );
}
