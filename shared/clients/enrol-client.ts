import type * as z from "zod";
import { authorize } from "../access/index.ts";
import { commit, inputHash, madeBefore, onceKey, Repeated, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { AlreadyThere, type FieldProblem, InvalidInput, NotAllowed } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { defaultZone, localDate } from "../kernel/time.ts";
import { type Client, consentTextVersion, type Enrol, EnrolSchema, type Purpose } from "./client.ts";
import {
  type Along,
  addClient,
  claimIdentity,
  clientOf,
  nothingAlong,
  numberByGuard,
  saveClient,
  subjectOf,
} from "./clients.store.ts";
import { type KnownDocument, knowDocument, numberFor } from "./documents.ts";
import { similarClients } from "./find-clients.ts";
import { mustBePossible } from "./health-file.ts";
import { type Disagreement, disagreements } from "./match-person.ts";
import { aliasOf } from "./merging/merges.store.ts";
import { readPhone } from "./phone.ts";

/**
 * Enrols a VIP client, or turns a prospect of the same document into one. One person has one file:
 * concurrent enrolments of one document give one client.
 * @throws InvalidInput naming the field, also where a prospect's file says otherwise; AlreadyThere when the
 * document has a file (`facts.client`, unless it is another centre's), or (`facts.similar`) when somebody
 * alike exists and `notADuplicate` was not said.
 */
export async function enrolClient(
  ctx: Ctx,
  input: Enrol,
  idempotencyKey?: string,
  along: Along = nothingAlong,
): Promise<Client> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const centre = ctx.actor.centre;
  authorize(ctx, "client:enrol", { centre });
  const wanted = parse(EnrolSchema, input);
  const document = await knowDocument(ctx, wanted.document.kind, wanted.document.text);
  const person = agree(wanted, document);
  mustBePossible(wanted.health, person, localDate(ctx.now(), defaultZone));
  const key = idempotencyKey ? onceKey(ctx, "client:enrol", idempotencyKey) : undefined;
  const before = async (): Promise<Client | undefined> => {
    const made = key ? await madeBefore(ctx, key, input) : undefined;
    return made && clientOf(ctx, made["client"] as string);
  };
  if (!wanted.notADuplicate) {
    const alike = await similarClients(ctx, centre, wanted.name, person.birthDate);
    const same = alike.length ? await before() : undefined;
    if (same) return same;
    if (alike.length) throw await whyNot(ctx, document, alike);
  }
  const once = key ? { key, input: inputHash(input) } : undefined;
  const file = fileFrom(ctx, centre, wanted, person);
  try {
    return await openNewFile(ctx, document, file, once);
  } catch (error) {
    const made = error instanceof Repeated ? await before() : undefined;
    if (made) return made;
    if (error instanceof IdentityTaken)
      return withRetry(ctx, () => welcomeProspect(ctx, document, file, once, along));
    throw error;
  }
}

type File = Omit<Client, "number" | "document" | "source" | "createdAt" | "v">;
type OnceKey = { key: string; input: string } | undefined;

class IdentityTaken extends Error {}
class NumberTaken extends Error {}

function fileFrom(
  ctx: Ctx,
  centre: string,
  wanted: z.output<typeof EnrolSchema>,
  person: Pick<Client, "sex" | "birthDate">,
): File {
  const now = ctx.now();
  const { phone } = wanted.contacts;
  return {
    centre,
    state: "enrolled",
    name: wanted.name,
    ...(wanted.nameLatin ? { nameLatin: wanted.nameLatin } : {}),
    ...person,
    contacts: { ...wanted.contacts, ...(phone ? { phone: readPhone(phone) } : {}) },
    channels: wanted.channels,
    language: wanted.language,
    zone: defaultZone,
    ...(wanted.manager ? { manager: wanted.manager } : {}),
    consents: consentsGiven(wanted.consents, now, ctx.actor.id),
    health: wanted.health,
    ...(wanted.occupation ? { occupation: wanted.occupation } : {}),
    family: wanted.family,
    enrolledAt: now,
  };
}

