import * as z from "zod";

export const caseStates = ["open", "told", "followed", "closed", "lost contact"] as const;
export const contactPersons = ["client", "family", "emergency contact"] as const;
export const contactChannels = ["phone", "in person", "message"] as const;
/** Looks after a telling; `history`: the one look at a value that was old when it came in. */
export const lookIds = ["24 h", "7 d", "history"] as const;
/** `confirmed`: the words were said back. Only the first two stop the clock of telling. */
export const contactOutcomes = ["confirmed", "reached, no read-back", "unable to reach"] as const;

const By = z.object({ id: z.string(), name: z.string() });

/** A limit as it stood when a value met it. */
export const CaseLimitSchema = z.object({
  direction: z.enum([">=", "<="]),
  threshold: z.number(),
  unit: z.string(),
  class: z.enum(["A", "local"]),
  evidence: z.string().optional(),
  source: z.string(),
  status: z.enum(["published", "needs sign-off"]),
});

/** What was seen of the value at one time; without a limit it met none: the value was corrected. */
export const SeenSchema = z.object({
  at: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string(),
  comparator: z.enum(["<", ">"]).optional(),
  limit: CaseLimitSchema.optional(),
  source: z.string(),
  /** Who typed it, where a person did. */
  by: z.string().optional(),
});
export type SeenValue = z.infer<typeof SeenSchema>;

export const ContactSchema = z.object({
  at: z.string(),
  by: By,
  person: z.enum(contactPersons),
  /** None where it was recorded at the follow-up, which does not ask. */
  channel: z.enum(contactChannels).optional(),
  outcome: z.enum(contactOutcomes),
  note: z.string().optional(),
});
export type Contact = z.infer<typeof ContactSchema>;

/** A value somebody must hear of at once, and what became of it (a critical value; an answer about safety). */
export const CaseSchema = z.object({
  client: z.string(),
  id: z.string(),
  centre: z.string(),
  kind: z.enum(["critical", "safety"]),
  /** The exam and the item. */
  date: z.string(),
  item: z.string(),
  /** The value as it came in, and every later word on it; the last one counts. */
  seen: z.array(SeenSchema).min(1),
  openedAt: z.string(),
  /** When the present clock began: at the opening, or when the value asked for a new telling. */
  since: z.string(),
  tellBy: z.string(),
  state: z.enum(caseStates),
  contacts: z.array(ContactSchema),
  /** `asked` once their time has come. */
  looks: z.array(
    z.object({
      id: z.enum(lookIds),
      at: z.string(),
      asked: z.string().optional(),
      done: z.object({ at: z.string(), by: By, note: z.string() }).optional(),
    }),
  ),
  escalations: z.array(z.object({ at: z.string(), level: z.number().int().min(1) })),
  /** The next step of its clock; none where only a person can move it. */
  next: z.object({ at: z.string(), step: z.string() }).optional(),
  /** That the report of its exam was recalled: somebody must find out whose value it is, and whether it holds. */
  recalled: z.object({ at: z.string(), cause: z.enum(["wrong person", "entered in error"]) }).optional(),
  /** What became of it; more than one where the value came back after it was closed. */
  closings: z.array(z.object({ at: z.string(), by: By, word: z.string() })),
  /** Version of the stored item. */
  v: z.number().int(),
});
export type Case = z.infer<typeof CaseSchema>;

/** The case of one item of one exam, whoever brought the value. */
export const caseAbout = (cases: readonly Case[], date: string, item: string): Case | undefined =>
  cases.find((one) => one.date === date && one.item === item);

/** The last word on the value. */
export const lastSeen = ({ seen }: Pick<Case, "seen">): SeenValue => seen.at(-1) as SeenValue;

/**
 * Whether the value has been corrected to one that nobody needs to hear of at once. What somebody said about
 * their safety is no error of a laboratory: another answer never takes it back.
 */
export const isCorrected = (one: Pick<Case, "seen" | "kind">): boolean =>
  one.kind !== "safety" && lastSeen(one).limit === undefined;

/** Contacts since the present clock began. */
export const contactsNow = ({ contacts, since }: Pick<Case, "contacts" | "since">): Contact[] =>
  contacts.filter(({ at }) => at >= since);

export const wasReached = ({ outcome }: Pick<Contact, "outcome">): boolean => outcome !== "unable to reach";

/**
 * Whether a contact tells whom the case must be told to: of their safety one speaks with the client alone, in
 * person or by phone; a message is no conversation.
 */
export const tells = (
  { kind }: { kind?: Case["kind"] },
  contact: Pick<Contact, "person" | "channel" | "outcome">,
): boolean =>
  wasReached(contact) &&
  (kind !== "safety" || (contact.person === "client" && contact.channel !== "message"));

/** The contact by which the present telling was done, if it was. */
export const tellingOf = (
  one: Pick<Case, "contacts" | "since"> & { kind?: Case["kind"] },
): Contact | undefined => contactsNow(one).find((contact) => tells(one, contact));

/** Whether it is about a value that was old when it came in: looked at in office hours, with no clock of telling. */
export const isHistory = ({ looks }: Pick<Case, "looks">): boolean =>
  looks.some(({ id }) => id === "history");

/** Whether two attempts by different channels have failed. */
export function triedTwice(one: Pick<Case, "contacts" | "since">): boolean {
  const failed = contactsNow(one).filter((contact) => !wasReached(contact));
  return new Set(failed.flatMap(({ channel }) => channel ?? [])).size >= 2;
}
