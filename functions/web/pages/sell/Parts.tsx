import type { Quote } from "../../../../shared/loop/index.ts";
import {
  bundleParts,
  catalogue,
  catalogueItem,
  itemGroups,
  nameOf,
  serviceCategories,
  services,
  type Wanted,
} from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";
import { swapValue } from "./wish.ts";

type Props = { t: Text; quote: Quote; wanted: Wanted };

const groupOf = (t: Text, code: string): string => {
  const item = catalogueItem(code);
  const service = services.find((one) => one.code === code);
  return t.pick(
    item ? (itemGroups[item.group] ?? item.name) : serviceCategories[service?.category ?? "care"],
  );
};

function grouped(t: Text, codes: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const code of codes) {
    const group = groupOf(t, code);
    groups.set(group, [...(groups.get(group) ?? []), code]);
  }
  return groups;
}

/** What the chosen level holds: a tick taken away takes its own share off the price. */
export function Parts({ t, quote, wanted }: Props) {
  const { prices, client, priced } = quote;
  const bundle = wanted.package ? prices.bundle(wanted.package) : undefined;
  if (!bundle) return null;
  const parts = bundleParts(bundle, client.sex, prices).map(({ code }) => code);
  const chosen = new Set(priced.lines.map(({ code }) => code));
  const fenOf = (code: string): number =>
    [...priced.lines, ...priced.dropped].find((one) => one.code === code)?.netFen ?? 0;
  const outs = new Set(wanted.swap?.map(({ out }) => out));
  return (
    <section class="card" aria-labelledby="holds">
      <h2 id="holds">{t("sell.holds", { name: t.pick(bundle.name) })}</h2>
      <p class="small quiet">{t("sell.holds-hint")}</p>
      {[...grouped(t, parts)].map(([group, codes]) => (
        <details open={codes.some((code) => !chosen.has(code))}>
          <summary>{t("sell.group", { group, n: codes.length, sum: t.money(sumOf(codes, fenOf)) })}</summary>
          <fieldset class="field">
            <legend class="sr">{group}</legend>
            <div class="choices">
              {codes
                .filter((code) => !outs.has(code))
                .map((code) => (
                  <label>
                    <input type="checkbox" name="keep" value={code} checked={chosen.has(code)} />
                    <span>
                      {t.pick(nameOf(code))} <span class="quiet num">{t.money(fenOf(code) / 100)}</span>
                    </span>
                  </label>
                ))}
            </div>
          </fieldset>
        </details>
      ))}
      <Swaps t={t} quote={quote} wanted={wanted} parts={parts} />
    </section>
  );
}

const sumOf = (codes: readonly string[], fenOf: (code: string) => number): number =>
  codes.reduce((sum, code) => sum + fenOf(code), 0) / 100;

function Swaps({ t, quote, wanted, parts }: Props & { parts: readonly string[] }) {
  const { prices, client } = quote;
  const others = sellable(quote).filter((code) => !parts.includes(code));
  const option = (code: string) => (
    <option value={code}>
      {t.pick(nameOf(code))} {t.money((prices.part(code)?.priceFen ?? 0) / 100)}
    </option>
  );
  return (
    <details open={Boolean(wanted.swap?.length)}>
      <summary>{t("sell.swap")}</summary>
      <div class="stack">
        <p class="small quiet">{t("sell.swap-hint")}</p>
        {wanted.swap?.map((one) => (
          <div class="choices">
            <input type="hidden" name="keep" value={one.out} />
            <label>
              <input type="checkbox" name="swap" value={swapValue(one)} checked />
              <span>{t("sell.swapped", { out: t.pick(nameOf(one.out)), into: t.pick(nameOf(one.in)) })}</span>
            </label>
          </div>
        ))}
        <div class="cols" data-cols="half">
          <div class="field">
            <label for="out">{t("sell.out")}</label>
            <select class="input" id="out" name="out">
              <option value="">{t("sell.none")}</option>
              {parts.filter((code) => (prices.part(code)?.priceFen ?? 0) > 0).map(option)}
            </select>
          </div>
          <div class="field">
            <label for="in">{t("sell.in")}</label>
            <select class="input" id="in" name="in">
              <option value="">{t("sell.none")}</option>
              {others.filter((code) => fitsSex(code, client.sex)).map(option)}
            </select>
          </div>
        </div>
      </div>
    </details>
  );
}

const fitsSex = (code: string, sex: "female" | "male"): boolean => {
  const of = catalogueItem(code)?.sex;
  return !of || of === sex;
};

/** Everything sold by itself to this client, items then services. */
export const sellable = ({ prices, client }: Pick<Quote, "prices" | "client">): string[] =>
  [...catalogue, ...services].flatMap(({ code }) =>
    prices.part(code) && fitsSex(code, client.sex) ? [code] : [],
  );

/** What else there is: services as ticks, any other item from a list. */
export function Else({ t, quote, wanted }: Props) {
  const { prices } = quote;
  const chosen = new Set(quote.priced.lines.map(({ code }) => code));
  const proposed = new Set(quote.addOns.map(({ code }) => code));
  const inPackage = new Set([...chosen, ...quote.priced.dropped.map(({ code }) => code)]);
  const own = (wanted.add ?? []).filter((code) => !proposed.has(code));
  const free = sellable(quote).filter((code) => !inPackage.has(code) && !proposed.has(code));
  const tick = (code: string, checked: boolean) => (
    <label>
      <input type="checkbox" name="add" value={code} checked={checked} />
      <span>
        {t.pick(nameOf(code))}{" "}
        <span class="quiet num">{t.money((prices.part(code)?.priceFen ?? 0) / 100)}</span>
      </span>
    </label>
  );
  return (
    <section class="card" aria-labelledby="else">
      <h2 id="else">{t("sell.else")}</h2>
      {own.length ? <div class="choices">{own.map((code) => tick(code, true))}</div> : null}
      <fieldset class="field">
        <legend>{t("sell.services")}</legend>
        <div class="choices">
          {free.filter((code) => code.startsWith("S-")).map((code) => tick(code, false))}
        </div>
      </fieldset>
      <div class="field">
        <label for="more">{t("sell.item")}</label>
        <select class="input" id="more" name="add">
          <option value="">{t("sell.none")}</option>
          {free
            .filter((code) => !code.startsWith("S-"))
            .map((code) => (
              <option value={code}>
                {t.pick(nameOf(code))} {t.money((prices.part(code)?.priceFen ?? 0) / 100)}
              </option>
            ))}
        </select>
      </div>
    </section>
  );
}
