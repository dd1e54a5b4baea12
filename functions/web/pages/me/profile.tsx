import { type Client, changeConsent, type Purpose, readClient } from "../../../../shared/clients/index.ts";
import { whoOpened } from "../../../../shared/loop/index.ts";
import { type Message, readMessages } from "../../../../shared/messaging/index.ts";
import { Button, Facts, MarkedTable } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { nameOf } from "../client/banner-of.ts";
import { Consents } from "./Consents.tsx";
import { ownNumber } from "./own.ts";

const looked = 200;
const shown = 30;

/** How she is reached, what she allows, what was written to her, and who looked into her file. */
export async function showProfile(call: PageCall) {
  const { ctx, actor, t, frame } = call;
  const number = ownNumber(actor);
  const client = await readClient(ctx, number);
  const [messages, entries] = await Promise.all([readMessages(ctx, number), whoOpened(ctx, number, looked)]);
  const others = entries.filter(({ by }) => by.kind !== "client").slice(0, shown);
  return (
    <ClientPage {...frame} title={t("me.profile")} current="client-me">
      <div>
        <h1>{t("me.profile")}</h1>
        <p class="lead">
          {nameOf(t, client)} · {number}
        </p>
      </div>
      <Reach t={t} client={client} />
      <Consents t={t} client={client} />
      <Messages t={t} messages={messages} />
      <section class="card" aria-labelledby="opened">
        <h2 id="opened">{t("me.opened")}</h2>
        <p class="small quiet">{t("me.opened-text")}</p>
        {others.length ? (
          <MarkedTable
            caption={t("me.opened")}
            columns={[{ head: t("me.who") }, { head: t("me.when") }]}
            rows={others.map(({ by, at, action }) => ({
              cells: [
                <>
                  {whoIn(t, by)}
                  <span class="sub">{whatIn(t, action)}</span>
                </>,
                <span class="num">{t.moment(at)}</span>,
              ],
            }))}
          />
        ) : (
          <p>{t("me.opened-nobody")}</p>
        )}
      </section>
      <form method="post" action="/sign-out" class="form">
        <Button icon="exit">{t("kit.sign-out")}</Button>
      </form>
    </ClientPage>
  );
}

function Reach({ t, client }: { t: Text; client: Client }) {
  const { phone, email, wechat } = client.contacts;
  const address = { wechat, sms: phone, email };
  return (
    <section class="card" aria-labelledby="reach">
      <h2 id="reach">{t("me.reach")}</h2>
      <p class="small quiet">{t("me.reach-text")}</p>
      <Facts
        facts={[
          ...client.channels.map(
            (channel, index) =>
              [`${index + 1}. ${t(`channel.${channel}`)}`, address[channel] ?? t("me.no-address")] as const,
          ),
          [t("me.language"), t(`me.language-${client.language}`)],
        ]}
      />
      <p class="small quiet">{t("me.reach-change")}</p>
    </section>
  );
}

function Messages({ t, messages }: { t: Text; messages: readonly Message[] }) {
  return (
    <section class="card" aria-labelledby="messages">
      <h2 id="messages">{t("me.messages")}</h2>
      {messages.length ? (
        <ul class="tasks">
          {messages.slice(0, 12).map(({ template, state, channel, sentAt, createdAt }) => (
            <li>
              {t(`me.message-${template}`)}
              <span class="sub">
                {[
                  t(`me.message-is-${state}`),
                  channel ? t(`channel.${channel}`) : "",
                  t.moment(sentAt ?? createdAt),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("me.messages-none")}</p>
      )}
    </section>
  );
}

function whoIn(t: Text, { kind, id, name }: { kind: string; id: string; name: string }): string {
  if (id === "link") return t("me.by-link");
  return kind === "staff" ? name : t("me.by-system");
}

const parts = [
  "file",
  "assessment",
  "pdf",
  "shared-report",
  "verification",
  "results",
  "plan",
  "follow-ups",
  "education",
  "messages",
  "log",
  "link",
] as const;

function whatIn(t: Text, action: string): string {
  const part = parts.find((one) => action === `${one}.opened`);
  return t(part ? `me.saw-${part}` : "me.saw-other");
}

export async function consent({ ctx, actor, t, form }: PageCall) {
  const purpose = form.text("purpose") as Purpose;
  const given = form.text("given") === "yes";
  await changeConsent(ctx, ownNumber(actor), { purpose, given });
  return see("/me/profile", {
    text: t(given ? "me.consent-given" : "me.consent-withdrawn"),
    undo: { action: "/me/profile/consent", fields: { purpose, given: given ? "no" : "yes" } },
  });
}
