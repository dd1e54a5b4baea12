import type { HeldLine, HeldLists } from "../../../../shared/loop/index.ts";
import { ButtonLink, Empty, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { reasonsText } from "./in-words.ts";

/** What waits, a page of it, and what was filed or set aside lately and can be taken back. */
export function List({ t, lists }: { t: Text; lists: HeldLists }) {
  const { waiting, total, before, next, linked, aside } = lists;
  const line = ({ held, name, items }: HeldLine, last: string) => ({
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
        {total > waiting.length ? (
          <nav class="row" aria-label={t("quarantine.pages")}>
            <span class="quiet">
              {t("quarantine.shown", { from: before + 1, to: before + waiting.length, n: total })}
            </span>
            {before ? <ButtonLink href="/quarantine">{t("quarantine.first")}</ButtonLink> : null}
            {next ? (
              <ButtonLink href={`/quarantine?${new URLSearchParams({ from: next })}`}>
                {t("quarantine.next", { n: Math.min(waiting.length, total - before - waiting.length) })}
              </ButtonLink>
            ) : null}
          </nav>
        ) : null}
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
      {aside.length ? (
        <section class="card" aria-labelledby="aside">
          <h2 id="aside">{t("quarantine.aside")}</h2>
          <MarkedTable
            caption={t("quarantine.aside")}
            columns={columns(t("quarantine.reason-why"))}
            rows={aside.map((one) => line(one, one.held.aside?.reason ?? ""))}
          />
        </section>
      ) : null}
    </>
  );
}
