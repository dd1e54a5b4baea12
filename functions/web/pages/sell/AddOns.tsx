import type { Quote } from "../../../../shared/loop/index.ts";
import { type AddOn, nameOf, tellsOf } from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";

/** What could be added, unticked, each with why and by what source; beside it what is held back and why. */
export function AddOns({ t, quote, added }: { t: Text; quote: Quote; added: ReadonlySet<string> }) {
  const proposed = quote.addOns.filter(({ state, code }) => state === "proposed" || added.has(code));
  const held = quote.addOns.filter((one) => !proposed.includes(one) && one.state !== "in package");
  const within = quote.addOns.filter((one) => !proposed.includes(one) && one.state === "in package");
  return (
    <section class="card" aria-labelledby="add-ons">
      <h2 id="add-ons">{t("sell.add-ons")}</h2>
      <p class="small quiet">{t("sell.add-ons-hint")}</p>
      {proposed.length ? (
        <ul class="tasks">
          {proposed.map((one) => (
            <li>
              <label class="tickline">
                <input type="checkbox" name="add" value={one.code} checked={added.has(one.code)} />
                <b>{t.pick(nameOf(one.code))}</b>
                <span class="num">{t.money((quote.prices.part(one.code)?.priceFen ?? 0) / 100)}</span>
              </label>
              <Why t={t} one={one} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("sell.add-ons-none")}</p>
      )}
      {held.length ? (
        <details>
          <summary>{t("sell.held", { n: held.length })}</summary>
          <ul class="tasks">
            {held.map((one) => (
              <li>
                <b>{t.pick(nameOf(one.code))}</b>
                <p class="small">{heldWords(t, one)}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {within.length ? (
        <p class="small quiet">
          {t("sell.within", { what: t.list(within.map(({ code }) => t.pick(nameOf(code)))) })}
        </p>
      ) : null}
    </section>
  );
}

function Why({ t, one }: { t: Text; one: AddOn }) {
  const { risks } = tellsOf([one.code]);
  return (
    <>
      {one.because.map(({ reason, source, status }) => (
        <p class="small">
          {t.pick(reason)}{" "}
          <span class="quiet">
            {t("sell.source", { source: t.pick(source) })}
            {status === "needs sign-off" ? ` · ${t("sell.unsigned")}` : ""}
          </span>
        </p>
      ))}
      <p class="small quiet">
        {[
          ...risks.map((risk) => t.pick(risk)),
          ...(one.last ? [t("sell.last", { day: t.date(one.last) })] : []),
          ...(one.next ? [t("sell.again", { day: t.month(one.next) })] : []),
        ].join(" ")}
      </p>
    </>
  );
}

function heldWords(t: Text, one: AddOn): string {
  const again = one.again ? ` ${t("sell.from-day", { day: t.date(one.again) })}` : "";
  if (one.state === "pregnant") return t("sell.held-pregnant");
  if (one.state === "radiation") return t("sell.held-radiation") + again;
  return (one.last ? t("sell.held-soon", { day: t.date(one.last) }) : "") + again;
}
