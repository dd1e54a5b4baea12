import * as z from "zod";

/**
 * Answers as points, in the order of the questions; `date` is the exam they belong to, for who fills in a
 * paper one.
 */
export const AnsweredSchema = z.strictObject({
  answers: z.array(z.int().nullable()).max(60),
  date: z.iso.date().optional(),
});
