import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { HoursSchema } from "../places/calendar.ts";

/** A day on which a team examines at a company: its own calendar and its own items. */
export const TeamDaySchema = z.object({
  centre: z.string(),
  /** Begins with its date. */
  id: z.string(),
  date: z.string(),
  /** The company's account number. */
  account: z.string(),
  company: z.string(),
  address: z.string(),
  /** The package it is sold as, and what of it is done there. */
  package: z.string(),
  items: z.array(z.string()),
  /** Whether an X-ray vehicle comes. */
  vehicle: z.boolean(),
  hours: HoursSchema,
  state: z.enum(["planned", "cancelled"]),
  reason: z.string().optional(),
  madeBy: z.string(),
  madeAt: z.string(),
  v: z.number().int(),
});
export type TeamDay = z.infer<typeof TeamDaySchema>;

export const PlanTeamDaySchema = z.strictObject({
  date: PlainDateSchema,
  account: z.string().trim().min(1).max(40),
  company: z.string().trim().min(1).max(80),
  address: z.string().trim().min(1).max(200),
  package: z.string().max(40),
  items: z.array(z.string().max(20)).min(1).max(200),
  vehicle: z.boolean().default(false),
  hours: HoursSchema,
});
export type PlanTeamDay = z.input<typeof PlanTeamDaySchema>;

/** The resource of the centre's calendar that a team day is. */
export const resourceOf = ({ id }: Pick<TeamDay, "id">): string => `team-${id}`;

/** The team day whose calendar a resource is; undefined for the centre's own resources. */
export const teamDayIdOf = (resource: string): string | undefined => /^team-(.+)$/.exec(resource)?.[1];

/** Whether a visit is at a company and not at the centre. */
export const isOffSite = ({ resource }: { resource: string }): boolean => teamDayIdOf(resource) !== undefined;
