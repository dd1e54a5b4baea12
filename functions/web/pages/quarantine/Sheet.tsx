import { unitText } from "../../../../shared/assessment/index.ts";
import type { HeldView } from "../../../../shared/loop/index.ts";
import { catalogueItem } from "../../../../shared/testing/index.ts";
import { Button, ErrorSummary, Facts, Field, Note, SearchBox } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { wordOf } from "../results/EntryRow.tsx";
import { Beside } from "./Beside.tsx";
import { reasonsText } from "./in-words.ts";

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
          <form method="post" action={`${action}/unlink`} class="form" novalidate>
            <Field
              t={t}
              name="reason"
              label={t("quarantine.reason-why")}
              hint={t("quarantine.reason-hint")}
              error={mends.of("reason")}
            >
              {(wiring) => (
                <input {...wiring} class="input words" maxlength={300} value={form.text("reason")} />
              )}
            </Field>
            <Button>{t("quarantine.undo")}</Button>
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
        {held.linked ? null : (
          <SearchBox
            t={t}
            action={`${action}/find`}
            value={form.text("find")}
            placeholder={t("quarantine.find")}
          />
        )}
      </section>
      <section class="card" aria-labelledby="values">
        <h2 id="values">{t("quarantine.values")}</h2>
        <Facts
          facts={row.results.map(({ item, value, unit, comparator }) => {
            const known = catalogueItem(item);
            const name = known ? t.pick(known.name) : item;
            return [name, `${comparator ?? ""}${wordOf(t, item, value)} ${unitText(unit)}`] as const;
          })}
        />
      </section>
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
