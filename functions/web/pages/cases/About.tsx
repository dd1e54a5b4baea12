import type { Client } from "../../../../shared/clients/index.ts";
import type { Bilingual } from "../../../../shared/kernel/text.ts";
import type { CaseView } from "../../../../shared/monitoring/index.ts";
import { Facts, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { sourceText } from "../client/source-words.ts";
import type { StaffNames } from "../client/staff-names.ts";
import { causeKey } from "../review/cause.ts";
import { whatOf } from "./in-words.ts";

/** The value, the limit it met with its source, and how to reach the client. */
export function About({
  t,
  one,
  client,
  staff,
}: {
  t: Text;
  one: CaseView;
  client: Client;
  staff: StaffNames;
}) {
  const seen = one.seen.at(-1);
  const limit = one.seen.findLast((word) => word.limit)?.limit;
  const { phone, wechat } = client.contacts;
  return (
    <section class="card" aria-labelledby="about-title">
      <h2 id="about-title">{t("cases.facts")}</h2>
      {one.recalled ? (
        <Note kind="watch">
          <p>
            {t("recall.case", {
              when: t.moment(one.recalled.at),
              cause: t(causeKey(one.recalled.cause)),
            })}
          </p>
        </Note>
      ) : null}
      <Facts
        facts={[
          [t("cases.value"), one.item ? whatOf(t, one) : undefined],
          [t("cases.limit"), limit ? limitOf(t, limit) : undefined],
          [t("cases.source"), limit ? <LimitSource t={t} limit={limit} /> : undefined],
          [t("cases.from"), seen ? sourceText(t, seen.source) : undefined],
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
      {sourceText(t, limit.source)}{" "}
      {limit.status === "needs sign-off" ? <span class="signoff">{t("review.needs-sign-off")}</span> : null}
    </>
  );
}
