import * as z from "zod";
import { says } from "../../kernel/parse.ts";
import { SignatureSchema } from "../countersign/second-signature.ts";
import { blank, outcomes } from "./template.ts";

const text = z.object({ zh: z.string(), en: z.string() }).partial();
const template = z.object({ id: z.string(), version: z.int().min(0) });

/** What one department says of one exam, as the report has it. */
export const DepartmentSaidSchema = z.object({
  department: z.string(),
  /** How often it was written; each writing is kept. */
  n: z.int().min(1),
  outcome: z.enum(outcomes),
  text,
  by: SignatureSchema,
  at: z.iso.datetime(),
});
export type DepartmentSaid = z.infer<typeof DepartmentSaidSchema>;

/**
 * A department's conclusion as it is kept: never changed, a further one stands over it. `despite` is the
 * department's reason where it was asked about something coded that says otherwise.
 */
export const DepartmentConclusionSchema = DepartmentSaidSchema.extend({
  template: z.exactOptional(template),
  despite: z.exactOptional(z.string()),
});
export type DepartmentConclusion = z.infer<typeof DepartmentConclusionSchema>;

/** A physician's answer to what a conclusion and the codes say differently. */
export const SettledSchema = z.object({
  question: z.string(),
  stands: z.enum(["codes", "conclusion"]),
  note: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
});
export type Settled = z.infer<typeof SettledSchema>;

const words = z
  .string()
  .trim()
  .max(2000)
  .refine(
    (said) => !said.includes(blank) && !/\{[^{}]*\}/.test(said),
    says({
      en: "A value is still missing: fill in the blank, or take the words around it out.",
      zh: "仍有空缺的数值，请补全或删去该句。",
    }),
  );

const reason = z.string().trim().min(2).max(300);

/** What a department writes; `seen` is the writing it had before it, 0 where there was none. */
export const WriteConclusionSchema = z.strictObject({
  outcome: z.enum(outcomes),
  text: z
    .strictObject({ zh: words.default(""), en: words.default("") })
    .refine(
      ({ zh, en }) => zh !== "" || en !== "",
      says({ en: "Write the conclusion, in either language.", zh: "请填写结论（中文或英文）。" }),
    ),
  template: template.optional(),
  despite: reason.optional(),
  seen: z.int().min(0).optional(),
});

/** Which of the two stands, and why. */
export const SettleSchema = z.strictObject({
  question: z.string().min(1).max(120),
  stands: z.enum(["codes", "conclusion"]),
  note: reason,
});
