import * as z from "zod";
import { says } from "../kernel/parse.ts";

export const bookParts = ["rules", "important"] as const;
/** What the book holds: the rules of assessment, and the list of important abnormal results. */
export type BookPart = (typeof bookParts)[number];

const date = z.iso.date();
const person = z.object({ id: z.string(), name: z.string() });

const ChangeSchema = z.strictObject({
  rule: z.string().min(1).max(80),
  path: z.string().min(1).max(120),
  limit: z
    .number()
    .refine(
      (limit) => limit > 0 && limit < 1e6,
      says({ en: "A cut-off is a number above zero.", zh: "界值须为大于零的数字。" }),
    ),
});

/**
 * An edition the hospital made of a shipped rule set: the same rules with other numbers. A draft may change;
 * a signed one never does, and takes effect on a later day than its signature; it can be withdrawn until then.
 */
export const RuleVersionSchema = z.object({
  id: z.string(),
  part: z.enum(bookParts),
  base: z.string(),
  effectiveFrom: date,
  changes: z.array(ChangeSchema),
  why: z.string(),
  state: z.enum(["draft", "signed", "withdrawn"]),
  madeBy: person,
  madeAt: z.iso.datetime(),
  signedBy: z.exactOptional(person),
  signedAt: z.exactOptional(z.iso.datetime()),
  withdrawn: z.exactOptional(z.object({ by: person, at: z.iso.datetime(), why: z.string() })),
  v: z.int().min(1),
});
export type RuleVersion = z.infer<typeof RuleVersionSchema>;

const why = z.string().trim().min(2).max(500);

/** Several cut-offs may change in one version; the reason is for those who read it in ten years. */
export const DraftSchema = z.strictObject({
  part: z.enum(bookParts).default("rules"),
  base: z.string().min(1).max(40),
  effectiveFrom: date,
  changes: z.array(ChangeSchema).min(1).max(60),
  why,
});

export const RedraftSchema = DraftSchema.pick({ effectiveFrom: true, changes: true, why: true }).extend({
  seen: z.int().min(1).optional(),
});

/** What was seen when it was signed: a draft that has changed since is not signed unseen. */
export const SignVersionSchema = z.strictObject({ seen: z.int().min(1).optional() });

export const WithdrawSchema = z.strictObject({ why });

/** A physician's word for one rule that no published text carries, and, when taken back, the reason. */
export const SignOffSchema = z.object({
  set: z.string(),
  rule: z.string(),
  by: person,
  at: z.iso.datetime(),
  note: z.string(),
  revoked: z.exactOptional(z.object({ by: person, at: z.iso.datetime(), why: z.string() })),
  v: z.int().min(0),
});
export type SignOff = z.infer<typeof SignOffSchema>;

export const SignOffNoteSchema = z.strictObject({ note: z.string().trim().max(500).default("") });
export const RevokeSchema = z.strictObject({ why });

export const CompareSchema = z.object({
  from: z.string().min(1).max(40),
  to: z.string().min(1).max(40),
  cursor: z.string().max(200).optional(),
});
