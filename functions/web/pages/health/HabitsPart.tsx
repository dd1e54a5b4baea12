import {
  alcoholStates,
  answers,
  exerciseStates,
  familyAscvdAnswers,
  familyDiabetesAnswers,
  smokingStates,
} from "../../../../shared/clients/index.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import { unknownFirst } from "./options.ts";

/** How somebody lives, and what runs in the family: what the risk scores ask. */
export function HabitsPart({ form }: { form: Filled }) {
  const { t } = form;
  const answer = unknownFirst(answers, (word) => t(`health.answer.${word}`));
  return (
    <section class="card form" aria-labelledby="habits-part">
      <div>
        <h2 id="habits-part">{t("health.habits-part")}</h2>
        <p class="hint">{t("health.habits-hint")}</p>
      </div>
      <div class="thirds">
        <SelectField
          form={form}
          name="health.smoking"
          label={t("health.smoking")}
          options={unknownFirst(smokingStates, (word) => t(`health.smoking.${word}`))}
        />
        <SelectField
          form={form}
          name="health.alcohol"
          label={t("health.alcohol")}
          options={unknownFirst(alcoholStates, (word) => t(`health.alcohol.${word}`))}
        />
        <SelectField
          form={form}
          name="health.exercise"
          label={t("health.exercise")}
          options={unknownFirst(exerciseStates, (word) => t(`health.exercise.${word}`))}
        />
        <SelectField form={form} name="health.dailyVegFruit" label={t("health.veg-fruit")} options={answer} />
        <SelectField
          form={form}
          name="health.homeNorth"
          label={t("health.north")}
          options={unknownFirst(answers, (word) => t(`health.north.${word}`))}
        />
        <SelectField
          form={form}
          name="health.homeUrban"
          label={t("health.urban")}
          options={unknownFirst(answers, (word) => t(`health.urban.${word}`))}
        />
      </div>
      <div class="cols" data-cols="half">
        <SelectField
          form={form}
          name="health.familyDiabetes"
          label={t("health.family-diabetes")}
          hint={t("health.family-diabetes-hint")}
          options={unknownFirst(familyDiabetesAnswers, (word) => t(`health.family-diabetes.${word}`))}
        />
        <SelectField
          form={form}
          name="health.familyAscvd"
          label={t("health.family-ascvd")}
          hint={t("health.family-ascvd-hint")}
          options={unknownFirst(familyAscvdAnswers, (word) => t(`health.family-ascvd.${word}`))}
        />
      </div>
      <div class="thirds">
        <SelectField
          form={form}
          name="health.familyHypertension"
          label={t("health.family-hypertension")}
          options={answer}
        />
        <SelectField
          form={form}
          name="health.familyCancer"
          label={t("health.family-cancer")}
          options={answer}
        />
        <TextField
          form={form}
          name="health.neckCm"
          label={t("health.neck")}
          inputmode="decimal"
          maxlength={5}
          optional
        />
      </div>
    </section>
  );
}
