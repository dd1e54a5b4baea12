import type { Client } from "../../../../shared/clients/index.ts";
import { nameOf, type SaleView } from "../../../../shared/testing/index.ts";
import { Brand, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { scriptsOf } from "../clients/person.ts";

/** A page for the client to take along: what was sold, what was paid; it is no fapiao. */
export function Receipt({
  t,
  client,
  view,
  printed,
}: {
  t: Text;
  client: Client;
  view: SaleView;
  printed: string;
}) {
  const { han, latin } = scriptsOf(client);
  const { sale, payments } = view;
  const standing = view.lines.filter(({ givenUp }) => !givenUp);
  return (
    <article class="sheet">
      <header class="top">
        <Brand />
        <h1>{t("sale.receipt")}</h1>
        <p>{t("book.ics-place")}</p>
      </header>
      <p>
        {[han, latin].filter(Boolean).join(" ")} · {client.number} ·{" "}
        {t("sale.on", { day: t.fullDay(sale.date) })} ·{" "}
        {t("sale.number", { id: sale.id.slice(0, 8).toUpperCase() })}
      </p>
      <MarkedTable
        kind="slim"
        caption={t("sale.lines", { n: standing.length })}
        columns={[
          { head: t("sale.what") },
          { head: t("sell.list-price"), figure: true },
          { head: t("sell.price"), figure: true },
        ]}
        rows={[
          ...standing.map(({ code, listFen, netFen }) => ({
            cells: [t.pick(nameOf(code)), t.money(listFen / 100), t.money(netFen / 100)],
          })),
          {
            cells: [
              t("sale.total"),
              t.money(standing.reduce((sum, { listFen }) => sum + listFen, 0) / 100),
              <b>{t.money(sale.netFen / 100)}</b>,
            ],
          },
        ]}
      />
      <MarkedTable
        kind="slim"
        caption={t("sale.money")}
        columns={[
          { head: t("sale.when") },
          { head: t("sale.how") },
          { head: t("sale.amount"), figure: true },
        ]}
        rows={[
          ...payments.map(({ at, method, payer, reference, amountFen }) => ({
            cells: [
              t.moment(at),
              `${t(`sale.method.${method}`)} ${reference} · ${t(`sale.payer.${payer.kind}`)} ${payer.name}`,
              t.money(amountFen / 100),
            ],
          })),
          { cells: [t("sale.total"), "", <b>{t.money(sale.paidFen / 100)}</b>] },
        ]}
      />
      <p>
        {view.openFen === 0
          ? t("sale.settled")
          : `${t(view.openFen > 0 ? "sale.open" : "sale.to-return")} ${t.money(Math.abs(view.openFen) / 100)}`}
      </p>
      <p class="foot">
        {t("sale.no-fapiao")} {t("sale.printed", { at: t.moment(printed) })}
      </p>
    </article>
  );
}
