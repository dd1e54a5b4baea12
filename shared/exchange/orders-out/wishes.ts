import * as z from "zod";

/** What another system says of orders it was told: taken, an error in them, or refused. */
export const AcknowledgeSchema = z.strictObject({ code: z.enum(["AA", "AE", "AR"]) });
export type Acknowledge = z.input<typeof AcknowledgeSchema>;

/** Whose orders are fetched: one system's, else all. */
export const OutboxSchema = z.object({ kind: z.enum(["lab", "imaging"]).optional() });

export const OrdersViewSchema = z.object({
  kind: z.enum(["lab", "imaging"]).default("lab"),
  format: z.enum(["hl7", "fhir"]).default("hl7"),
});
