import { recordsOfTalk } from "../../../../shared/loop/index.ts";
import type { FollowUp } from "../../../../shared/monitoring/index.ts";
import { type Appointment, endings } from "../../../../shared/testing/index.ts";
import { Button, Choices, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { TextField } from "../forms/controls.tsx";
import type { Mends } from "../forms/mends.ts";
import { sheetPath } from "./paths.ts";

/** How it ended: what was said, what was learnt, to whom a referral was made, and what the talk settles. */
export function EndForm({
  call,
  appointment,
  open,
  mends,
}: {
  call: PageCall;
  appointment: Appointment;
  open: readonly FollowUp[];
  mends: Mends;
}) {
  const { t, form } = call;
  const filled = { t, mends, value: (name: string) => form.text(name) };
  const usual = appointment.offer === "referral" && appointment.state !== "done" ? "referral made" : "done";
  const chosen = form.text("as") || usual;
  return (
    <section class="card" aria-labelledby="end">
      <h2 id="end">{t("appt.end")}</h2>
      <form method="post" action={`${sheetPath(appointment)}/end`} class="form" novalidate data-guard>
        <Choices
          legend={t("appt.end-as")}
          name="as"
          kind="radio"
          error={mends.of("as")}
          options={endings.map((as) => ({
            value: as,
            label: t(`appt.ended-${as.replace(" ", "-") as "done"}`),
            checked: as === chosen,
          }))}
        />
        <TextField
          form={filled}
          name="to"
          label={t("appt.to")}
          hint={t("appt.to-hint")}
          maxlength={120}
          optional
        />
        <Field
          t={t}
          name="said"
          label={t("appt.said")}
          hint={t("appt.said-hint")}
          error={mends.of("said")}
          optional
        >
          {(wiring) => (
            <textarea {...wiring} rows={4} maxlength={2000}>
              {form.text("said")}
            </textarea>
          )}
        </Field>
        <TextField
          form={filled}
          name="learnt"
          label={t("appt.learnt")}
          hint={t("appt.learnt-hint")}
          maxlength={500}
          optional
        />
        {open.length ? (
          <fieldset class="field" id="settles" tabindex={-1}>
            <legend>{t("appt.settles")}</legend>
            <span class="hint">{t("appt.settles-hint")}</span>
            {open.map((one) => (
              <Field
                t={t}
                name={`settles-${one.id}`}
                label={t.pick(one.name)}
                hint={t.pick(one.act)}
                optional
              >
                {(wiring) => (
                  <select {...wiring}>
                    <option value="">{t("appt.settles-not")}</option>
                    {recordsOfTalk(one.rule).map((record) => (
                      <option value={record} selected={form.text(`settles-${one.id}`) === record}>
                        {t(`appt.record-${record.replace(" ", "-") as "referral-outcome"}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
            {mends.of("settles") ? <span class="err">{mends.of("settles")}</span> : null}
          </fieldset>
        ) : null}
        <Button kind="main">{t("appt.do-end")}</Button>
      </form>
    </section>
  );
}
