import * as z from "zod";
import { says } from "../../kernel/parse.ts";
import { endings } from "../../testing/schemas.ts";

/** Records a talk can be: what was said, what came of an earlier referral, what treatment was begun or declined. */
export const talkRecords = [
  "conversation recorded",
  "referral outcome",
  "treatment recorded",
  "treatment declined",
] as const;

/** How an appointment ended, what was said, and which follow-ups it settles by which record. */
export const EndAppointmentSchema = z
  .strictObject({
    as: z.enum(endings),
    to: z.string().trim().max(120).optional(),
    said: z.string().trim().max(2000).optional(),
    learnt: z.string().trim().max(500).optional(),
    settles: z
      .array(z.strictObject({ followUp: z.string().max(60), record: z.enum(talkRecords) }))
      .max(10)
      .default([]),
  })
  .refine(({ as, to }) => as !== "referral made" || Boolean(to), {
    ...says({ en: "Say to whom the referral was made.", zh: "请填写转诊去向。" }),
    path: ["to"],
  })
  .refine(({ settles, said }) => !settles.length || Boolean(said), {
    ...says({
      en: "Write down what was said: it is what ends the follow-up.",
      zh: "请记录面谈内容，这是结束随访的依据。",
    }),
    path: ["said"],
  })
  .refine(({ as, settles, said, learnt }) => as !== "no-show" || (!settles.length && !said && !learnt), {
    ...says({
      en: "Nobody came: there is nothing to write down of a talk.",
      zh: "客户未到，无面谈内容可记录。",
    }),
    path: ["said"],
  })
  .refine(
    ({ as, settles }) =>
      as !== "referral made" || settles.every(({ record }) => record !== "referral outcome"),
    {
      ...says({
        en: "A referral that is made has no outcome yet. The follow-up stays open until it is known.",
        zh: "刚转诊尚无结果，随访将保持打开，直至获知结果。",
      }),
      path: ["settles"],
    },
  );
