import { AppError } from "../../../../shared/kernel/errors.ts";
import type { Text } from "../../text/index.ts";

/** What is to be mended in a form that was refused: all of it for the summary, and each field's own words. */
export interface Mends {
  all: readonly { field?: string | undefined; message: string }[];
  of(field: string): string | undefined;
}

const mends = (all: Mends["all"]): Mends => ({
  all,
  of: (field) => all.find((one) => one.field === field)?.message,
});

export const nothingToMend: Mends = mends([]);

/** One field with the words that mend it. */
export const mendOne = (field: string, message: string): Mends => mends([{ field, message }]);

const notForThisForm = new Set(["NotSignedIn", "NotAllowed", "NotFound"]);

/**
 * A refusal as the form that was refused shows it, so that nothing typed is lost.
 * @throws the error again when no form can mend it.
 */
export function mendsFor(t: Text, error: unknown): Mends {
  if (!(error instanceof AppError) || notForThisForm.has(error.code)) throw error;
  if (!error.problems.length) return mends([{ message: t.pick(error.sentence) }]);
  return mends(error.problems.map(({ field, message }) => ({ field, message: t.pick(message) })));
}
