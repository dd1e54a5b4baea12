import { diagnosisNames, drugNames } from "../../../../shared/assessment/index.ts";
import { diagnosisCodes, drugCodes, purposes } from "../../../../shared/clients/index.ts";
import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { Choices } from "../../components/index.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import {
  type AllergyAnswer,
  alcoholWords,
  allergyAnswers,
  exerciseWords,
  familyIllnesses,
  smokingWords,
} from "./input.ts";

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

/** How somebody lives and what they have had. What was not asked stays "not asked". */
export function HealthPart(props: {
  form: Filled;
  ticked: (name: string, value: string) => boolean;
  allergy: AllergyAnswer;
}) {
  const { form, ticked, allergy } = props;
  const { t } = form;
  const diagnosis: Readonly<Record<string, Bilingual>> = diagnosisNames;
  return (
    <section class="card form" aria-labelledby="health-part">
      <h2 id="health-part">{t("enrol.health")}</h2>
      <div class="thirds">
        <SelectField
          form={form}
          name="health.smoking"
          label={t("enrol.smoking")}
          options={words(smokingWords, (word) => t(`enrol.smoking.${word}`))}
        />
        <SelectField
          form={form}
          name="health.alcohol"
          label={t("enrol.alcohol")}
          options={words(alcoholWords, (word) => t(`enrol.alcohol.${word}`))}
        />
        <SelectField
          form={form}
          name="health.exercise"
          label={t("enrol.exercise")}
          options={words(exerciseWords, (word) => t(`enrol.exercise.${word}`))}
        />
      </div>
      <Choices
        legend={t("enrol.diagnoses")}
        name="health.diagnoses"
        kind="checkbox"
        options={diagnosisCodes.map((code) => ({
          value: code,
          label: diagnosis[code] ? t.pick(diagnosis[code]) : t("enrol.fatty-liver"),
          checked: ticked("health.diagnoses", code),
        }))}
      />
      <Choices
        legend={t("enrol.drugs")}
        name="health.drugs"
        kind="checkbox"
        options={drugCodes.map((code) => ({
          value: code,
          label: t.pick(drugNames[code]),
          checked: ticked("health.drugs", code),
        }))}
      />
      <Choices
        legend={t("enrol.allergies")}
        name="allergies"
        kind="radio"
        options={allergyAnswers.map((answer) => ({
          value: answer,
          label: t(`enrol.allergies.${answer}`),
          checked: answer === allergy,
        }))}
      />
      <div class="cols" data-cols="half">
        <TextField
          form={form}
          name="health.allergies.text"
          label={t("enrol.allergies-text")}
          hint={t("enrol.allergies-hint")}
          maxlength={200}
          optional
        />
        <TextField
          form={form}
          name="health.medication"
          label={t("enrol.medication")}
          maxlength={200}
          optional
        />
        <TextField form={form} name="health.history" label={t("enrol.history")} maxlength={200} optional />
      </div>
      <Choices
        legend={t("enrol.family-history")}
        name="health.familyHistory"
        kind="checkbox"
        options={familyIllnesses.map((one) => ({
          value: one,
          label: t(`enrol.family-history.${one}`),
          checked: ticked("health.familyHistory", one),
        }))}
      />
      <div class="for-women">
        <Choices
          legend={t("enrol.pregnancy")}
          name="health.pregnant"
          kind="checkbox"
          options={[{ value: "yes", label: t("enrol.pregnant"), checked: ticked("health.pregnant", "yes") }]}
        />
      </div>
    </section>
  );
}

/** "Not asked" first, so that an untouched list says so. */
const words = <T extends string>(all: readonly T[], label: (word: T) => string) =>
  [...all]
    .sort((a, b) => Number(b === "unknown") - Number(a === "unknown"))
    .map((value) => ({
      value,
      label: label(value),
    }));
