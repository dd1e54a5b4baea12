import { purposes } from "../../../../shared/clients/index.ts";
import { Choices } from "../../components/index.ts";
import type { Filled } from "../forms/controls.tsx";

/** Four purposes, each its own tick, none given beforehand. */
export function ConsentPart({ form, given }: { form: Filled; given: readonly string[] }) {
  const { t } = form;
  return (
    <section class="card form" aria-labelledby="consent-part">
      <h2 id="consent-part">{t("enrol.consent")}</h2>
      <Choices
        legend={t("enrol.consent-ask")}
        hint={t("enrol.consent-hint")}
        name="consents"
        kind="checkbox"
        options={purposes.map((purpose) => ({
          value: purpose,
          label: t(`enrol.purpose.${purpose}`),
          hint: t(`enrol.purpose-hint.${purpose}`),
          checked: given.includes(purpose),
        }))}
      />
    </section>
  );
}
