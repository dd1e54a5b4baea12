import { concernNames, type Edition, type SheetRow } from "../../../../shared/assessment/index.ts";
import { Chips } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { address } from "./address.ts";
import { ClassOf, Condition, InMotion, StatusOf } from "./Entry.tsx";

const filters = ["all", "unsigned", "signed", "changed"] as const;
export type Filter = (typeof filters)[number];

export const filterIn = (query: URLSearchParams): Filter =>
  filters.find((one) => one === query.get("show")) ?? "all";

/** Rules whose numbers the hospital gave, and not the product. */
const isOwn = (row: SheetRow, made: ReadonlySet<string>): boolean => made.has(row.home);

const keeps: Record<Filter, (row: SheetRow, made: ReadonlySet<string>) => boolean> = {
  all: () => true,
  unsigned: ({ status }) => status === "needs sign-off",
  signed: ({ status }) => status === "signed off",
  changed: isOwn,
};

/** Every entry of an edition, grouped by concern or class, filtered by what is to be done with it. */
export function Sheet(props: {
  t: Text;
  edition: Edition;
  rows: readonly SheetRow[];
  made: ReadonlySet<string>;
  show: Filter;
}) {
  const { t, edition, rows, made, show } = props;
  const pass = (filter: Filter) => rows.filter((row) => keeps[filter](row, made));
  const shown = pass(show);
  const groups = [...new Set(shown.map(({ group }) => group))];
  const rules = edition.part === "rules";
  const columns = rules ? 5 : 4;
  return (
    <>
      <Chips
        label={t("rules.show")}
        items={filters.map((filter) => ({
          href: `${address.edition(edition.part, edition.id)}&show=${filter}`,
          word: t(`rules.show.${filter}`),
          count: pass(filter).length,
          chosen: filter === show,
        }))}
      />
      {shown.length ? (
        <div class="worklist">
          <table class={rules ? "table rb" : "table rb im"}>
            <caption class="sr">{t(rules ? "rules.title" : "rules.important")}</caption>
            <thead>
              <tr>
                <th scope="col">{t(rules ? "rules.rule" : "rules.entry")}</th>
                <th scope="col">{t("rules.when")}</th>
                <th scope="col">{t("rules.class")}</th>
                {rules ? <th scope="col">{t("rules.motion")}</th> : null}
                <th scope="col">{t("rules.source")}</th>
              </tr>
            </thead>
            {groups.map((group) => {
              const members = shown.filter((row) => row.group === group);
              return (
                <tbody>
                  <tr class="grp">
                    <th colspan={columns} scope="rowgroup">
                      {groupName(t, group)} <span class="quiet">· {members.length}</span>
                    </th>
                  </tr>
                  {members.map((row) => (
                    <Line t={t} edition={edition} row={row} own={isOwn(row, made)} />
                  ))}
                </tbody>
              );
            })}
          </table>
        </div>
      ) : (
        <section class="card">
          <p>{t("rules.none")}</p>
        </section>
      )}
    </>
  );
}

const groupName = (t: Text, group: string): string =>
  group === "A" || group === "B" || group === "local"
    ? t(`rules.group.${group}`)
    : concernNames[group]
      ? t.pick(concernNames[group])
      : group;

function Line({ t, edition, row, own }: { t: Text; edition: Edition; row: SheetRow; own: boolean }) {
  return (
    <tr>
      <td class="st">
        <a href={address.entry(edition.id, row.id)}>{t.pick(row.name)}</a>
        <span class="sub">{row.id}</span>
      </td>
      <td class="hw">
        <Condition t={t} pieces={row.condition} />
      </td>
      <td class="cl">
        <ClassOf t={t} row={row} />
      </td>
      {edition.part === "rules" ? (
        <td class="mo">
          <InMotion t={t} row={row} />
        </td>
      ) : null}
      <td class="src">
        {row.source}
        <span class="tags">
          <StatusOf t={t} row={row} />
          {own ? <span class="pill">{t("rules.own", { edition: row.home })}</span> : null}
        </span>
      </td>
    </tr>
  );
}
