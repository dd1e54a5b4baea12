import { mayEver } from "../../../../shared/access/index.ts";
import {
  catalogue,
  type DayPrices,
  itemGroups,
  radiationMsv,
  rooms,
} from "../../../../shared/testing/index.ts";
import { Chips, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";

const home = "/settings/catalogue?show=items";

/** Every item as it is done and sold: LOINC with its state, unit, room, minutes, preparation, cap, price, cost. */
export function Items({ call, prices }: { call: PageCall; prices: DayPrices }) {
  const { t, actor, query } = call;
  const sold = catalogue.filter(({ code }) => prices.part(code));
  const groups = [...new Set(sold.map(({ group }) => group))];
  const asked = query.get("group");
  const items = groups.includes(asked ?? "") ? sold.filter(({ group }) => group === asked) : sold;
  const may = mayEver(actor, "price:change");
  const groupName = (group: string) => t.pick(itemGroups[group] ?? { en: group, zh: group });
  return (
    <>
      <Chips
        label={t("price.groups")}
        items={[
          { href: home, word: t("price.all"), count: sold.length, chosen: items === sold },
          ...groups.map((group) => ({
            href: `${home}&group=${group}`,
            word: groupName(group),
            chosen: items !== sold && group === asked,
          })),
        ]}
      />
      <MarkedTable
        caption={t("price.tab.items")}
        columns={[
          { head: t("price.item") },
          { head: "LOINC" },
          { head: t("price.unit") },
          { head: t("price.room") },
          { head: t("price.prepare") },
          { head: t("price.cap"), figure: true },
          { head: t("price.price"), figure: true },
          { head: t("price.cost"), figure: true },
        ]}
        rows={items.map((item, at) => {
          const part = prices.part(item.code);
          const name = t.pick(item.name);
          const group = groupName(item.group);
          return {
            ...(items[at - 1]?.group === item.group ? {} : { group }),
            cells: [
              <>
                {may ? <a href={`/settings/catalogue/part/${item.code}`}>{name}</a> : name}
                <span class="sub">
                  {item.code}
                  {item.sex ? ` · ${t(`price.only.${item.sex}`)}` : ""}
                  {item.sensitive ? ` · ${t("price.sensitive")}` : ""}
                </span>
              </>,
              <>
                {item.loinc ?? "–"}
                <span class="sub">{t(`price.loinc.${item.loincStatus}`)}</span>
              </>,
              item.unit || "–",
              <>
                {t.pick(rooms[item.room] ?? item.name)}
                <span class="sub">
                  {t("price.minutes", { n: item.minutes })}
                  {radiationMsv[item.code] ? ` · ${radiationMsv[item.code]} mSv` : ""}
                </span>
              </>,
              <span class="small">{item.preparation ? t.pick(item.preparation) : "–"}</span>,
              item.dailyCap ? t("price.a-day", { n: item.dailyCap }) : "–",
              t.money((part?.priceFen ?? 0) / 100),
              t.money((part?.costFen ?? 0) / 100),
            ],
          };
        })}
      />
    </>
  );
}
