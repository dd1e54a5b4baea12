import {
  bundleParts,
  type DayPrices,
  nameOf,
  priceOf,
  recheckVisit,
} from "../../../../shared/testing/index.ts";
import { Mark } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What may be booked, with its price for this client, how much it holds, and what it adds to the one before. */
export function Packages(props: {
  t: Text;
  sex: "female" | "male";
  prices: DayPrices;
  chosen: string;
  recheck: boolean;
  error: string | undefined;
}) {
  const { t, sex, prices, chosen, recheck, error } = props;
  const packages = prices.bundles;
  const holds = (bundle: (typeof packages)[number]) =>
    bundleParts(bundle, sex, prices).map(({ code }) => code);
  return (
    <fieldset class="field" id="package" tabindex={-1} aria-describedby={error ? "package-error" : undefined}>
      <legend>{t("book.package")}</legend>
      {error ? (
        <span class="err" id="package-error">
          <Mark name="H" />
          {error}
        </span>
      ) : null}
      <div class="packages">
        {recheck ? (
          <div class="bundle">
            <Choice value={recheckVisit.id} name={t.pick(recheckVisit.name)} chosen={chosen} />
            <p class="sub">{t("book.recheck")}</p>
          </div>
        ) : null}
        {packages.map((bundle, at) => {
          const items = holds(bundle);
          const before = at ? holds(packages[at - 1] ?? bundle) : [];
          const more = items.filter((item) => !before.includes(item));
          return (
            <div class="bundle">
              <Choice
                value={bundle.id}
                name={t.pick(bundle.name)}
                price={t.money(priceOf({ package: bundle.id }, { sex }, prices).netFen / 100)}
                chosen={chosen}
              />
              <p class="sub">{t.pick(bundle.forWhom)}</p>
              <details>
                <summary>
                  {at
                    ? t("book.adds", {
                        n: items.length,
                        more: more.length,
                        than: t.pick(packages[at - 1]?.name ?? bundle.name),
                      })
                    : t("book.items", { n: items.length })}
                </summary>
                <p class="small">{t.list(more.map((code) => t.pick(nameOf(code))))}</p>
              </details>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function Choice(props: { value: string; name: string; price?: string; chosen: string }) {
  return (
    <label>
      <input type="radio" name="package" value={props.value} checked={props.value === props.chosen} />
      <b>{props.name}</b>
      {props.price ? <span class="price num">{props.price}</span> : null}
    </label>
  );
}
