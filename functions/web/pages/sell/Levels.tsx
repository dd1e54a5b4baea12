import type { Quote } from "../../../../shared/loop/index.ts";
import type { Text } from "../../text/index.ts";

/** The levels side by side: price, what each looks at, what it may do, when it would be due again. */
export function Levels({ t, quote, chosen }: { t: Text; quote: Quote; chosen: string }) {
  return (
    <fieldset class="field" id="package" tabindex={-1}>
      <legend>{t("sell.level")}</legend>
      <div class="packages">
        {quote.levels.map(({ id, priced, tells, next }) => {
          const bundle = quote.prices.bundle(id);
          if (!bundle) return null;
          return (
            <div class="bundle">
              <label>
                <input type="radio" name="package" value={id} checked={id === chosen} />
                <b>{t.pick(bundle.name)}</b>
                <span class="price num">{t.money(priced.netFen / 100)}</span>
              </label>
              <p class="sub">{t.pick(bundle.forWhom)}</p>
              <p class="small">
                <b>{t("sell.effect")}</b>{" "}
                {t("sell.looks-at", {
                  n: priced.lines.length,
                  what: t.list(tells.looksAt.map((one) => t.pick(one))),
                })}
              </p>
              <p class="small">
                <b>{t("sell.risk")}</b> {tells.risks.map((one) => t.pick(one)).join(" ")}
              </p>
              <p class="small">
                <b>{t("sell.next")}</b> {t.month(next)}
              </p>
            </div>
          );
        })}
        <div class="bundle">
          <label>
            <input type="radio" name="package" value="" checked={chosen === ""} />
            <b>{t("sell.no-package")}</b>
          </label>
          <p class="sub">{t("sell.no-package-hint")}</p>
        </div>
      </div>
    </fieldset>
  );
}
