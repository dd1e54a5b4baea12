import * as z from "zod";

export const BookTeamDaySchema = z.strictObject({
  client: z.string(),
  time: z.string().regex(/^\d{2}:\d{2}$/),
});
