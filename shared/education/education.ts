import * as z from "zod";
import { BilingualSchema } from "../kernel/text.ts";

/** What a person is asked to gain: know the fact, do the thing, master looking after it alone. */
const levels = ["know", "do", "master"] as const;
export type Level = (typeof levels)[number];

/** The grades an assessment can end in; a piece names those it is meant for. */
const grades = ["disease", "needs-confirmation", "sub-health", "healthy"] as const;
export type Grade = (typeof grades)[number];

const assignmentStates = ["assigned", "delivered", "opened", "understood", "skipped"] as const;
export type AssignmentState = (typeof assignmentStates)[number];

const SourceSchema = z.object({
  name: BilingualSchema,
  year: z.number().int(),
  url: z.exactOptional(z.url()),
});
export type Source = z.infer<typeof SourceSchema>;

const QuestionSchema = z.object({
  id: z.string().min(1),
  question: BilingualSchema,
  options: z.tuple([BilingualSchema, BilingualSchema, BilingualSchema]),
  /** Index of the right option. */
  answer: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** Shown after answering, whichever option was taken. */
  because: BilingualSchema,
});

/** One short piece of the library. `body` is paragraphs, in the same number and order in both languages. */
export const PieceSchema = z.object({
  id: z.string().min(1),
  /** The concern it belongs to, as findings and follow-ups name it. */
  topic: z.string().min(1),
  /** Other concerns it serves when they have no piece of their own. */
  alsoFor: z.exactOptional(z.array(z.string())),
  /** Findings of these concerns that it does not speak of: a low value where the piece explains a high one. */
  notFor: z.exactOptional(z.array(z.string())),
  level: z.enum(levels),
  grades: z.array(z.enum(grades)).min(1),
  title: BilingualSchema,
  /** Reading time in minutes, quiz included. */
  minutes: z.number().int().positive(),
  body: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
  source: SourceSchema,
  further: z.exactOptional(z.array(SourceSchema)),
  /** What the signing physician should look at first: written from general knowledge or a second-hand account. */
  check: z.exactOptional(z.array(BilingualSchema)),
  status: z.enum(["reviewed", "needs sign-off"]),
  reviewedOn: z.exactOptional(z.iso.date()),
  quiz: z.tuple([QuestionSchema, QuestionSchema, QuestionSchema]),
});
export type Piece = z.infer<typeof PieceSchema>;

const GivingSchema = z.object({
  exam: z.object({ date: z.iso.date(), version: z.number().int().min(1) }),
  at: z.iso.datetime(),
  reason: z.array(z.string()),
});

/**
 * A piece given to a client, with the findings that called for it:
 * `assigned → delivered → opened → understood | skipped`. A missed quiz leaves it `opened`, to be read again.
 */
export const AssignmentSchema = z.object({
  client: z.string().min(1),
  content: z.string().min(1),
  /** Rule ids of the findings behind it; never shown without the finding itself. */
  reason: z.array(z.string()),
  /** The exams that gave it, each with its own reasons; its client sees it once one of them is released. */
  given: z.exactOptional(z.array(GivingSchema)),
  level: z.enum(levels),
  state: z.enum(assignmentStates),
  /** The last answers given, question id → option index. */
  answers: z.exactOptional(z.record(z.string(), z.number().int())),
  /** Right answers of the last attempt, 0 to 3. */
  score: z.exactOptional(z.number().int().min(0).max(3)),
  attempts: z.number().int().min(0),
  assignedAt: z.iso.datetime(),
  deliveredAt: z.exactOptional(z.iso.datetime()),
  openedAt: z.exactOptional(z.iso.datetime()),
  understoodAt: z.exactOptional(z.iso.datetime()),
  skippedAt: z.exactOptional(z.iso.datetime()),
  v: z.number().int().min(1),
});
export type Assignment = z.infer<typeof AssignmentSchema>;

/** Answers to the three questions: question id → index of the chosen option. */
export const AnswersSchema = z.strictObject({
  answers: z.record(z.string(), z.number().int().min(0).max(2)),
});
