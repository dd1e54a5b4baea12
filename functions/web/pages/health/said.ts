import { diagnosisNames, drugNames } from "../../../../shared/assessment/index.ts";
import type { HealthFile } from "../../../../shared/clients/index.ts";
import type { Form } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Problem } from "../forms/mends.ts";
import { answersOf } from "./input.ts";

interface Question {
  label: (t: Text) => string;
  /** An answer in words; a line somebody wrote is its own. */
  word?: (t: Text, answer: string) => string;
}

const asked = (label: Question["label"], words: string): Question => ({
  label,
  word: (t, answer) => t(`${words}.${answer}` as "health.answer.yes"),
});

/** Every field of the form in its order, with what it asks. */
const questions: Readonly<Record<string, Question>> = {
  "health.smoking": asked((t) => t("health.smoking"), "health.smoking"),
  "health.alcohol": asked((t) => t("health.alcohol"), "health.alcohol"),
  "health.exercise": asked((t) => t("health.exercise"), "health.exercise"),
  "health.dailyVegFruit": asked((t) => t("health.veg-fruit"), "health.answer"),
  "health.homeNorth": asked((t) => t("health.north"), "health.north"),
  "health.homeUrban": asked((t) => t("health.urban"), "health.urban"),
  "health.familyDiabetes": asked((t) => t("health.family-diabetes"), "health.family-diabetes"),
  "health.familyAscvd": asked((t) => t("health.family-ascvd"), "health.family-ascvd"),
  "health.familyHypertension": asked((t) => t("health.family-hypertension"), "health.answer"),
  "health.familyCancer": asked((t) => t("health.family-cancer"), "health.answer"),
  "health.neckCm": { label: (t) => t("health.neck") },
  "health.diagnoses": {
    label: (t) => t("health.diagnoses"),
    word: (t, code) => t.pick(diagnosisNames[code as keyof typeof diagnosisNames]),
  },
  "health.diabetesSince": { label: (t) => t("health.diabetes-since") },
  "health.everHighGlucose": asked((t) => t("health.high-glucose"), "health.answer"),
  "health.gestationalDiabetes": asked((t) => t("health.gestational"), "health.answer"),
  "health.drugs": {
    label: (t) => t("health.drugs"),
    word: (t, code) => t.pick(drugNames[code as keyof typeof drugNames]),
  },
  allergies: asked((t) => t("health.allergies"), "health.allergies"),
  "health.allergies.text": { label: (t) => t("health.allergies-text") },
  "health.medication": { label: (t) => t("health.medication") },
  "health.history": { label: (t) => t("health.history") },
  "health.pregnant": asked((t) => t("health.pregnancy"), "health.answer"),
};

const ofWomen = ["health.gestationalDiabetes", "health.pregnant"];

/** The label of a field, for the summary of what is to be mended. */
export const labelIn =
  (t: Text) =>
  (field: string): string | undefined =>
    questions[field]?.label(t);

/** What the file says now wherever a form says something else, beside each field. */
export function saidOtherwise(
  t: Text,
  form: Form,
  { health, sex }: { health: HealthFile; sex: string },
): Problem[] {
  const kept = answersOf(health);
  return Object.entries(questions).flatMap(([field, { word }]): Problem[] => {
    if (sex === "male" && ofWomen.includes(field)) return [];
    const now = (kept[field] ?? []).filter(Boolean);
    const typed = form.all(field).filter(Boolean);
    if (now.length === typed.length && now.every((one) => typed.includes(one))) return [];
    const said = now.map((answer) => (word ? word(t, answer) : answer));
    return [{ field, message: t("health.now", { said: said.length ? t.list(said) : t("health.nothing") }) }];
  });
}
