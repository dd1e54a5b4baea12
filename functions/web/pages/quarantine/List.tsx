import type { heldList } from "../../../../shared/loop/index.ts";
import { Empty, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { reasonsText } from "./in-words.ts";

type Lists = Awaited<ReturnType<typeof heldList>>;

/** What waits, and what was filed lately and can be taken back. */
export function List({ t, lists: { waiting, linked } }: { t: Text; lists: Lists }) {
  const line = ({ held, name, items }: Lists["waiting"][number], last: string) => ({
    cells: [
      <a href={`/quarantine/${held.mark}`}>{name}</a>,
      held.date,
      held.source || "–",
      String(items),
      last,
    ],
  });
  const columns = (last: string) => [
    { head: t("quarantine.says") },
    { head: t("quarantine.exam") },
    { head: t("quarantine.from") },
    { head: t("quarantine.items"), figure: true },
    { head: last },
  ];
  return (
    <>
      <section class="card" aria-labelledby="waiting">
        <h2 id="waiting">{t("quarantine.waiting")}</h2>
        {waiting.length ? (
          <MarkedTable
            caption={t("quarantine.waiting")}
            columns={columns(t("quarantine.why"))}
            rows={waiting.map((one) => line(one, reasonsText(t, one.held.reasons)))}
          />
        ) : (
          <Empty t={t}>{t("quarantine.none")}</Empty>
        )}
      </section>
      {linked.length ? (
        <section class="card" aria-labelledby="linked">
          <h2 id="linked">{t("quarantine.linked")}</h2>
          <MarkedTable
            caption={t("quarantine.linked")}
            columns={columns(t("quarantine.filed"))}
            rows={linked.map((one) => line(one, one.held.linked?.client ?? ""))}
          />
        </section>
      ) : null}
    </>
  );
}
