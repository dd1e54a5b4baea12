import type { BookPart, Edition, RuleBook } from "../../../../shared/assessment/index.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { MarkedTable, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { address } from "./address.ts";

/** Where an edition stands on a day. */
export function stateOf(book: RuleBook, edition: Edition, today: PlainDate) {
  const { version, part, id, effectiveFrom } = edition;
  if (version?.state === "draft") return "draft";
  if (version?.state === "withdrawn") return "withdrawn";
  if (effectiveFrom > today) return "coming";
  return book.editionFor(part, today).id === id ? "now" : "past";
}

/** Every edition of a part, newest first: from when, what it is, where it stands. */
export function Editions(props: {
  t: Text;
  book: RuleBook;
  part: BookPart;
  today: PlainDate;
  shown: string;
}) {
  const { t, book, part, today, shown } = props;
  return (
    <MarkedTable
      caption={t("rules.editions")}
      columns={[
        { head: t("rules.edition") },
        { head: t("rules.from") },
        { head: t("rules.state") },
        { head: t("rules.origin") },
      ]}
      rows={book.editions(part).map((edition) => ({
        current: edition.id === shown,
        cells: [
          <a class="nowrap" href={address.edition(part, edition.id)}>
            {edition.id}
          </a>,
          <span class="nowrap">{t.date(edition.effectiveFrom)}</span>,
          <Standing t={t} is={stateOf(book, edition, today)} />,
          <Origin t={t} edition={edition} />,
        ],
      }))}
    />
  );
}

function Standing({ t, is }: { t: Text; is: ReturnType<typeof stateOf> }) {
  const word = t(`rules.state.${is}`);
  if (is === "now") return <State is="ok" word={word} />;
  return is === "coming" || is === "draft" ? (
    <State is="waiting" word={word} />
  ) : (
    <span class="quiet">{word}</span>
  );
}

function Origin({ t, edition: { version } }: { t: Text; edition: Edition }) {
  if (!version) return <>{t("rules.origin.shipped")}</>;
  const { id, base, changes, why, signedBy, signedAt } = version;
  return (
    <>
      <a href={address.version(id)}>{t("rules.origin.version", { base, n: changes.length, why })}</a>
      {signedBy && signedAt ? (
        <span class="sub">{t("rules.signed-by", { name: signedBy.name, when: t.moment(signedAt) })}</span>
      ) : null}
    </>
  );
}
