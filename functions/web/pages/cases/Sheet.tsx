import { mayEver } from "../../../../shared/access/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { type CaseView, callScripts } from "../../../../shared/monitoring/index.ts";
import { Facts, Icon } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { StaffNames } from "../client/staff-names.ts";
import type { Mends } from "../forms/mends.ts";
import { Alarm } from "./Alarm.tsx";
import { CloseForm, ContactForm, LookForm } from "./Forms.tsx";
import { History } from "./History.tsx";
import { asksToTell, itemName, seenText, whatOf } from "./in-words.ts";

export interface OnCase {
  call: PageCall;
  one: CaseView;
  others: readonly CaseView[];
  client: Client;
  staff: StaffNames;
  mends: Mends;
}

/** One case: the clock, how to reach the client and what to say, what came of it, and all that happened. */
export function Sheet(props: OnCase) {
  const { call, one } = props;
  const { t, actor } = call;
  const others = props.others.filter(({ ask }) => ask !== undefined);
  const works = mayEver(actor, "case:work") && one.ask !== undefined;
  const given = { call, one, others, mends: props.mends };
  if (!works)
    return (
      <>
        <Alarm call={call} one={one} acts={asksToTell(one) ? <Phone {...props} /> : undefined} />
        {one.item ? null : <p class="quiet">{t("cases.for-care")}</p>}
        <div class="cols" data-cols="half">
          <About {...props} />
          <History t={t} one={one} />
        </div>
      </>
    );
  return (
    <>
      <Alarm call={call} one={one} acts={asksToTell(one) ? <Phone {...props} /> : undefined} />
      <div class="cols" data-cols="side">
        <div class="stack">
          {one.ask === "close" ? <CloseForm {...given} /> : null}
          {one.ask === "look" ? <LookForm {...given} /> : null}
          {asksToTell(one) ? <Script {...props} /> : null}
          <ContactForm {...given} />
          {one.ask === "wait" ? <LookForm {...given} /> : null}
          {one.ask === "look" || one.ask === "wait" || one.state === "lost contact" ? (
            <CloseForm {...given} />
          ) : null}
        </div>
        <div class="stack side">
          <About {...props} />
          <History t={t} one={one} />
        </div>
      </div>
    </>
  );
}

function Phone({ call: { t }, client }: OnCase) {
  const { phone } = client.contacts;
  return phone ? (
    <a class="btn" href={`tel:${phone}`}>
      <Icon name="phone" />
      {phone}
    </a>
  ) : (
    <span class="small">{t("cases.no-phone")}</span>
  );
}

/** "Potassium" inside a sentence is "potassium"; "ALT" stays. */
function inSentence(t: Text, item: string): string {
  const name = itemName(t, item);
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function Script({ call: { t }, one }: OnCase) {
  const script = callScripts[one.kind ?? "critical"];
  const seen = one.seen.at(-1);
  const value =
    seen && one.item
      ? t("cases.value-in-words", { what: inSentence(t, one.item), value: seenText(t, seen) })
      : "";
  return (
    <section class="card" aria-labelledby="script-title">
      <header>
        <h2 id="script-title">{t("cases.script")}</h2>
        {script.status === "needs sign-off" ? (
          <span class="signoff">{t("review.needs-sign-off")}</span>
        ) : null}
      </header>
      <ol class="script">
        {script.steps.map((step) => (
          <li>{t.pick(step).replace("{value}", value)}</li>
        ))}
      </ol>
      <p class="small quiet">{script.source}</p>
    </section>
  );
}

function About({ call: { t }, one, client, staff }: OnCase) {
  const seen = one.seen.at(-1);
  const limit = one.seen.findLast((word) => word.limit)?.limit;
  const { phone, wechat } = client.contacts;
  return (
    <section class="card" aria-labelledby="about-title">
      <h2 id="about-title">{t("cases.facts")}</h2>
      <Facts
        facts={[
          [t("cases.value"), one.item ? whatOf(t, one) : undefined],
          [t("cases.limit"), limit ? limitOf(t, limit) : undefined],
          [t("cases.source"), limit ? <LimitSource t={t} limit={limit} /> : undefined],
          [t("cases.from"), seen?.source],
          [t("cases.exam"), t.date(one.date)],
          [t("cases.since"), t.moment(one.openedAt)],
          [t("cases.birth"), client.birthDate],
          [t("cases.phone"), phone ?? t("cases.no-phone")],
          [t("client.wechat"), wechat],
          [t("cases.language"), t(`client.language.${client.language}`)],
          [t("cases.manager"), staff.of(client.manager) ?? t("worklist.nobody")],
        ]}
      />
      <a href={`/clients/${client.number}`}>{t("worklist.open-file")}</a>
    </section>
  );
}

type Limit = NonNullable<CaseView["seen"][number]["limit"]>;

const limitOf = (t: Text, { direction, threshold, evidence, class: list }: Limit): string =>
  [
    `${direction === ">=" ? "≥" : "≤"} ${t.number(threshold)}`,
    t(`cases.class.${list}`),
    evidence && t.pick(conditions[evidence] ?? { en: evidence, zh: evidence }),
  ]
    .filter(Boolean)
    .join(" · ");

/** What the list of critical values adds to a limit, as it says it. */
const conditions: Readonly<Record<string, Bilingual>> = {
  "with symptoms or persisting after rest": {
    en: "with symptoms, or still so after rest",
    zh: "伴急性症状或休息后仍高",
  },
  "first finding (<=30 if known)": { en: "first finding; known: ≤ 30", zh: "首次发现；已知者 ≤ 30" },
  "first finding": { en: "first finding", zh: "首次发现" },
  "hospital lists vary: <=2.8 / <=3.0": {
    en: "hospitals differ: ≤ 2.8 or ≤ 3.0",
    zh: "各院不一：≤ 2.8 或 ≤ 3.0",
  },
  "hospital lists vary: >=6.2": { en: "hospitals differ: ≥ 6.2", zh: "各院不一：≥ 6.2" },
};

function LimitSource({ t, limit }: { t: Text; limit: Limit }) {
  return (
    <>
      {limit.source}{" "}
      {limit.status === "needs sign-off" ? <span class="signoff">{t("review.needs-sign-off")}</span> : null}
    </>
  );
}
