import * as z from "zod";

const stepActs = ["held", "linked", "unlinked", "set aside", "put back"] as const;

/** A row of results that waits until a person says whose it is. The row itself is sealed. */
export const HeldSchema = z.object({
  centre: z.string(),
  /** The same row is held once: digest of what it says. */
  mark: z.string(),
  state: z.enum(["waiting", "linked", "aside"]).default("waiting"),
  /** The file its document belongs to, or the one it was taken out of; "" where there is none. */
  client: z.string(),
  sealed: z.string(),
  reasons: z.array(z.string()),
  source: z.string().default(""),
  file: z.string(),
  line: z.number().int(),
  /** Of the exam. */
  date: z.string(),
  at: z.string(),
  /** When its words were first heard, where they stood in a file before they waited here. */
  heard: z.string().optional(),
  linked: z
    .object({
      client: z.string(),
      at: z.string(),
      by: z.string(),
      /** Items that stayed out, because the file held a newer word on them. */
      older: z.array(z.string()).optional(),
    })
    .optional(),
  /** A person looked at it and said why it goes into no file. */
  aside: z
    .object({
      at: z.string(),
      by: z.string(),
      reason: z.string(),
      /** Its import was undone: brought again, it waits again. */
      undone: z.literal(true).optional(),
    })
    .optional(),
  history: z
    .array(z.object({ act: z.enum(stepActs), at: z.string(), by: z.string(), client: z.string().optional() }))
    .default([]),
  v: z.number().int(),
});
export type Held = z.infer<typeof HeldSchema>;
