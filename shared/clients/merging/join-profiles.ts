import type { Client } from "../client.ts";
import { blankHealthFile, type HealthFile } from "../health-file.ts";

const rank: readonly Client["state"][] = ["prospect", "left", "dormant", "enrolled", "active", "deceased"];

/**
 * The profile of one person out of two files: what the one that stays says goes before, gaps are filled from
 * the other, lists are put together, and of each consent the later word counts.
 */
export function joinProfiles(keep: Client, gone: Client): Client {
  const further = rank.indexOf(gone.state) > rank.indexOf(keep.state) ? gone.state : keep.state;
  const manager = keep.manager ?? gone.manager;
  const enrolledAt = [keep.enrolledAt, gone.enrolledAt].filter((at) => at !== undefined).sort()[0];
  const nameLatin = keep.nameLatin ?? gone.nameLatin;
  const occupation = keep.occupation ?? gone.occupation;
  const consents = { ...keep.consents };
  for (const [purpose, word] of Object.entries(gone.consents) as [keyof typeof consents, Consent][]) {
    const known = consents[purpose];
    if (!known || known.at < word.at) consents[purpose] = word;
  }
  const relatives = [...keep.family, ...gone.family].filter(
    ({ client }) => client !== keep.number && client !== gone.number,
  );
  return {
    ...keep,
    state: further,
    ...(nameLatin ? { nameLatin } : {}),
    ...(manager ? { manager } : {}),
    ...(occupation ? { occupation } : {}),
    ...(enrolledAt ? { enrolledAt } : {}),
    contacts: { ...filled(gone.contacts), ...filled(keep.contacts) },
    channels: [...new Set([...keep.channels, ...gone.channels])],
    consents,
    health: joinHealth(keep.health, gone.health),
    family: [...new Map(relatives.map((one) => [`${one.relation} ${one.client}`, one])).values()],
    formerly: [...new Set([...(keep.formerly ?? []), gone.number, ...(gone.formerly ?? [])])],
    alsoDocuments: [...(keep.alsoDocuments ?? []), gone.document, ...(gone.alsoDocuments ?? [])],
  };
}

type Consent = NonNullable<Client["consents"]["care"]>;

const filled = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== "")) as T;

/** Answer by answer: what is said goes before what is not, lists are put together. */
function joinHealth(keep: HealthFile, gone: HealthFile): HealthFile {
  const blank: Record<string, unknown> = blankHealthFile();
  const [ours, theirs] = [keep, gone] as Record<string, unknown>[];
  const joined: Record<string, unknown> = { ...theirs, ...ours };
  for (const [question, answer] of Object.entries(theirs ?? {})) {
    const said = ours?.[question];
    if (Array.isArray(said) && Array.isArray(answer)) joined[question] = [...new Set([...said, ...answer])];
    else if (JSON.stringify(said) === JSON.stringify(blank[question])) joined[question] = answer;
  }
  return joined as HealthFile;
}
