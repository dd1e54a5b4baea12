import { leastRank, mayEver } from "../../../../shared/access/index.ts";
import type { Edition, RuleBook, SheetRow } from "../../../../shared/assessment/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import { Button, ErrorSummary, Field } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { address } from "./address.ts";
import { StatusOf } from "./Entry.tsx";

/** Whose word carries the rule; the form for the committee, and for the others who that is. */
export function SignOffCard(props: {
  t: Text;
  book: RuleBook;
  edition: Edition;
  row: SheetRow;
  actor: Actor;
  mends: Mends;
  note: string;
}) {
  const { t, book, edition, row, actor, mends, note } = props;
  const path = address.entry(edition.id, row.id);
  const may = mayEver(actor, "rules:sign");
  const revoked = book.signOffs.find((one) => one.set === row.home && one.rule === row.id)?.revoked;
  const open = !edition.version || edition.version.state === "signed";
  return (
    <section class="card" aria-labelledby="sign-off-title">
      <header>
        <h2 id="sign-off-title">{t("rules.sign-off")}</h2>
        <StatusOf t={t} row={row} />
      </header>
      <ErrorSummary t={t} errors={mends.all} />
      {row.signOff?.note ? <p class="said">{row.signOff.note}</p> : null}
      {row.status === "published" ? <p class="small quiet">{t("rules.sign-off-none")}</p> : null}
      {row.status === "needs sign-off" ? (
        <>
          {revoked ? (
            <p class="small">
              {t("rules.was-revoked", { name: revoked.by.name, day: t.date(revoked.at), why: revoked.why })}
            </p>
          ) : null}
          <p class="small quiet">{t(whyOf(row, open))}</p>
          {open && may ? (
            <form method="post" action={`${path}/sign-off`} class="form">
              <Field t={t} name="note" label={t("rules.note")} error={mends.of("note")} optional>
                {(wiring) => (
                  <textarea {...wiring} rows={3} maxlength={500}>
                    {note}
                  </textarea>
                )}
              </Field>
              <Button kind="main" icon="check">
                {t("rules.sign-off-now")}
              </Button>
            </form>
          ) : null}
          {open && !may ? <CommitteeOnly t={t} /> : null}
        </>
      ) : null}
      {row.signOff && may ? (
        <details open={mends.of("revoke-why") !== undefined}>
          <summary>{t("rules.revoke")}</summary>
          <form method="post" action={`${path}/revoke`} class="form">
            <Field
              t={t}
              name="why"
              id="revoke-why"
              label={t("rules.revoke-why")}
              error={mends.of("revoke-why")}
            >
              {(wiring) => <textarea {...wiring} rows={2} maxlength={500} />}
            </Field>
            <Button>{t("rules.revoke-now")}</Button>
          </form>
        </details>
      ) : null}
    </section>
  );
}

const whyOf = (row: SheetRow, open: boolean) =>
  !open ? "rules.sign-off-draft" : row.onlyVariants ? "rules.sign-off-why-variant" : "rules.sign-off-why";

/** Who may sign, said to those who may not. */
export function CommitteeOnly({ t }: { t: Text }) {
  const why = leastRank["rules:sign"]?.why;
  return why ? <p class="small quiet">{t.pick(why)}</p> : null;
}
