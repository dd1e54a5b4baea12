import * as z from "zod";
import { says } from "../../kernel/parse.ts";

/** `moving → merged → undoing → undone`: a merge of two files of one person, and its way back. */
export const mergeStates = ["moving", "merged", "undoing", "undone"] as const;

/** The journal of a merge: which file stays, which becomes its alias, and how far it came. */
export const MergeSchema = z.object({
  id: z.string(),
  /** The number that stays. */
  keep: z.string(),
  /** The number that leads to it from now on. */
  gone: z.string(),
  centre: z.string(),
  state: z.enum(mergeStates),
  reason: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  startedAt: z.string(),
  mergedAt: z.string().optional(),
  undoneAt: z.string().optional(),
  /** Days on which both files had results. */
  both: z.array(z.string()).default([]),
  /** Steps of the journal so far. */
  parts: z.number().int(),
  /** When somebody looks whether it stopped on its way, or whether a late writer left something behind. */
  lookAt: z.string().optional(),
  v: z.number().int(),
});
export type Merge = z.infer<typeof MergeSchema>;

/** What a merge is asked by: said of two files after they were compared. */
export const MergeFilesSchema = z.strictObject({
  /** The number whose file goes into the other. */
  gone: z.string(),
  reason: z.string().trim().min(1).max(300),
  samePerson: z.boolean().refine(
    (said) => said,
    says({
      en: "Compare both files, then say that it is one person.",
      zh: "请核对两份档案，并确认为同一人。",
    }),
  ),
});

export const UndoMergeSchema = z.strictObject({ reason: z.string().trim().min(1).max(300) });
