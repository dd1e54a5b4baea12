import * as z from "zod";
import { contactChannels, contactOutcomes, contactPersons, lookIds } from "./case.ts";

const words = z.string().trim().min(1).max(300);
const which = { client: z.string(), id: z.string() };

/** What people do about a case and write down. */
export const RecordContactSchema = z.strictObject({
  ...which,
  person: z.enum(contactPersons),
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  /** What was said; kept in the record only. */
  note: words.optional(),
  /** Other cases of the same client that were spoken of in the same contact. */
  also: z.array(z.string()).max(30).default([]),
});
export type RecordContact = z.input<typeof RecordContactSchema>;

/** `look`: which one it is, so that a form sent twice is one look. */
export const LookSchema = z.strictObject({ ...which, look: z.enum(lookIds), note: words });
export type CaseLook = z.input<typeof LookSchema>;
export const CloseCaseSchema = z.strictObject({ ...which, word: words });
