import { type MeasurementKind, measurementKinds } from "../../../../shared/monitoring/index.ts";
import { plausibilityOf } from "../../../../shared/testing/index.ts";
import { Button, ErrorSummary, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { numberKeyed } from "../forms/number-in.ts";

/** Few, large fields for the number pad of a phone. An unusual value is asked about once. */
export function LogForm({ call, kind, mends }: { call: PageCall; kind: MeasurementKind; mends: Mends }) {
  const { t, form } = call;
  const items: readonly string[] = measurementKinds[kind];
  const unusual = items.filter(
    (item) =>
      mends.of(item) && plausibilityOf(item, numberKeyed(form.text(item)) ?? Number.NaN) === "unlikely",
  );
  return (
    <form method="post" action="/me/measure" class="card form keypad" data-guard>
      <ErrorSummary t={t} errors={mends.all} />
      <Key call={call} />
      <input type="hidden" name="kind" value={kind} />
      <div class={items.length > 1 ? "two" : undefined}>
        {items.map((item) => (
          <Field
            t={t}
            name={item}
            label={t(`me.field-${item as "SBP"}`)}
            hint={t(`me.unit-${kind}`)}
            error={mends.of(item) && wordsFor(call, item, mends)}
          >
            {(wiring) => (
              <input
                {...wiring}
                inputmode={kind === "blood-pressure" ? "numeric" : "decimal"}
                autocomplete="off"
                maxlength={6}
                value={form.text(item)}
              />
            )}
          </Field>
        ))}
      </div>
      {unusual.length ? (
        <label class="tickline">
          <input type="checkbox" name="confirmed" value="yes" /> <span>{t("me.confirm")}</span>
        </label>
      ) : null}
      <Button kind="main">{t("me.save")}</Button>
    </form>
  );
}

/** The refusal with a guess what was meant, where a slip of the finger explains it. */
function wordsFor({ t, form }: PageCall, item: string, mends: Mends): string {
  const guess = meant(item, form.text(item));
  const said = mends.of(item) ?? "";
  return guess === undefined ? said : `${said} ${t("me.did-you-mean", { value: t.number(guess) })}`;
}

/** A usual value one slip away: a digit typed twice or too many, a point forgotten or too early. */
export function meant(item: string, typed: string): number | undefined {
  const value = numberKeyed(typed);
  if (value === undefined) return undefined;
  const dropped = [...typed].map((_, at) => typed.slice(0, at) + typed.slice(at + 1)).filter(Boolean);
  const guesses = [value / 10, value * 10, ...dropped.map(Number)];
  return guesses
    .map((guess) => Math.round(guess * 10) / 10)
    .find((guess) => guess !== value && plausibilityOf(item, guess) === "likely");
}
