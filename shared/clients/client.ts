import * as z from "zod";
import { says } from "../kernel/parse.ts";
import { channelNames } from "../kernel/ports.ts";
import { languages } from "../kernel/text.ts";
import { isPlainDate } from "../kernel/time.ts";
import { HealthFileSchema } from "./health-file.ts";

export const PlainDateSchema = z
  .string()
  .refine(isPlainDate, says({ en: "Write the date as YYYY-MM-DD.", zh: "日期格式为 YYYY-MM-DD。" }));

export const sexes = ["female", "male"] as const;
export const SexSchema = z.enum(sexes);
export type Sex = z.infer<typeof SexSchema>;

/** Documents that prove who somebody is; `centre` is a number the centre gives where there is none. */
export const documentKinds = ["national-id", "passport", "hk-mo-permit", "tw-permit", "centre"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What a client lets us do, one by one; nothing is implied by another. */
export const purposes = ["care", "service", "marketing", "employer-aggregate"] as const;
export type Purpose = (typeof purposes)[number];

export const clientStates = ["prospect", "enrolled", "active", "dormant", "left", "deceased"] as const;

export const relations = ["father", "mother", "spouse", "child", "sibling", "other"] as const;

export const ContactsSchema = z.object({
  phone: z.string().trim().max(24).optional(),
  email: z
    .string()
    .trim()
    .max(120)
    .refine(
      (text) => text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
      says({ en: "An e-mail address has one @ and a dot.", zh: "邮箱应包含 @ 和域名。" }),
    )
    .optional(),
  wechat: z.string().trim().max(64).optional(),
});

const ConsentSchema = z.object({ given: z.boolean(), at: z.string(), how: z.string(), text: z.string() });

const DocumentSchema = z.object({
  kind: z.enum(documentKinds),
  guard: z.string(),
  sealed: z.string(),
  masked: z.string(),
});

/** A client's profile as it is kept: one file per person, for life. */
export const ClientSchema = z.object({
  number: z.string(),
  centre: z.string(),
  state: z.enum(clientStates),
  name: z.string(),
  nameLatin: z.string().optional(),
  sex: SexSchema,
  birthDate: z.string(),
  document: DocumentSchema,
  contacts: ContactsSchema,
  channels: z.array(z.enum(channelNames)),
  language: z.enum(languages),
  zone: z.string(),
  manager: z.string().optional(),
  consents: z.partialRecord(z.enum(purposes), ConsentSchema),
  health: HealthFileSchema,
  occupation: z.string().optional(),
  family: z.array(z.object({ relation: z.enum(relations), client: z.string() })).default([]),
  /** Numbers of files that were merged into this one. */
  formerly: z.array(z.string()).optional(),
  /** Documents of those files; they lead here. */
  alsoDocuments: z.array(DocumentSchema).optional(),
  source: z.string(),
  createdAt: z.string(),
  enrolledAt: z.string().optional(),
  v: z.number().int(),
});
export type Client = z.infer<typeof ClientSchema>;

export const consentTextVersion = "2026-11";

/** What enrolment asks for. Birth date and sex may be left out where the national id tells them. */
export const EnrolSchema = z.strictObject({
  document: z.object({ kind: z.enum(documentKinds), text: z.string().trim().max(40).default("") }),
  name: z.string().trim().min(1).max(60),
  nameLatin: z.string().trim().max(60).optional(),
  sex: SexSchema.optional(),
  birthDate: PlainDateSchema.optional(),
  contacts: ContactsSchema.default({}),
  channels: z.array(z.enum(channelNames)).default(["wechat", "sms", "email"]),
  language: z.enum(languages).default("zh"),
  consents: z.array(z.enum(purposes)).default([]),
  health: z.strictObject(HealthFileSchema.shape).prefault({}),
  occupation: z.string().trim().max(60).optional(),
  manager: z.string().max(60).optional(),
  family: z.array(z.object({ relation: z.enum(relations), client: z.string() })).default([]),
  /** Said when the desk has seen the list of similar people and this is somebody else. */
  notADuplicate: z.boolean().default(false),
});
export type Enrol = z.input<typeof EnrolSchema>;

/** What lists show of a client. */
export interface ClientCard {
  number: string;
  name: string;
  nameLatin?: string | undefined;
  sex: Sex;
  birthDate: string;
  state: Client["state"];
  manager?: string | undefined;
}

export const cardOf = ({ number, name, nameLatin, sex, birthDate, state, manager }: Client): ClientCard => ({
  number,
  name,
  nameLatin,
  sex,
  birthDate,
  state,
  manager,
});
