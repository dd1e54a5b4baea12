import * as z from "zod";
import { channelNames } from "../kernel/ports.ts";
import { languages } from "../kernel/text.ts";
import { ContactsSchema, purposes } from "./client.ts";
import { HealthChangeSchema } from "./health-file.ts";

/** The parts of a file that may be sent to be changed. */
export const ChangeClientSchema = z.strictObject({
  contacts: ContactsSchema.optional(),
  channels: z.array(z.enum(channelNames)).optional(),
  language: z.enum(languages).optional(),
  health: HealthChangeSchema.optional(),
  manager: z.string().max(60).optional(),
  occupation: z.string().trim().max(60).optional(),
});

/** Answers of the health file, and the `v` of the file somebody had before them. */
export const ChangeHealthSchema = HealthChangeSchema.extend({ seen: z.int().min(1).optional() });

/** One purpose, given or withdrawn. */
export const ConsentSchema = z.strictObject({ purpose: z.enum(purposes), given: z.boolean() });
