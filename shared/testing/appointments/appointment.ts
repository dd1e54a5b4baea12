import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { offerIds } from "../doctors/offers.ts";

const appointmentStates = ["booked", "done", "no-show", "cancelled"] as const;

/** How an appointment ended. A referral that was made still has its own outcome to come. */
export const endings = ["done", "referral made", "no-show"] as const;
export type Ending = (typeof endings)[number];

const PlaceSchema = z.object({ doctor: z.string(), date: z.string(), time: z.string() });
/** With whom and when. */
export type Place = z.infer<typeof PlaceSchema>;

/** A time with a doctor that is not an exam (FHIR Appointment). */
export const AppointmentSchema = z.object({
  client: z.string(),
  id: z.string(),
  centre: z.string(),
  ...PlaceSchema.shape,
  offer: z.enum(offerIds),
  minutes: z.number().int(),
  state: z.enum(appointmentStates),
  /** The exam whose report is to be read. */
  exam: z.string().optional(),
  /** Follow-ups it is meant to settle. */
  followUps: z.array(z.string()).default([]),
  /** Where it stood before it was moved, oldest first. */
  moves: z.array(z.object({ at: z.string(), by: z.string(), from: PlaceSchema })).default([]),
  /** Why it was cancelled. */
  reason: z.string().optional(),
  ended: z
    .object({
      at: z.string(),
      by: z.object({ id: z.string(), name: z.string() }),
      as: z.enum(endings),
      /** To whom a referral was made. */
      to: z.string().optional(),
      /** Follow-ups that ended with it, and by which record. */
      settled: z.array(z.object({ followUp: z.string(), record: z.string() })).default([]),
    })
    .optional(),
  madeBy: z.string(),
  madeAt: z.string(),
  /** Mark of the idempotency key it was made under. */
  request: z.string().optional(),
  v: z.number().int(),
});
export type Appointment = z.infer<typeof AppointmentSchema>;

/** What was said in a talk, for those who care for the client; the client's own words where they were kept. */
export const TalkNoteSchema = z.object({
  client: z.string(),
  /** The appointment it was. */
  appointment: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  said: z.string(),
  /** What was learnt of the client's preferences. */
  learnt: z.string().optional(),
});
export type TalkNote = z.infer<typeof TalkNoteSchema>;

const time = z.string().regex(/^\d{2}:\d{2}$/);

export const MakeAppointmentSchema = z.strictObject({
  client: z.string(),
  doctor: z.string().min(1).max(60),
  offer: z.enum(offerIds),
  date: PlainDateSchema,
  time,
  exam: PlainDateSchema.optional(),
  followUps: z.array(z.string()).max(20).default([]),
});
export type MakeAppointment = z.input<typeof MakeAppointmentSchema>;

export const MoveAppointmentSchema = z.strictObject({
  doctor: z.string().min(1).max(60),
  date: PlainDateSchema,
  time,
});
export type MoveAppointment = z.input<typeof MoveAppointmentSchema>;
