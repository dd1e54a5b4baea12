import { nameOf, type SaleView } from "../../../../shared/testing/index.ts";
import { MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** A sale of so many lines is read at a glance; a longer one is unfolded. */
const few = 12;

/** What was sold, line by line with its reason; what was given up is struck through and stays to be seen. */
export function Lines({ t, view }: { t: Text; view: SaleView }) {
  const byReason = view.lines.toSorted((a, b) => (a.rule < b.rule ? 1 : a.rule > b.rule ? -1 : 0));
  return (
    <section class="card" aria-labelledby="lines">
      <header>
        <h2 id="lines">{t("sale.lines", { n: view.lines.length })}</h2>
        <p class="quiet num">{t("sale.less", { sum: t.money((view.sale.listFen - sumOf(view)) / 100) })}</p>
      </header>
      <details open={byReason.length <= few}>
        <summary>{t("sell.explained")}</summary>
        <MarkedTable
          kind="slim"
          caption={t("sale.lines", { n: view.lines.length })}
          columns={[
            { head: t("sale.what") },
            { head: t("sell.list-price"), figure: true },
            { head: t("sell.price"), figure: true },
          ]}
          rows={byReason.map(({ code, listFen, netFen, reason, rule, givenUp }, at) => ({
            ...(byReason[at - 1]?.rule === rule ? {} : { group: t.pick(reason) }),
            cells: [
              <>
                {t.pick(nameOf(code))}
                {givenUp ? <span class="sub">{t("sale.given-up")}</span> : null}
              </>,
              t.money(listFen / 100),
              givenUp ? <s>{t.money(netFen / 100)}</s> : t.money(netFen / 100),
            ],
          }))}
        />
      </details>
    </section>
  );
}

const sumOf = (view: SaleView): number => view.lines.reduce((sum, { netFen }) => sum + netFen, 0);

/** Money that moved, charges that changed, fapiao asked for. */
export function Moved({ t, view }: { t: Text; view: SaleView }) {
  const { payments, charges, fapiao } = view;
  return (
    <section class="card" aria-labelledby="moved">
      <h2 id="moved">{t("sale.money")}</h2>
      <MarkedTable
        kind="slim"
        caption={t("sale.money")}
        columns={[
          { head: t("sale.when") },
          { head: t("sale.what") },
          { head: t("sale.reference") },
          { head: t("sale.amount"), figure: true },
        ]}
        rows={[
          ...charges.map(({ at, kind, reason, amountFen, n }) => ({
            at,
            n,
            cells: [t.moment(at), t(`sale.charge.${kind}`), reason ?? "", t.money(amountFen / 100)],
          })),
          ...payments.map(({ at, payer, method, reference, amountFen, n }) => ({
            at,
            n,
            cells: [
              t.moment(at),
              <>
                {t(amountFen < 0 ? "sale.back" : "sale.in")} · {t(`sale.method.${method}`)}
                <span class="sub">
                  {t(`sale.payer.${payer.kind}`)} {payer.name}
                </span>
              </>,
              reference,
              t.money(amountFen / 100),
            ],
          })),
          ...fapiao.map(({ at, title, taxNumber, amountFen, n }) => ({
            at,
            n,
            cells: [
              t.moment(at),
              <>
                {t("sale.fapiao")}
                <span class="sub">{title}</span>
              </>,
              taxNumber ?? "",
              t.money(amountFen / 100),
            ],
          })),
        ].sort((a, b) => a.n - b.n)}
      />
    </section>
  );
}
