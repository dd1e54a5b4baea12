import {
  alcoholStates,
  answers,
  diagnosisCodes,
  drugCodes,
  exerciseStates,
  familyAscvdAnswers,
  familyDiabetesAnswers,
  type HealthFile,
  smokingStates,
} from "../../../../shared/clients/index.ts";
import type { Form } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { among, ticked } from "../forms/among.ts";
import type { Problem } from "../forms/mends.ts";
import { numberIn } from "../forms/number-in.ts";

export const allergyAnswers = ["unasked", "none", "some"] as const;
export type AllergyAnswer = (typeof allergyAnswers)[number];
/** An allergy that was written down was asked about, whatever is ticked. */
export const allergyIn = (form: Form): AllergyAnswer =>
  form.text("health.allergies.text") ? "some" : (among(allergyAnswers, form.text("allergies")) ?? "unasked");

/** Diet and sleep are told at length elsewhere; no form here asks them. */
export type HealthSaid = Omit<HealthFile, "diet" | "sleep">;

/** The typed answers as the verbs take them; nothing is judged here, and what was left alone is unknown. */
export function healthIn(form: Form, sex: string | undefined): HealthSaid {
  const allergy = allergyIn(form);
  const answer = (name: keyof HealthSaid) => among(answers, form.text(`health.${name}`)) ?? "unknown";
  const diabetesSince = numberOf(form, "health.diabetesSince");
  const neckCm = numberOf(form, "health.neckCm");
  return {
    smoking: among(smokingStates, form.text("health.smoking")) ?? "unknown",
    alcohol: among(alcoholStates, form.text("health.alcohol")) ?? "unknown",
    exercise: among(exerciseStates, form.text("health.exercise")) ?? "unknown",
    dailyVegFruit: answer("dailyVegFruit"),
    homeNorth: answer("homeNorth"),
    homeUrban: answer("homeUrban"),
    diagnoses: ticked(diagnosisCodes, form, "health.diagnoses"),
    ...(diabetesSince === undefined ? {} : { diabetesSince }),
    everHighGlucose: answer("everHighGlucose"),
    gestationalDiabetes: sex === "male" ? "unknown" : answer("gestationalDiabetes"),
    drugs: ticked(drugCodes, form, "health.drugs"),
    medication: form.text("health.medication"),
    allergies: {
      asked: allergy !== "unasked",
      text: allergy === "some" ? form.text("health.allergies.text") : "",
    },
    history: form.text("health.history"),
    familyDiabetes: among(familyDiabetesAnswers, form.text("health.familyDiabetes")) ?? "unknown",
    familyAscvd: among(familyAscvdAnswers, form.text("health.familyAscvd")) ?? "unknown",
    familyHypertension: answer("familyHypertension"),
    familyCancer: answer("familyCancer"),
    ...(neckCm === undefined ? {} : { neckCm }),
    pregnant: sex !== "male" && form.has("health.pregnant"),
  };
}

/** NaN for what is no number: the schema says so beside the field. */
const numberOf = (form: Form, name: string): number | undefined =>
  form.text(name) === "" ? undefined : (numberIn(form.text(name)) ?? Number.NaN);

/** The kept answers as the form's fields hold them. */
export function answersOf(health: HealthFile): Readonly<Record<string, string[]>> {
  const { diet: _, sleep: __, allergies, pregnant, ...rest } = health;
  const plain = Object.entries(rest).map(([name, value]) => [
    `health.${name}`,
    Array.isArray(value) ? value : [String(value)],
  ]);
  return {
    ...Object.fromEntries(plain),
    allergies: [allergies.text ? "some" : allergies.asked ? "none" : "unasked"],
    "health.allergies.text": [allergies.text],
    "health.pregnant": pregnant ? ["yes"] : [],
  };
}

/** "Allergic to" with nothing behind it would be kept as "none known". */
export const unsaidAllergy = (t: Text, form: Form): Problem[] =>
  allergyIn(form) === "some" && !form.text("health.allergies.text")
    ? [{ field: "health.allergies.text", message: t("health.allergies-missing") }]
    : [];
