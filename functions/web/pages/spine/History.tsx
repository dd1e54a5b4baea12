import { type FollowUp, followUpHistory, recheckRule } from "../../../../shared/monitoring/index.ts";
import { Facts, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { sourceText } from "../client/source-words.ts";
import type { StaffNames } from "../client/staff-names.ts";
import { actText, followUpPath, standing } from "./in-words.ts";

/** One follow-up: what it asks and how it stands, then everything that ever happened to it. */
export async function History({
  call,
  client,
  staff,
}: {
  call: PageCall;
  client: string;
  staff: StaffNames;
}) {
  const { ctx, t, params } = call;
  const { followUp, entries } = await followUpHistory(ctx, client, params["id"] ?? "");
  return (
    <>
      <div class="head">
        <div>
          <h2>{t.pick(followUp.name)}</h2>
          <p>{t.pick(followUp.why)}</p>
        </div>
        <a class="btn" href={`/clients/${client}`}>
          {t("client.back")}
        </a>
      </div>
      <section class="card">
        <Facts facts={factsOf(t, followUp, staff)} />
      </section>
      <section class="card" aria-labelledby="history">
        <h2 id="history">{t("spine.history")}</h2>
        <MarkedTable
          caption={t("spine.history")}
          columns={[
            { head: t("client.readers-when") },
            { head: t("client.readers-what") },
            { head: t("client.readers-who") },
          ]}
          rows={entries.map((entry) => ({
            cells: [
              `${t.date(entry.at)} ${t.time(entry.at)}`,
              actText(t, entry),
              entry.by.kind === "job" ? t("role.job") : (staff.of(entry.by.id) ?? entry.by.name),
            ],
          }))}
        />
      </section>
    </>
  );
}

function factsOf(t: Text, one: FollowUp, staff: StaffNames) {
  const rule = recheckRule(one.rule);
  const { closed } = one;
  const sent = one.claim?.document ?? closed?.document;
  return [
    [t("worklist.suggested"), t.pick(one.act)],
    [t("spine.rule"), `${rule.id} · ${sourceText(t, rule.source)}`],
    [t("worklist.why"), t("spine.opened", { day: t.date(one.openedBy.date) })],
    [
      t("spine.window"),
      t("worklist.dates-are", {
        due: t.date(one.due),
        from: t.date(one.opens),
        to: t.date(one.overdueAfter),
      }),
    ],
    [t("spine.state"), standing(t, one)],
    [t("worklist.manager"), staff.of(one.manager) ?? t("worklist.nobody")],
    [t("spine.calls"), one.calls.length ? <Calls t={t} calls={one.calls} /> : undefined],
    [t("spine.claimed-place"), closed?.place],
    [t("spine.ended"), closed?.reason],
    [
      t("merge.document"),
      sent ? <a href={`${followUpPath(one)}/document`}>{t("spine.document")}</a> : undefined,
    ],
  ] as const;
}

function Calls({ t, calls }: { t: Text; calls: FollowUp["calls"] }) {
  return (
    <ul class="lines">
      {calls.map(({ at, channel, outcome, note }) => (
        <li>
          {t("spine.call-said", {
            day: t.date(at),
            channel: t(`spine.channel.${channel}`),
            outcome: t(`spine.outcome.${outcome}`),
          })}
          {note ? ` · ${note}` : null}
        </li>
      ))}
    </ul>
  );
}
