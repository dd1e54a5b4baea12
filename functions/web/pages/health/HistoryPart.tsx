import { diagnosisNames, drugNames } from "../../../../shared/assessment/index.ts";
import { answers, diagnosisCodes, drugCodes, type Sex } from "../../../../shared/clients/index.ts";
import { Choices } from "../../components/index.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import { type AllergyAnswer, allergyAnswers } from "./input.ts";
import { unknownFirst } from "./options.ts";

/** What somebody has had and takes. What was not asked stays "not asked". */
export function HistoryPart(props: {
  form: Filled;
  ticked: (name: string, value: string) => boolean;
  allergy: AllergyAnswer;
  /** Where it is known: what only women are asked is left out for a man. */
  sex?: Sex;
}) {
  const { form, ticked, allergy, sex } = props;
  const { t } = form;
  const answer = unknownFirst(answers, (word) => t(`health.answer.${word}`));
  return (
    <section class="card form" aria-labelledby="history-part">
      <h2 id="history-part">{t("health.history-part")}</h2>
      <Choices
        legend={t("health.diagnoses")}
        name="health.diagnoses"
        error={form.mends.of("health.diagnoses")}
        kind="checkbox"
        options={diagnosisCodes.map((code) => ({
          value: code,
          label: t.pick(diagnosisNames[code]),
          checked: ticked("health.diagnoses", code),
        }))}
      />
      <div class="thirds">
        <div class="for-diabetes">
          <TextField
            form={form}
            name="health.diabetesSince"
            label={t("health.diabetes-since")}
            hint={t("health.diabetes-since-hint")}
            inputmode="numeric"
            maxlength={4}
            optional
          />
        </div>
        <SelectField
          form={form}
          name="health.everHighGlucose"
          label={t("health.high-glucose")}
          hint={t("health.high-glucose-hint")}
          options={answer}
        />
        {sex === "male" ? null : (
          <div class="for-women">
            <SelectField
              form={form}
              name="health.gestationalDiabetes"
              label={t("health.gestational")}
              hint={t("health.gestational-hint")}
              options={answer}
            />
          </div>
        )}
      </div>
      <Choices
        legend={t("health.drugs")}
        name="health.drugs"
        error={form.mends.of("health.drugs")}
        kind="checkbox"
        options={drugCodes.map((code) => ({
          value: code,
          label: t.pick(drugNames[code]),
          checked: ticked("health.drugs", code),
        }))}
      />
      <Choices
        legend={t("health.allergies")}
        name="allergies"
        error={form.mends.of("allergies")}
        kind="radio"
        options={allergyAnswers.map((answer) => ({
          value: answer,
          label: t(`health.allergies.${answer}`),
          checked: answer === allergy,
        }))}
      />
      <div class="cols" data-cols="half">
        <TextField
          form={form}
          name="health.allergies.text"
          label={t("health.allergies-text")}
          hint={t("health.allergies-hint")}
          maxlength={200}
          optional
        />
        <TextField
          form={form}
          name="health.medication"
          label={t("health.medication")}
          maxlength={200}
          optional
        />
        <TextField form={form} name="health.history" label={t("health.history")} maxlength={200} optional />
      </div>
      {sex === "male" ? null : (
        <div class="for-women">
          <Choices
            legend={t("health.pregnancy")}
            name="health.pregnant"
            error={form.mends.of("health.pregnant")}
            kind="checkbox"
            options={[
              { value: "yes", label: t("health.pregnant"), checked: ticked("health.pregnant", "yes") },
            ]}
          />
        </div>
      )}
    </section>
  );
}
