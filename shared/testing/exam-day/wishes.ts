import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { routings } from "./floor.ts";

/** Why laboratories send samples back, by the quality indicators of WS/T 496. */
export const rejectReasons = [
  "clotted",
  "haemolysed",
  "too little",
  "wrong tube",
  "label",
  "lost",
  "too late",
  "other",
] as const;

export const RejectSchema = z.strictObject({
  reason: z.enum(rejectReasons),
  note: z.string().trim().max(200).optional(),
});
export type Reject = z.input<typeof RejectSchema>;

const codes = z.array(z.string().max(20)).min(1).max(130);
const reason = z.string().trim().min(1).max(200);

export const OrderChangeSchema = z.discriminatedUnion("to", [
  /** 弃检: the client gives these up. */
  z.strictObject({ to: z.literal("declined"), items: codes, reason }),
  /** 迟检: on a later visit, on a day if one was said. */
  z.strictObject({ to: z.literal("deferred"), items: codes, reason, until: PlainDateSchema.optional() }),
  /** Takes back what was given up or put off by mistake. */
  z.strictObject({ to: z.literal("ordered"), items: codes }),
  /** Done outside the queue: after a recall, or entered from paper. */
  z.strictObject({ to: z.literal("collected"), items: codes }),
]);
export type OrderChange = z.input<typeof OrderChangeSchema>;

export const FloorChangeSchema = z.strictObject({
  /** Clients a room takes at a time; 0 closes it. */
  places: z.record(z.string(), z.number().int().min(0).max(99)).optional(),
  /** Items this centre does with a full bladder; the catalogue's source names none. */
  fullBladder: z.array(z.string().max(20)).max(50).optional(),
  routing: z.enum(routings).optional(),
});
export type FloorChange = z.input<typeof FloorChangeSchema>;

/** 替检: another person comes instead. */
export const PassOnSchema = z.strictObject({ to: z.string().max(20), reason });
export type PassOn = z.input<typeof PassOnSchema>;
