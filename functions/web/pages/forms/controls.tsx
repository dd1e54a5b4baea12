import { Field } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "./mends.ts";

/** What a form's controls need: the words, what was typed, and what was refused of it. */
export interface Filled {
  t: Text;
  mends: Mends;
  value(name: string): string;
}

interface Asked {
  form: Filled;
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
}

/** A line of text with its label, hint, what was typed, and the words that mend it. */
export function TextField(
  props: Asked & {
    type?: "text" | "date" | "tel" | "email" | undefined;
    autocomplete?: string | undefined;
    inputmode?: "numeric" | "decimal" | "text" | undefined;
    maxlength?: number | undefined;
    max?: string | undefined;
    /** Where somebody goes on typing on this page. */
    here?: boolean | undefined;
  },
) {
  const { form, name, type = "text", autocomplete = "off", inputmode, maxlength, max, here } = props;
  return (
    <Field {...props} t={form.t} error={form.mends.of(name)}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          value={form.value(name)}
          autocomplete={autocomplete}
          inputmode={inputmode}
          maxlength={maxlength}
          max={max}
          spellcheck={false}
          autofocus={here}
        />
      )}
    </Field>
  );
}

/** One choice out of a list. */
export function SelectField(
  props: Asked & { options: readonly { value: string; label: string }[]; chosen?: string | undefined },
) {
  const { form, name, options } = props;
  const chosen = props.chosen ?? form.value(name);
  return (
    <Field {...props} t={form.t} error={form.mends.of(name)}>
      {(wiring) => (
        <select {...wiring}>
          {options.map(({ value, label }) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
