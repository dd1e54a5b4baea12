import * as z from "zod";

/** Whom to invite to book which package, and how many days the link is open. */
export const InviteSchema = z.strictObject({
  client: z.string(),
  package: z.string().max(40),
  days: z.number().int().min(1).max(90).default(30),
});
export type Invite = z.input<typeof InviteSchema>;
