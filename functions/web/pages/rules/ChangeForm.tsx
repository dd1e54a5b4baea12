import {
  type CutOff,
  describeCutOff,
  type Edition,
  type RuleBook,
  type SheetRow,
} from "../../../../shared/assessment/index.ts";
import { addDays, type PlainDate } from "../../../../shared/kernel/time.ts";
import { Button, ErrorSummary, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { SelectField, TextField } from "../forms/controls.tsx";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { address } from "./address.ts";

/** Drafts that may take another change: made from the edition that is shown, or the draft that is shown. */
export const openDrafts = (book: RuleBook, edition: Edition): Edition[] =>
  book
    .editions(edition.part)
    .filter(({ version }) => version?.state === "draft" && version.base === edition.id);

/** Whether another number may begin here: at the newest signed edition, or in a draft. */
export function mayChange(book: RuleBook, edition: Edition): boolean {
  if (edition.version?.state === "draft") return true;
  return book.editionFor(edition.part, "9999-12-31").id === edition.id;
}

/** One number a cut-off; what is left as it stands is not changed. */
export function ChangeForm(props: {
  call: Pick<PageCall, "ctx" | "form" | "t">;
  book: RuleBook;
  edition: Edition;
  row: SheetRow;
  today: PlainDate;
  mends: Mends;
}) {
  const { call, book, edition, row, today, mends } = props;
  const { t, form } = call;
  const inDraft = edition.version?.state === "draft";
  const drafts = inDraft ? [] : openDrafts(book, edition);
  const filled = {
    t,
    mends,
    value: (name: string) => form.text(name) || (name === "effectiveFrom" ? addDays(today, 1) : ""),
  };
  return (
    <section class="card" aria-labelledby="change-title">
      <h2 id="change-title">{t("rules.change")}</h2>
      {row.cutOffs.length ? (
        <form method="post" action={`${address.entry(edition.id, row.id)}/change`} class="form" data-guard>
          <ErrorSummary t={t} errors={mends.all} />
          <Key call={call} />
          <p class="small quiet">{t("rules.change-hint")}</p>
          {edition.part === "important" ? <p class="small quiet">{t("rules.change-important")}</p> : null}
          {row.cutOffs.map((cutOff) => (
            <NumberField t={t} cutOff={cutOff} typed={form.text(cutOff.path)} mends={mends} />
          ))}
          {inDraft ? null : (
            <>
              {drafts.length ? (
                <SelectField
                  form={filled}
                  name="into"
                  label={t("rules.into")}
                  chosen={form.has("into") ? form.text("into") : drafts[0]?.id}
                  options={[
                    ...drafts.map(({ id }) => ({ value: id, label: t("rules.into-draft", { name: id }) })),
                    { value: "", label: t("rules.into-new") },
                  ]}
                />
              ) : null}
              <TextField
                form={filled}
                name="effectiveFrom"
                type="date"
                label={t("rules.effective")}
                hint={t("rules.effective-hint")}
              />
              <Field
                t={t}
                name="why"
                label={t("rules.why")}
                hint={t("rules.why-hint")}
                error={mends.of("why")}
                optional={drafts.length > 0}
              >
                {(wiring) => (
                  <textarea {...wiring} rows={3} maxlength={500}>
                    {form.text("why")}
                  </textarea>
                )}
              </Field>
            </>
          )}
          <Button>{t(inDraft ? "rules.change-draft" : "rules.change-now")}</Button>
        </form>
      ) : (
        <p class="small quiet">{t("rules.words-only")}</p>
      )}
    </section>
  );
}

function NumberField(props: { t: Text; cutOff: CutOff; typed: string; mends: Mends }) {
  const { t, cutOff, typed, mends } = props;
  const { path, limit } = cutOff;
  return (
    <Field
      t={t}
      name={path}
      label={t.pick(describeCutOff(cutOff))}
      hint={path.startsWith("variants.") ? t("rules.variant-note") : undefined}
      error={mends.of(path)}
    >
      {(wiring) => (
        <input {...wiring} inputmode="decimal" autocomplete="off" value={typed || String(limit)} />
      )}
    </Field>
  );
}
