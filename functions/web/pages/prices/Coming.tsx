import { type KeptEdition, nameOf, packageById } from "../../../../shared/testing/index.ts";
import { Button, ErrorSummary, Field, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { kinds } from "./edition-form.ts";

/** Everything the centre wrote about one kind of thing, newest day first; what has not begun can be taken back. */
export function Coming(props: {
  call: PageCall;
  tab: string;
  kept: readonly KeptEdition[];
  today: string;
  mends: Mends;
}) {
  const { call, tab, today, mends } = props;
  const { t } = call;
  const kept = props.kept
    .filter(({ edition }) => kinds[edition.kind](edition.id) === tab)
    .sort((a, b) => b.edition.from.localeCompare(a.edition.from));
  if (!kept.length) return null;
  const ahead = kept.filter(({ edition, withdrawn }) => !withdrawn && edition.from > today);
  return (
    <section class="card" aria-labelledby="versions">
      <h2 id="versions">{t("price.versions")}</h2>
      <MarkedTable
        caption={t("price.versions")}
        columns={[
          { head: t("price.what") },
          { head: t("price.since") },
          { head: t("price.state") },
          { head: t("price.by") },
        ]}
        rows={kept.map(({ edition, madeBy, madeAt, withdrawn }) => ({
          cells: [
            <>
              {editionName(t, edition)}
              <span class="sub">{editionWords(t, edition)}</span>
            </>,
            t.date(edition.from),
            withdrawn
              ? t("price.taken-back", { why: withdrawn.why })
              : t(edition.from > today ? "price.ahead" : "price.begun"),
            `${madeBy.name} · ${t.date(madeAt)}`,
          ],
        }))}
      />
      <ErrorSummary t={t} errors={mends.all} />
      {ahead.map(({ edition }) => (
        <TakeBack call={call} tab={tab} edition={edition} mends={mends} />
      ))}
    </section>
  );
}

function TakeBack(props: { call: PageCall; tab: string; edition: KeptEdition["edition"]; mends: Mends }) {
  const { call, tab, edition, mends } = props;
  const { t, form } = call;
  return (
    <details>
      <summary>{t("price.take-back", { name: editionName(t, edition), day: t.date(edition.from) })}</summary>
      <form method="post" action="/settings/catalogue/withdraw" class="form" novalidate>
        <input type="hidden" name="tab" value={tab} />
        <input type="hidden" name="kind" value={edition.kind} />
        <input type="hidden" name="id" value={edition.id} />
        <input type="hidden" name="from" value={edition.from} />
        <Field
          t={t}
          name="why"
          id={`why-${edition.kind}-${edition.id}-${edition.from}`}
          label={t("book.reason")}
          error={mends.of("why")}
        >
          {(wiring) => <input {...wiring} value={form.text("why")} maxlength={200} autocomplete="off" />}
        </Field>
        <Button>{t("price.take-it-back")}</Button>
      </form>
    </details>
  );
}

function editionName(t: Text, edition: KeptEdition["edition"]): string {
  if (edition.kind === "list") return t.pick(edition.name);
  const bundle = edition.kind === "package" ? packageById(edition.id) : undefined;
  return t.pick(bundle?.name ?? nameOf(edition.id));
}

function editionWords(t: Text, edition: KeptEdition["edition"]): string {
  switch (edition.kind) {
    case "part":
      return t("price.price-cost", {
        price: t.money(edition.priceFen / 100),
        cost: t.money(edition.costFen / 100),
      });
    case "package":
      return `${t("price.holds", { n: edition.items.length, m: edition.services.length })} · ${
        edition.fixedFen ? t("price.fixed") : t("price.percent", { n: edition.percentOff })
      }`;
    case "list":
      return `${t(`price.of.${edition.of}`)} · ${edition.key}`;
  }
}