/** Written without looking first: the conditions of the write tell whether the identity or the number is taken. */
async function openNewFile(ctx: Ctx, document: KnownDocument, file: File, once: OnceKey): Promise<Client> {
  for (let attempt = 0; ; attempt++) {
    const number = numberFor(document.seed, attempt);
    if (await aliasOf(ctx, number)) continue;
    const client: Client = {
      number,
      ...file,
      document: document.stored,
      source: "front desk",
      createdAt: ctx.now(),
      v: 1,
    };
    try {
      await commit(ctx, {
        changes: [
          claimIdentity(document.stored.guard, number, () => new IdentityTaken()),
          addClient(client, () => new NumberTaken()),
        ],
        log: { subject: subjectOf(number), action: "client.enrolled", v: 1 },
        ...(once ? { once: { ...once, made: { client: number } } } : {}),
      });
      return client;
    } catch (error) {
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}

/**
 * The document has a file already: a prospect's becomes a client's if it is about the same person, a
 * client's is named. Another centre's stays what and where it is.
 */
async function welcomeProspect(
  ctx: Ctx,
  document: KnownDocument,
  file: File,
  once: OnceKey,
  along: Along,
): Promise<Client> {
  const number = (await numberByGuard(ctx, document.stored.guard)) as string;
  const known = (await clientOf(ctx, number)) as Client;
  if (known.centre !== file.centre) throw hasFileElsewhere();
  if (known.state !== "prospect") throw hasFile(number);
  const differs = disagreements(file, known);
  if (differs.length) throw new InvalidInput(differs.map((what) => inFile[what]));
  const client: Client = { ...known, ...file };
  await commit(ctx, {
    changes: [saveClient(client), ...(await along(client, known))],
    log: { subject: subjectOf(number), action: "client.enrolled", v: known.v + 1 },
    ...(once ? { once: { ...once, made: { client: number } } } : {}),
  });
  return { ...client, v: known.v + 1 };
}

/** Why somebody alike stops the enrolment: this very document has a file, or another one looks the same. */
async function whyNot(ctx: Ctx, document: KnownDocument, alike: readonly string[]): Promise<AlreadyThere> {
  const number = await numberByGuard(ctx, document.stored.guard);
  return number && alike.includes(number) ? hasFile(number) : looksAlike(alike);
}

/** What the document tells wins over an empty field and is checked against a filled one. */
function agree(
  wanted: { sex?: Client["sex"] | undefined; birthDate?: string | undefined },
  known: KnownDocument,
) {
  const problems: FieldProblem[] = [];
  if (known.birthDate && wanted.birthDate && known.birthDate !== wanted.birthDate)
    problems.push({
      field: "birthDate",
      message: {
        en: "The id number gives another birth date. Check both.",
        zh: "与身份证号中的出生日期不符，请核对。",
      },
    });
  if (known.sex && wanted.sex && known.sex !== wanted.sex)
    problems.push({
      field: "sex",
      message: {
        en: "The id number gives the other sex. Check both.",
        zh: "与身份证号中的性别不符，请核对。",
      },
    });
  const birthDate = wanted.birthDate ?? known.birthDate;
  const sex = wanted.sex ?? known.sex;
  if (!birthDate)
    problems.push({ field: "birthDate", message: { en: "Give the birth date.", zh: "请填写出生日期。" } });
  if (!sex) problems.push({ field: "sex", message: { en: "Choose female or male.", zh: "请选择性别。" } });
  if (problems.length || !birthDate || !sex) throw new InvalidInput(problems);
  return { birthDate, sex };
}

/** The first number of this person's own row that nobody else has. */
export async function freeNumber(ctx: Ctx, seed: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const number = numberFor(seed, attempt);
    if (!(await clientOf(ctx, number)) && !(await aliasOf(ctx, number))) return number;
  }
}

function consentsGiven(given: readonly Purpose[], at: string, by: string): Client["consents"] {
  return Object.fromEntries(
    given.map((purpose) => [purpose, { given: true, at, how: `desk:${by}`, text: consentTextVersion }]),
  );
}

const hasFile = (client: string) =>
  new AlreadyThere(
    { en: "This document already has a file here. Open it instead.", zh: "该证件已建档，请直接打开。" },
    { client },
  );

const hasFileElsewhere = () =>
  new AlreadyThere({
    en: "This document already has a file at another centre. Ask there.",
    zh: "该证件已在其他中心建档，请与该中心联系。",
  });

const inFile: Record<Disagreement, FieldProblem> = {
  name: {
    field: "name",
    message: {
      en: "Results under this document came in another name. Check the document and the name.",
      zh: "该证件名下已有检查结果，但姓名不同，请核对证件与姓名。",
    },
  },
  sex: {
    field: "sex",
    message: {
      en: "Results under this document came for the other sex. Check both.",
      zh: "该证件名下已有检查结果，但性别不同，请核对。",
    },
  },
  "birth date": {
    field: "birthDate",
    message: {
      en: "Results under this document came with another birth date. Check both.",
      zh: "该证件名下已有检查结果，但出生日期不同，请核对。",
    },
  },
};

const looksAlike = (similar: readonly string[]) =>
  new AlreadyThere(
    {
      en: "Somebody with this name and birth date has a file. Compare them, then say it is somebody else.",
      zh: "已有同名同生日的档案。请核对，确认不是同一人后再继续。",
    },
    { similar: similar.join(" ") },
  );
