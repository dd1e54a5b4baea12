import { type Given, type Questionnaire, safetyResult } from "../../../../shared/assessment/index.ts";
import { InvalidInput } from "../../../../shared/kernel/errors.ts";
import type { Form } from "../../page-route.ts";

/** The posted answers as points, in the order of the questions; nothing where nothing was chosen or it is no number. */
export const answersIn = (form: Form, { questions }: Questionnaire): Exclude<Given, undefined>[] =>
  questions.map((_, at) => {
    const text = form.text(`answers.${at}`).normalize("NFKC");
    return /^\d{1,4}$/.test(text) ? Number(text) : null;
  });

/** Whether what was said about safety is with the centre although the form as a whole was refused. */
export const safetyKept = (
  error: unknown,
  questionnaire: Questionnaire,
  answers: readonly Given[],
): boolean =>
  error instanceof InvalidInput &&
  error.problems.every(({ field }) => field.startsWith("answers.")) &&
  safetyResult(questionnaire, answers) !== undefined;
