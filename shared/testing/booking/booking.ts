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
  /** The counters of its day it stands in beyond their limit, and who allowed that and why. */
  over: z.array(z.string()).default([]),
  override: z.object({ by: z.string(), reason: z.string(), at: z.string() }).optional(),
  /** The company quota it is counted in. */
  quota: z.object({ account: z.string(), id: z.string() }).optional(),
  /** Follow-ups this visit is meant to settle. */
  followUps: z.array(z.string()).default([]),
  /** While held: when the place goes back by itself. */
  heldUntil: z.string().optional(),
  /** The wait it was offered to. */
  offer: z.string().optional(),
  /** When its day is over: who has not come by then did not come. */
  endsAt: z.string().optional(),
  /** Where it was before, the first place first. */
  moves: z
    .array(
      z.object({
        date: z.string(),
        time: z.string(),
        resource: z.string(),
        at: z.string(),
        by: z.string(),
      }),
    )
    .default([]),
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

/** A booking nobody has to look at again. */
export function withoutClocks({
  prepareAt: _prepare,
  heldUntil: _held,
  endsAt: _ends,
  ...rest
}: Booking): Booking {
  return rest;
}

const ItemsSchema = z.array(z.string().max(20)).min(1).max(200);

export const BookExamSchema = z.strictObject({
  client: z.string(),
  package: z.string(),
  items: ItemsSchema.optional(),
  date: PlainDateSchema,
  time: z.string().regex(/^\d{2}:\d{2}$/),
  resource: z.string().max(40).default(general),
  followUps: z.array(z.string()).max(20).default([]),
  /** The company and department whose places it is counted in; staff only. */
  quota: z.strictObject({ account: z.string().max(40), department: z.string().max(60) }).optional(),
});
export type BookExam = z.input<typeof BookExamSchema>;

/** Another place for a booking, on the same resource unless another is named. */
export const MoveSchema = z.strictObject({
  date: PlainDateSchema,
  time: z.string().regex(/^\d{2}:\d{2}$/),
  resource: z.string().max(40).optional(),
});
export type Move = z.input<typeof MoveSchema>;

/** A booking beyond what the day holds, with the reason. */
export const OverrideSchema = BookExamSchema.extend({ reason: z.string().trim().min(2).max(200) });
export type Override = z.input<typeof OverrideSchema>;

export const ChangeItemsSchema = z.strictObject({ items: ItemsSchema });
