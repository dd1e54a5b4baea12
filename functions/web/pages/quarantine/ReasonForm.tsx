import { Button, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";

/** One act on held results that needs a reason. */
export function ReasonForm({
  call: { t, form },
  mends,
  action,
  word,
}: {
  call: PageCall;
  mends: Mends;
  action: string;
  word: string;
}) {
  return (
    <form method="post" action={action} class="form" novalidate>
      <Field
        t={t}
        name="reason"
        label={t("quarantine.reason-why")}
        hint={t("quarantine.reason-hint")}
        error={mends.of("reason")}
      >
        {(wiring) => <input {...wiring} class="input words" maxlength={300} value={form.text("reason")} />}
      </Field>
      <Button>{word}</Button>
    </form>
  );
}
