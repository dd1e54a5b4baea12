import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";
import { Icon, Mark } from "./Icon.tsx";

/** What a control inside a field must carry so that label, hint and error belong to it. */
export interface Wiring {
  id: string;
  name: string;
  class: "input";
  "aria-invalid": "true" | undefined;
  "aria-describedby": string | undefined;
  required: boolean | undefined;
}

/** Label, hint, control, error, in reading order. The error says how to mend it. */
export function Field(props: {
  t: Text;
  name: string;
  label: string;
  id?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** Fields are required unless they say otherwise; then the label says so, not a star. */
  optional?: boolean | undefined;
  children: (wiring: Wiring) => Child;
}) {
  const id = props.id ?? props.name;
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>
        {props.label}
        {props.optional ? <span class="optional"> {props.t("kit.optional")}</span> : null}
      </label>
      {props.hint ? (
        <span class="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      ) : null}
      {props.children({
        id,
        name: props.name,
        class: "input",
        "aria-invalid": props.error ? "true" : undefined,
        "aria-describedby": described || undefined,
        required: props.optional ? undefined : true,
      })}
      {props.error ? (
        <span class="err" id={`${id}-error`}>
          <Mark name="H" />
          {props.error}
        </span>
      ) : null}
    </div>
  );
}

/** Several ticks or choices under one question. */
export function Choices(props: {
  legend: string;
  name: string;
  kind: "checkbox" | "radio";
  options: readonly {
    value: string;
    label: string;
    checked?: boolean | undefined;
    hint?: string | undefined;
  }[];
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const described = [props.hint && `${props.name}-hint`, props.error && `${props.name}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset class="field" aria-describedby={described || undefined} id={props.name} tabindex={-1}>
      <legend>{props.legend}</legend>
      {props.hint ? (
        <span class="hint" id={`${props.name}-hint`}>
          {props.hint}
        </span>
      ) : null}
      <div class="choices">
        {props.options.map((option) => (
          <label>
            <input type={props.kind} name={props.name} value={option.value} checked={option.checked} />
            <span>
              {option.label}
              {option.hint ? <span class="sub">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {props.error ? (
        <span class="err" id={`${props.name}-error`}>
          <Mark name="H" />
          {props.error}
        </span>
      ) : null}
    </fieldset>
  );
}

/** First in its form: takes the focus, counts what is to mend, leads to each field. Nothing when all is well. */
export function ErrorSummary({
  t,
  errors,
}: {
  t: Text;
  errors: readonly { field?: string | undefined; message: string }[];
}) {
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" tabindex={-1} data-errors>
      <h2>
        <Icon name="warning" />
        {t("kit.mend", { n: errors.length })}
      </h2>
      <ul>
        {errors.map((error) => (
          <li>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  );
}
