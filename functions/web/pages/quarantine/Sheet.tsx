import { unitText } from "../../../../shared/assessment/index.ts";
import type { HeldView } from "../../../../shared/loop/index.ts";
import { Button, ErrorSummary, Facts, Note, SearchBox } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { wordOf } from "../results/EntryRow.tsx";
import { Beside } from "./Beside.tsx";
import { itemText, reasonsText } from "./in-words.ts";
import { ReasonForm } from "./ReasonForm.tsx";

/** One exam that waits: who it may be, what it holds, what was done with it. */
export function Sheet({ call, view, mends }: { call: PageCall; view: HeldView; mends: Mends }) {
  const { t, form } = call;
  const { held, row, candidates, elsewhere } = view;
  const action = `/quarantine/${held.mark}`;
  return (
    <>
      <ErrorSummary t={t} errors={mends.all} />
      {held.linked ? (
        <section class="card" aria-labelledby="filed">
          <h2 id="filed">
            <a href={`/results/${held.linked.client}/${held.date}`}>
              {t("quarantine.is-linked", { number: held.linked.client })}
            </a>
          </h2>
          {held.linked.older ? (
            <Note kind="watch">
              <p>
                {t("quarantine.older", { items: t.list(held.linked.older.map((item) => itemText(t, item))) })}
              </p>
            </Note>
          ) : null}
          <ReasonForm call={call} mends={mends} action={`${action}/unlink`} word={t("quarantine.undo")} />
        </section>
      ) : null}
      {held.aside ? (
        <section class="card" aria-labelledby="filed">
          <h2 id="filed">{t("quarantine.is-aside")}</h2>
          <p class="said">{held.aside.reason}</p>
          <form method="post" action={`${action}/put-back`}>
            <Button>{t("quarantine.put-back")}</Button>
          </form>
        </section>
      ) : null}
      <section class="card" aria-labelledby="candidates">
        <h2 id="candidates">{t("quarantine.candidates")}</h2>
        <p class="quiet">{reasonsText(t, held.reasons)}</p>
        {elsewhere ? (
          <Note kind="watch">
            <p>{t("quarantine.elsewhere")}</p>
          </Note>
        ) : null}
        <Beside t={t} view={view} action={action} />
        {candidates.length || elsewhere ? null : <p>{t("quarantine.nobody")}</p>}
        {held.state === "waiting" ? (
          <SearchBox
            t={t}
            action={`${action}/find`}
            value={form.text("find")}
            placeholder={t("quarantine.find")}
          />
        ) : null}
      </section>
      <section class="card" aria-labelledby="values">
        <h2 id="values">{t("quarantine.values")}</h2>
        <Facts
          facts={row.results.map(({ item, value, unit, comparator, status }) => [
            itemText(t, item),
            status === "deleted"
              ? t("quarantine.deleted")
              : `${comparator ?? ""}${wordOf(t, item, value)} ${unitText(unit)}`,
          ])}
        />
      </section>
      {held.state === "waiting" ? (
        <details class="card" open={mends.of("reason") !== undefined}>
          <summary>{t("quarantine.nobodys")}</summary>
          <p>{t("quarantine.nobodys-hint")}</p>
          <ReasonForm
            call={call}
            mends={mends}
            action={`${action}/set-aside`}
            word={t("quarantine.set-aside")}
          />
        </details>
      ) : null}
      <section class="card" aria-labelledby="history">
        <h2 id="history">{t("quarantine.history")}</h2>
        <ul class="plain">
          {held.history.map(({ act, at, client }) => (
            <li>
              <span class="quiet">{t.moment(at)}</span> {t(`quarantine.act.${act}`, { number: client ?? "" })}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
