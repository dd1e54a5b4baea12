import { isChoice, type Offered } from "../../../../shared/assessment/index.ts";
import { Button, ErrorSummary, Field, Mark } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { TextField } from "../forms/controls.tsx";
import type { Mends } from "../forms/mends.ts";

interface Given {
  call: PageCall;
  offered: Offered;
  action: string;
  mends: Mends;
  /** For somebody at a desk: choices beside each other, and the day it was filled in. */
  desk?: { today: string } | undefined;
}

const fieldOf = (at: number): string => `answers.${at}`;

/** One page, one fieldset a question; the value of each choice is its points. */
export function AnswerForm(props: Given) {
  const { call, offered, action, mends, desk } = props;
  const { t, form } = call;
  const { questionnaire, wording } = offered;
  return (
    <form method="post" action={action} class="card form quest" novalidate data-guard>
      <ErrorSummary t={t} errors={mends.all} />
      <p class="lead">{t.pick(wording.intro)}</p>
      <p class="small quiet">{t("quest.all-needed")}</p>
      {questionnaire.questions.map((_, at) => (
        <Question {...props} at={at} />
      ))}
      {desk ? (
        <div class="when">
          <TextField
            form={{ t, mends, value: (name) => form.text(name) }}
            name="date"
            type="date"
            label={t("quest.date")}
            hint={t("quest.date-hint")}
            max={desk.today}
            optional
          />
        </div>
      ) : null}
      <Button kind="main">{t(desk ? "quest.keep" : "quest.send")}</Button>
      <p class="small quiet">{t("quest.source", { source: questionnaire.source })}</p>
    </form>
  );
}

function Question({ call, offered, mends, desk, at }: Given & { at: number }) {
  const { t, form } = call;
  const [question, said] = [offered.questionnaire.questions[at], offered.wording.questions[at]];
  if (!question || !said) return null;
  const name = fieldOf(at);
  const error = mends.of(name);
  const asks = `${at + 1}. ${t.pick(said.text)}`;
  if (!isChoice(question))
    return (
      <Field t={t} name={name} label={asks} hint={t.pick(question.unit)} error={error}>
        {(wiring) => (
          <input {...wiring} inputmode="numeric" autocomplete="off" maxlength={4} value={form.text(name)} />
        )}
      </Field>
    );
  const chosen = form.text(name);
  return (
    <fieldset class="field" id={name} tabindex={-1} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{asks}</legend>
      <div class={desk ? "choices" : "options"}>
        {question.points.map((points, index) => (
          <label>
            <input type="radio" name={name} value={String(points)} checked={chosen === String(points)} />
            <span>{t.pick(said.answers[index] ?? { en: String(points), zh: String(points) })}</span>
          </label>
        ))}
      </div>
      {error ? (
        <span class="err" id={`${name}-error`}>
          <Mark name="H" />
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
