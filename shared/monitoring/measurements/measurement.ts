import * as z from "zod";

/** What is measured at home, and the catalogue items it consists of. */
export const measurementKinds = {
  "blood-pressure": ["SBP", "DBP"],
  weight: ["WEIGHT"],
  waist: ["WAIST"],
  glucose: ["FPG"],
} as const satisfies Record<string, readonly string[]>;
export type MeasurementKind = keyof typeof measurementKinds;
const kinds = Object.keys(measurementKinds) as [MeasurementKind, ...MeasurementKind[]];

/** One reading by the client or a device (FHIR Observation); values in the catalogue's units. */
export const MeasurementSchema = z.object({
  client: z.string(),
  at: z.string(),
  /** The calendar date where the client is. */
  date: z.string(),
  kind: z.enum(kinds),
  values: z.array(z.object({ item: z.string(), value: z.number(), unit: z.string() })),
  device: z.boolean(),
  /** Usual for anybody, or unusual and confirmed by whoever typed it. */
  unusual: z.boolean(),
  by: z.string(),
  note: z.string().optional(),
  v: z.number().int(),
});
export type Measurement = z.infer<typeof MeasurementSchema>;

export const LogMeasurementSchema = z.strictObject({
  client: z.string(),
  kind: z.enum(kinds),
  values: z.record(z.string(), z.number()),
  at: z.iso.datetime().optional(),
  device: z.boolean().default(false),
  /** Said again after an unusual value was asked about. */
  confirmed: z.boolean().default(false),
  note: z.string().trim().max(200).optional(),
});
export type LogMeasurement = z.input<typeof LogMeasurementSchema>;
