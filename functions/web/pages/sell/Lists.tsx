import type { Quote } from "../../../../shared/loop/index.ts";
import type { Text } from "../../text/index.ts";

/** Price lists in force today; ticked where the client has the right. They change what is paid, nothing else. */
export function Lists({ t, quote, chosen }: { t: Text; quote: Quote; chosen: readonly string[] }) {
  if (!quote.prices.lists.length) return null;
  return (
    <section class="card">
      <fieldset class="field">
        <legend>{t("sell.lists")}</legend>
        <span class="hint">{t("sell.lists-hint")}</span>
        <div class="choices">
          {quote.prices.lists.map(({ id, name, of, until }) => (
            <label>
              <input type="checkbox" name="list" value={id} checked={chosen.includes(id)} />
              <span>
                {t.pick(name)}{" "}
                <span class="quiet small">
                  {t(`price.of.${of}`)}
                  {until ? ` · ${t("price.until-day", { day: t.date(until) })}` : ""}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
