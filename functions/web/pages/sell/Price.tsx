import type { Quote } from "../../../../shared/loop/index.ts";
import { nameOf } from "../../../../shared/testing/index.ts";
import { Button, Facts, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** The price with each line's reason, and the two buttons: look again, sell. */
export function Price({ t, quote, moved }: { t: Text; quote: Quote; moved: boolean }) {
  const { priced, sale } = quote;
  const due = sale ? priced.netFen - sale.netFen : 0;
  return (
    <section class="card side" id="price" aria-labelledby="price-title">
      <h2 id="price-title">{t("sell.price")}</h2>
      <p class="value num" role="status">
        {t.money(priced.netFen / 100)}
      </p>
      {moved ? (
        <Note kind="watch">
          <p>{t("sell.moved")}</p>
        </Note>
      ) : null}
      <Facts
        facts={[
          [t("sell.lines"), t.number(priced.lines.length)],
          [t("sell.list-price"), t.money(priced.listFen / 100)],
          [t("sell.less"), t.money((priced.listFen - priced.netFen) / 100)],
          [
            t("sell.dropped"),
            priced.dropped.length
              ? t("sell.dropped-by", {
                  n: priced.dropped.length,
                  sum: t.money(priced.dropped.reduce((sum, { netFen }) => sum + netFen, 0) / 100),
                })
              : undefined,
          ],
          [t("sell.difference"), sale ? t.money(due / 100) : undefined],
          [t("sell.dose"), quote.tells.msv ? t("sell.msv", { n: quote.tells.msv }) : undefined],
        ]}
      />
      <details>
        <summary>{t("sell.explained")}</summary>
        <dl class="facts">
          {priced.lines.map(({ code, netFen, listFen, rule }) => (
            <>
              <dt>
                {t.pick(nameOf(code))}
                <span class="sub">{t.pick(priced.reasons[rule] ?? nameOf(code))}</span>
              </dt>
              <dd class="num">
                {netFen === listFen ? null : <s class="quiet">{t.money(listFen / 100)}</s>}{" "}
                {t.money(netFen / 100)}
              </dd>
            </>
          ))}
        </dl>
      </details>
      <input type="hidden" name="netFen" value={priced.netFen} />
      <div class="row">
        <Button formaction="/sell/quote">{t("sell.recalculate")}</Button>
        {priced.lines.length ? <Button kind="main">{t(sale ? "sell.change" : "sell.sell")}</Button> : null}
      </div>
    </section>
  );
}
