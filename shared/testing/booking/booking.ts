import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { general } from "../places/calendar.ts";

export const bookingStates = [
  "held",
  "confirmed",
  "arrived",
  "done",
  "no-show",
  "cancelled",
  "expired",
] as const;

/** A place given to a client on a day (FHIR Appointment). */
export const BookingSchema = z.object({
  id: z.string(),
  client: z.string(),
  centre: z.string(),
  package: z.string(),
  /** Codes of the exam items chosen; without it, what the package holds for the client's sex. */
  items: z.array(z.string()).optional(),
  date: z.string(),
  time: z.string(),
  resource: z.string(),
  state: z.enum(bookingStates),
  /** The scarce items whose daily caps it is counted in. */
  caps: z.array(z.string()).default([]),
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

/** Whether a booking takes a place that is still to be used or being used. */
export const stands = ({ state }: Pick<Booking, "state">): boolean =>
  state === "held" || state === "confirmed" || state === "arrived";

const ItemsSchema = z.array(z.string().max(20)).min(1).max(200);

export const BookExamSchema = z.strictObject({
  client: z.string(),
  package: z.string(),
  items: ItemsSchema.optional(),
  date: PlainDateSchema,
  time: z.string().regex(/^\d{2}:\d{2}$/),
  resource: z.string().max(40).default(general),
  followUps: z.array(z.string()).max(20).default([]),
});
export type BookExam = z.input<typeof BookExamSchema>;

export const ChangeItemsSchema = z.strictObject({ items: ItemsSchema });
