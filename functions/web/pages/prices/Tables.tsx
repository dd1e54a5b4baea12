import { mayEver } from "../../../../shared/access/index.ts";
import {
  type DayPrices,
  nameOf,
  type PriceList,
  priceOf,
  serviceCategories,
  services,
  type Term,
} from "../../../../shared/testing/index.ts";
import { ButtonLink, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";

type Props = { call: PageCall; prices: DayPrices };

const Named = ({ call, kind, id, name }: { call: PageCall; kind: string; id: string; name: string }) =>
  mayEver(call.actor, "price:change") ? (
    <a href={`/settings/catalogue/${kind}/${id}`}>{name}</a>
  ) : (
    <span>{name}</span>
  );

/** Services beside the examinations. */
export function Services({ call, prices }: Props) {
  const { t } = call;
  return (
    <MarkedTable
      caption={t("price.tab.services")}
      columns={[
        { head: t("price.service") },
        { head: t("price.where") },
        { head: t("price.price"), figure: true },
        { head: t("price.cost"), figure: true },
      ]}
      rows={services.map(({ code, name, what, category, where, minutes }, at) => ({
        ...(services[at - 1]?.category === category ? {} : { group: t.pick(serviceCategories[category]) }),
        cells: [
          <>
            <Named call={call} kind="part" id={code} name={t.pick(name)} />
            <span class="sub">{t.pick(what)}</span>
          </>,
          <>
            {t(`price.where.${where}`)}
            <span class="sub">{t("price.minutes", { n: minutes })}</span>
          </>,
          t.money((prices.part(code)?.priceFen ?? 0) / 100),
          t.money((prices.part(code)?.costFen ?? 0) / 100),
        ],
      }))}
    />
  );
}

/** The three levels: what they hold, by which rule they are priced, since when. */
export function Levels({ call, prices }: Props) {
  const { t } = call;
  const cost = (id: string, sex: "female" | "male") => priceOf({ package: id }, { sex }, prices).netFen / 100;
  return (
    <MarkedTable
      caption={t("price.tab.packages")}
      columns={[
        { head: t("price.package") },
        { head: t("price.rule") },
        { head: t("price.since") },
        { head: t("price.female"), figure: true },
        { head: t("price.male"), figure: true },
      ]}
      rows={prices.bundles.map(
        ({ id, name, forWhom, items, services: also, percentOff, fixedFen, from, until }) => ({
          cells: [
            <>
              <Named call={call} kind="package" id={id} name={t.pick(name)} />
              <span class="sub">
                {t.pick(forWhom)} · {t("price.holds", { n: items.length, m: also.length })}
              </span>
            </>,
            fixedFen ? t("price.fixed") : t("price.percent", { n: percentOff }),
            <>
              {t.date(from)}
              {until ? <span class="sub">{t("price.until-day", { day: t.date(until) })}</span> : null}
            </>,
            t.money(cost(id, "female")),
            t.money(cost(id, "male")),
          ],
        }),
      )}
    />
  );
}

/** Price lists in force, each with its terms in words. */
export function ListsOf({ call, prices }: Props) {
  const { t } = call;
  return (
    <>
      <MarkedTable
        caption={t("price.tab.lists")}
        columns={[{ head: t("price.list") }, { head: t("price.terms") }, { head: t("price.since") }]}
        rows={prices.lists.map((list) => ({
          cells: [
            <>
              <Named call={call} kind="list" id={list.id} name={t.pick(list.name)} />
              <span class="sub">
                {t(`price.of.${list.of}`)} · {list.key}
              </span>
            </>,
            t.list(list.terms.map((term) => termWords(t, term, prices))),
            <>
              {t.date(list.from)}
              {list.until ? (
                <span class="sub">{t("price.until-day", { day: t.date(list.until) })}</span>
              ) : null}
            </>,
          ],
        }))}
      />
      {mayEver(call.actor, "price:change") ? (
        <ButtonLink href="/settings/catalogue/list/new" icon="plus">
          {t("price.new-list")}
        </ButtonLink>
      ) : null}
    </>
  );
}

function termWords(
  t: Text,
  { on, percentOff, fixedFen }: PriceList["terms"][number] & Term,
  prices: DayPrices,
): string {
  const [what = "", id = ""] = on.split(":");
  const bundle = prices.bundle(id);
  const name =
    what === "code"
      ? t.pick(nameOf(id))
      : what === "package"
        ? bundle
          ? t.pick(bundle.name)
          : id
        : t(`price.on.${what as "everything" | "items" | "services"}`);
  return fixedFen === undefined
    ? t("price.term-percent", { name, n: percentOff ?? 0 })
    : t("price.term-fixed", { name, sum: t.money(fixedFen / 100) });
}
