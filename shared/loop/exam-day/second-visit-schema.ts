import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";

export const SecondVisitSchema = z.strictObject({
  date: PlainDateSchema,
  time: z.string().regex(/^\d{2}:\d{2}$/),
});
