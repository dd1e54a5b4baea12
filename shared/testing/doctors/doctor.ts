import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { says } from "../../kernel/parse.ts";
import { BilingualSchema } from "../../kernel/text.ts";
import { offerIds } from "./offers.ts";

export const spokenLanguages = ["zh", "yue", "en", "es", "fr", "de", "ja", "ko", "ru"] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

const TimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, says({ en: "Write the time as HH:MM.", zh: "时间格式为 HH:MM。" }));

/** From … to (no longer in it), local time of one day. */
export const SpanSchema = z
  .strictObject({ from: TimeSchema, to: TimeSchema })
  .refine(
    ({ from, to }) => from < to,
    says({ en: "The end comes after the beginning.", zh: "结束时间应晚于开始时间。" }),
  );
export type Span = z.infer<typeof SpanSchema>;

/** Hours that differ from the week's on some days; no hours at all is leave. */
export const ExceptionSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  hours: z.array(SpanSchema),
});
export type Exception = z.infer<typeof ExceptionSchema>;

const said = z.strictObject({
  zh: z.string().trim().min(1).max(400),
  en: z.string().trim().min(1).max(400),
});

/** What the centre says of somebody clients may see (PractitionerRole). Name, title and rank are the staff list's. */
export const DoctorProfileSchema = z.strictObject({
  specialty: said,
  /** What they are good at, in a sentence or two. */
  about: said,
  /** The year they began to practise. */
  since: z.number().int().min(1950).max(2100),
  speaks: z.array(z.enum(spokenLanguages)).min(1),
  offers: z.array(z.enum(offerIds)),
  room: z.string().trim().max(40).default(""),
  week: z
    .array(z.strictObject({ weekday: z.number().int().min(1).max(7), hours: z.array(SpanSchema).max(4) }))
    .max(7),
  /** Whether clients find them; appointments made before stand. */
  listed: z.boolean(),
});
export type DoctorProfile = z.infer<typeof DoctorProfileSchema>;

export const DoctorSchema = z.object({
  ...DoctorProfileSchema.shape,
  specialty: BilingualSchema,
  about: BilingualSchema,
  /** The staff id. */
  id: z.string(),
  centre: z.string(),
  exceptions: z.array(ExceptionSchema).default([]),
  v: z.number().int(),
});
export type Doctor = z.infer<typeof DoctorSchema>;

/** Other hours, or none, from a day to a day. */
export const OtherHoursSchema = z
  .strictObject({
    from: PlainDateSchema,
    to: PlainDateSchema,
    hours: z.array(SpanSchema).max(4).default([]),
  })
  .refine(({ from, to }) => from <= to, {
    ...says({ en: "The last day comes after the first.", zh: "结束日期不能早于开始日期。" }),
    path: ["to"],
  });
export type OtherHours = z.input<typeof OtherHoursSchema>;

const TakenSchema = z.object({
  time: z.string(),
  minutes: z.number().int(),
  appointment: z.string(),
});
export type Taken = z.infer<typeof TakenSchema>;

/** One day of one doctor: what is taken of it, by which appointment. `v` is 0 where nothing is stored yet. */
export const DoctorDaySchema = z.object({
  centre: z.string(),
  doctor: z.string(),
  date: z.string(),
  taken: z.array(TakenSchema),
  v: z.number().int(),
});
export type DoctorDay = z.infer<typeof DoctorDaySchema>;
