import type { Given, Questionnaire } from "../../../../shared/assessment/index.ts";
import type { Form } from "../../page-route.ts";

/** The posted answers as points, in the order of the questions; nothing where nothing was chosen or it is no number. */
export const answersIn = (form: Form, { questions }: Questionnaire): Exclude<Given, undefined>[] =>
  questions.map((_, at) => {
    const text = form.text(`answers.${at}`).normalize("NFKC");
    return /^\d{1,4}$/.test(text) ? Number(text) : null;
  });
