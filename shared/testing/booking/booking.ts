import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";

export const bookingStates = ["confirmed", "arrived", "done", "no-show", "cancelled"] as const;

/** A place given to a client on a day (FHIR Appointment). */
export const BookingSchema = z.object({
  id: z.string(),
  client: z.string(),
  centre: z.string(),
  package: z.string(),
  date: z.string(),
  time: z.string(),
  resource: z.string(),
  state: z.enum(bookingStates),
  /** Follow-ups this visit is meant to settle. */
  followUps: z.array(z.string()).default([]),
  /** When the preparation reminder falls due; gone once it was dealt with. */
  prepareAt: z.string().optional(),
  arrivedAt: z.string().optional(),
  fasting: z.boolean().optional(),
  reason: z.string().optional(),
  madeBy: z.string(),
  madeAt: z.string(),
  /** Mark of the idempotency key it was made under. */
  request: z.string().optional(),
  v: z.number().int(),
});
export type Booking = z.infer<typeof BookingSchema>;

export const BookExamSchema = z.strictObject({
  client: z.string(),
  package: z.string(),
  date: PlainDateSchema,
  time: z.string().regex(/^\d{2}:\d{2}$/),
  followUps: z.array(z.string()).max(20).default([]),
});
export type BookExam = z.input<typeof BookExamSchema>;
