import { asMeasured, type Formula, type Input } from "../../../../shared/assessment/index.ts";
import { Choices, Field } from "../../components/index.ts";
import type { Form } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { valueSaid } from "../scores/score-words.ts";
import { fieldOf, limitsOf, unitOf } from "./answered.ts";

interface Asking<I extends Input = Input> {
  t: Text;
  form: Form;
  mends: Mends;
  name: string;
  label: string;
  input: I;
}
type Of<K extends Input["kind"]> = Asking<Extract<Input, { kind: K }>>;

/** A label begins a line here; in sentences it does not. */
const begun = (text: string): string =>
  /^[a-z][a-z -]/.test(text) ? text[0]?.toUpperCase() + text.slice(1) : text;

/** The inputs of a formula as fields of a form, in its own order, and last for whom it is not; what was typed stays. */
export function Asked({ t, one, form, mends }: { t: Text; one: Formula; form: Form; mends: Mends }) {
  const asking = Object.entries(one.inputs).map(([key, input]) => ({
    t,
    form,
    mends,
    name: fieldOf(key),
    input,
    label: begun(t.pick(input.label)),
  }));
  const isGate = ({ input }: Asking) => input.kind === "flag" && input.mustBe !== undefined;
  const gates = asking.filter(isGate);
  return (
    <>
      <div class="calc">{asking.map((each) => (isGate(each) ? null : <One {...each} />))}</div>
      {gates.length ? (
        <fieldset class="field">
          <legend>{t("calc.not-made-for")}</legend>
          <div class="choices">
            {gates.map((each) => (
              <Tick {...each} />
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

function One(asking: Asking) {
  const { input } = asking;
  switch (input.kind) {
    case "number":
      return <NumberField {...asking} input={input} />;
    case "flag":
      return <Flag {...asking} input={input} />;
    case "choice":
      return <Choice {...asking} input={input} />;
    case "words":
      return <Words {...asking} input={input} />;
    case "answers":
      return <Answers {...asking} input={input} />;
  }
}

function NumberField({ t, form, mends, name, label, input }: Of<"number">) {
  const unit = unitOf(t, asMeasured(input, 0).unit);
  return (
    <Field
      t={t}
      name={name}
      label={unit ? `${label}${t.language === "zh" ? "，" : ", "}${unit}` : label}
      hint={limitsOf(t, input) || undefined}
      error={mends.of(name)}
      optional={input.optional}
    >
      {(wiring) => (
        <input {...wiring} value={form.text(name)} inputmode="decimal" maxlength={12} autocomplete="off" />
      )}
    </Field>
  );
}

/** What need not be said is a tick; what must be, a yes or a no. */
function Flag(asking: Of<"flag">) {
  const { t, form, mends, name, label, input } = asking;
  if (input.optional)
    return (
      <div class="field">
        <Tick {...asking} />
      </div>
    );
  return (
    <Choices
      legend={label}
      name={name}
      kind="radio"
      error={mends.of(name)}
      options={(["yes", "no"] as const).map((value) => ({
        value,
        label: begun(t(`score.${value}`)),
        checked: form.text(name) === value,
      }))}
    />
  );
}

function Tick({ form, mends, name, label }: Asking) {
  const error = mends.of(name);
  return (
    <>
      <label class="tick" for={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={form.text(name) === "yes"}
          aria-invalid={error ? "true" : undefined}
        />{" "}
        {label}
      </label>
      {error ? <span class="err">{error}</span> : null}
    </>
  );
}

/** The words offered; a formula may understand further spellings. */
const offered = (
  t: Text,
  { of, says }: { of: readonly string[]; says?: Readonly<Record<string, { en: string; zh: string }>> },
) =>
  of.flatMap((value) => {
    const word = says?.[value];
    return says && !word ? [] : [{ value, label: begun(word ? t.pick(word) : valueSaid(t, value)) }];
  });

function Choice({ t, form, mends, name, label, input }: Of<"choice">) {
  const chosen = form.text(name);
  return (
    <Field t={t} name={name} label={label} error={mends.of(name)} optional={input.optional}>
      {(wiring) => (
        <select {...wiring}>
          <option value=""></option>
          {offered(t, input).map(({ value, label }) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Words({ t, form, mends, name, label, input }: Of<"words">) {
  const ticked = form.all(name);
  return (
    <Choices
      legend={label}
      name={name}
      kind="checkbox"
      error={mends.of(name)}
      options={offered(t, input).map((option) => ({ ...option, checked: ticked.includes(option.value) }))}
    />
  );
}

/** One small select a question; its number is its name, because the wording may not be ours to show. */
function Answers({ form, mends, name, label, input }: Of<"answers">) {
  const { count, most } = input;
  const error = mends.of(name);
  return (
    <fieldset class="field" id={name} tabindex={-1}>
      <legend>{label}</legend>
      <div class="answers">
        {Array.from({ length: count }, (_, at) => {
          const field = `${name}.${at + 1}`;
          const given = form.text(field);
          return (
            <label>
              <span>{at + 1}</span>
              <select name={field} class="input">
                <option value=""></option>
                {Array.from(
                  { length: (typeof most === "number" ? most : (most[at] ?? 0)) + 1 },
                  (_, points) => (
                    <option value={points} selected={given === String(points)}>
                      {points}
                    </option>
                  ),
                )}
              </select>
            </label>
          );
        })}
      </div>
      {error ? <span class="err">{error}</span> : null}
    </fieldset>
  );
}
