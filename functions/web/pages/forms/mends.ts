import { AppError } from "../../../../shared/kernel/errors.ts";
import type { Text } from "../../text/index.ts";

/** What is to be mended in a form that was refused: all of it for the summary, and each field's own words. */
export interface Mends {
  all: readonly { field?: string | undefined; message: string }[];
  of(field: string): string | undefined;
}

export interface Problem {
  field: string;
  message: string;
}

export const nothingToMend: Mends = { all: [], of: () => undefined };

/** One field with the words that mend it. */
export const mendOne = (field: string, message: string): Mends => ({
  all: [{ field, message }],
  of: (name) => (name === field ? message : undefined),
});

/** Problems of named fields; in the summary each says which field it means, where `labelOf` knows. */
export function mends(
  t: Text,
  problems: readonly Problem[],
  labelOf: (field: string) => string | undefined = () => undefined,
): Mends {
  return {
    all: problems.map(({ field, message }) => {
      const label = labelOf(field);
      return { field, message: label ? `${label}${t.language === "zh" ? "：" : ": "}${message}` : message };
    }),
    of: (field) => problems.find((one) => one.field === field)?.message,
  };
}

const notForThisForm = new Set(["NotSignedIn", "NotAllowed", "NotFound"]);

/** A refusal whose fields the form calls otherwise. @throws as {@link mendsFor}. */
export function mendsCalled(t: Text, error: unknown, called: (field: string) => string): Mends {
  const { all } = mendsFor(t, error);
  const problems = all.flatMap(({ field, message }) => (field ? [{ field: called(field), message }] : []));
  return problems.length ? mends(t, problems) : { all, of: () => undefined };
}

/**
 * A refusal as the form that was refused shows it, so that nothing typed is lost.
 * @throws the error again when no form can mend it.
 */
export function mendsFor(t: Text, error: unknown, labelOf?: (field: string) => string | undefined): Mends {
  if (!(error instanceof AppError) || notForThisForm.has(error.code)) throw error;
  if (!error.problems.length) return { all: [{ message: t.pick(error.sentence) }], of: () => undefined };
  const problems = error.problems.map(({ field, message }) => ({ field, message: t.pick(message) }));
  return mends(t, problems, labelOf);
}
