import { mayEver } from "../../../../shared/access/index.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { type FollowUp, isOpen, recheckRule, type WorklistRow } from "../../../../shared/monitoring/index.ts";
import { TrendChart } from "../../charts/index.ts";
import { ButtonLink, Facts, GradeChip, NameOf, Note, sexAndAge } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames } from "../client/banner-of.ts";
import { sourceText } from "../client/source-words.ts";
import { trendOf } from "../client/trend-of.ts";
import { scriptsOf } from "../clients/person.ts";
import type { Mends } from "../forms/mends.ts";
import { followUpPath } from "../spine/in-words.ts";
import { Acts } from "./Acts.tsx";
import { mainMeasure } from "./looked-at.ts";
import { When } from "./Rows.tsx";
import { hrefOf, type Shown } from "./view.ts";

/** The open row beside the list: its course, why it is there, what to do, and the acts that end it. */
export function Pane(props: {
  call: PageCall;
  shown: Shown;
  row: WorklistRow;
  file: ClientFile;
  mends: Mends;
}) {
  const { call, shown, row, file } = props;
  const { t, actor } = call;
  const { followUp, client } = row;
  const measure = mainMeasure(followUp, file.exams);
  const trend = measure && trendOf(t, measure, file.exams, file.client);
  const rule = recheckRule(followUp.rule);
  return (
    <aside class="pane" id="pane" aria-labelledby="pane-title" tabindex={0} data-pane>
      <a class="back" href={hrefOf(shown.view, { open: undefined })}>
        {t("worklist.back")}
      </a>
      <div class="why">
        <div class="row spread">
          <h2 id="pane-title">
            <NameOf t={t} name={scriptsOf(client)} /> <span>{sexAndAge(t, client)}</span>
          </h2>
          {file.assessment ? <GradeChip t={t} grade={gradeNames[file.assessment.grade.path]} /> : null}
        </div>
        <p>
          {t.pick(followUp.name)} <When t={t} row={row} />
        </p>
      </div>
      {trend ? <TrendChart t={t} trend={trend} /> : null}
      <Facts
        facts={[
          [t("worklist.why"), t.pick(followUp.why)],
          [
            t("worklist.dates"),
            t("worklist.dates-are", {
              due: t.date(followUp.due),
              from: t.date(followUp.opens),
              to: t.date(followUp.overdueAfter),
            }),
          ],
          [t("worklist.reminded"), reminded(t, file, followUp)],
          [t("worklist.reach"), reach(t, file)],
          [t("worklist.owner"), t(`role.${followUp.owner}`)],
          [t("worklist.manager"), shown.staff.of(followUp.manager) ?? t("worklist.nobody")],
          [t("worklist.also"), <AlsoOpen t={t} shown={shown} file={file} followUp={followUp} />],
        ]}
      />
      <Note>
        <b>{t("worklist.suggested")}</b>
        <p>{t.pick(followUp.act)}</p>
        <p class="small quiet">
          {sourceText(t, rule.source)} · {t("worklist.rule", { rule: rule.id })}
        </p>
        {rule.status === "needs sign-off" ? <span class="signoff">{t("review.needs-sign-off")}</span> : null}
      </Note>
      <p class="small quiet">{t("worklist.only-evidence")}</p>
      <div class="do">
        <Acts {...props} />
        <div class="row spread">
          <a href={`/clients/${client.number}`}>{t("worklist.open-file")}</a>
          <a href={followUpPath(followUp)}>{t("spine.show-history")}</a>
          {mayEver(actor, "plan:read") ? (
            <a href={`/clients/${client.number}/plan`}>{t("worklist.open-plan")}</a>
          ) : null}
        </div>
      </div>
    </aside>
  );
}

/** Where nothing is open: what a row shows. */
export function NoPane({ t, shown }: { t: Text; shown: Shown }) {
  return (
    <aside class="pane" aria-label={t("worklist.pane")}>
      <p class="quiet">{t("worklist.choose")}</p>
      {shown.list.nextDue ? <p>{t("worklist.next-due", { day: t.longDay(shown.list.nextDue) })}</p> : null}
      <ButtonLink href="/clients">{t("nav.clients")}</ButtonLink>
    </aside>
  );
}

/** What was written about it so far, and how far each message came. */
function reminded(t: Text, { messages }: ClientFile, { id }: FollowUp): string {
  const about = messages.filter((message) => message.about.some((one) => one.id === id));
  return about.length
    ? t.list(
        about.map(({ createdAt, sentAt, state, channel }) =>
          [
            t.day(sentAt ?? createdAt),
            channel ? t(`channel.${channel}`) : undefined,
            t(`client.message.${state}`),
          ]
            .filter(Boolean)
            .join(" "),
        ),
      )
    : t("worklist.not-yet");
}

/** The client's own order of ways; where care is not consented to, that instead. */
function reach(t: Text, { client }: ClientFile): string {
  const address = {
    wechat: client.contacts.wechat,
    sms: client.contacts.phone,
    email: client.contacts.email,
  };
  const ways = client.channels
    .filter((channel) => address[channel])
    .map((channel) => t(`channel.${channel}`));
  const phone = client.contacts.phone ? t("worklist.phone", { phone: client.contacts.phone }) : undefined;
  if (!client.consents.care?.given) return [t("worklist.no-consent"), phone].filter(Boolean).join(" · ");
  return [t.list(ways) || t("worklist.no-way"), phone, t(`worklist.language.${client.language}`)]
    .filter(Boolean)
    .join(" · ");
}

function AlsoOpen({
  t,
  shown,
  file,
  followUp,
}: {
  t: Text;
  shown: Shown;
  file: ClientFile;
  followUp: FollowUp;
}) {
  const others = file.followUps.filter((one) => isOpen(one) && one.id !== followUp.id);
  if (!others.length) return <>{t("worklist.nothing-else")}</>;
  return (
    <ul class="lines">
      {others.map((one) => (
        <li>
          <a href={hrefOf(shown.view, { open: { client: one.client, id: one.id } })}>{t.pick(one.name)}</a>{" "}
          <span class="quiet nowrap">{t.date(one.due)}</span>
        </li>
      ))}
    </ul>
  );
}
