import * as z from "zod";

/** Of FHIR R4, what exam results need; all else is let through unread. */
export const BundleSchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.enum(["transaction", "collection", "batch", "searchset"]),
  entry: z.array(z.unknown()).default([]),
});

export const EntrySchema = z.object({
  fullUrl: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }),
});

const ConceptSchema = z.object({
  coding: z
    .array(
      z.object({
        system: z.string().optional(),
        code: z.string().optional(),
        display: z.string().optional(),
      }),
    )
    .default([]),
  text: z.string().optional(),
});

export const PatientSchema = z.object({
  identifier: z.array(z.object({ type: ConceptSchema.optional(), value: z.string().optional() })).default([]),
  name: z
    .array(
      z.object({
        text: z.string().optional(),
        family: z.string().optional(),
        given: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  telecom: z.array(z.object({ system: z.string().optional(), value: z.string().optional() })).default([]),
});

export type Patient = z.infer<typeof PatientSchema>;

const ValueSchema = z.object({
  valueQuantity: z
    .object({
      value: z.number().optional(),
      comparator: z.string().optional(),
      unit: z.string().optional(),
      code: z.string().optional(),
    })
    .optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueCodeableConcept: ConceptSchema.optional(),
});

export const ObservationSchema = ValueSchema.extend({
  status: z.string(),
  code: ConceptSchema,
  subject: z.object({ reference: z.string().optional() }).optional(),
  effectiveDateTime: z.string().optional(),
  effectivePeriod: z.object({ start: z.string().optional() }).optional(),
  component: z.array(ValueSchema.extend({ code: ConceptSchema })).optional(),
});
export type Observation = z.infer<typeof ObservationSchema>;
/** What an Observation or one of its components holds. */
export type ObservedValue = z.infer<typeof ValueSchema> & { code: Observation["code"] };
