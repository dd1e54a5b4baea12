import { type CaseView, isHistory } from "../../../../shared/monitoring/index.ts";
import { Button, ErrorSummary, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { casePath } from "./in-words.ts";

interface Given {
  call: PageCall;
  one: CaseView;
  mends: Mends;
}

/** How the client is, at 24 hours and 7 days; of an old value, what is to be done about it. */
export function LookForm(props: Given) {
  const { t } = props.call;
  const look = props.one.looks.find(({ done }) => !done);
  if (!look) return null;
  return (
    <section class="card" aria-labelledby="look-title">
      <h2 id="look-title">{t(isHistory(props.one) ? "cases.looking-history" : "cases.looking")}</h2>
      <WordsForm
        {...props}
        act="look"
        look={look.id}
        field="note"
        label={t("cases.looking-note")}
        button={t("cases.looked")}
        main={props.one.ask === "look"}
      />
    </section>
  );
}

/** The last word on a case. */
export function CloseForm(props: Given) {
  const { call, one } = props;
  const { t, form } = call;
  const body = (
    <WordsForm
      {...props}
      act="close"
      field="word"
      label={t("cases.closing-word")}
      hint={t("cases.closing-hint")}
      button={t("cases.close")}
      main={one.ask === "close"}
    />
  );
  if (one.ask !== "close")
    return (
      <details class="card" open={form.text("act") === "close"}>
        <summary>{t("cases.closing")}</summary>
        {body}
      </details>
    );
  return (
    <section class="card" aria-labelledby="close-title">
      <h2 id="close-title">{t("cases.closing")}</h2>
      {body}
    </section>
  );
}

function WordsForm(
  props: Given & {
    act: "look" | "close";
    look?: string;
    field: string;
    label: string;
    hint?: string | undefined;
    button: string;
    main: boolean;
  },
) {
  const { call, one, mends, field } = props;
  const { t, form } = call;
  const here = form.text("act") === props.act;
  return (
    <form method="post" action={`${casePath(one)}/${props.act}`} class="form" data-guard>
      <input type="hidden" name="act" value={props.act} />
      {props.look ? <input type="hidden" name="look" value={props.look} /> : null}
      <ErrorSummary t={t} errors={here ? mends.all : []} />
      <Field
        t={t}
        name={field}
        id={here ? field : `${props.act}-${field}`}
        label={props.label}
        hint={props.hint}
        error={here ? mends.of(field) : undefined}
      >
        {(wiring) => (
          <textarea {...wiring} rows={2} maxlength={300}>
            {here ? form.text(field) : ""}
          </textarea>
        )}
      </Field>
      <Button kind={props.main ? "main" : undefined}>{props.button}</Button>
    </form>
  );
}
