import { authorize } from "../access/index.ts";
import { commit, inputHash, madeBefore, onceKey, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { AlreadyThere, Conflict, type FieldProblem, InvalidInput, NotAllowed } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { defaultZone } from "../kernel/time.ts";
import { type Client, consentTextVersion, type Enrol, EnrolSchema, type Purpose } from "./client.ts";
import { addClient, claimIdentity, clientOf, numberByGuard, saveClient, subjectOf } from "./clients.store.ts";
import { type KnownDocument, knowDocument, numberFor } from "./documents.ts";
import { similarClients } from "./find-clients.ts";
import { readPhone } from "./phone.ts";

/**
 * Enrols a VIP client, or turns a prospect of the same document into one. One person has one file:
 * concurrent enrolments of one document give one client.
 * @throws InvalidInput naming the field; AlreadyThere (`facts.client`) when the document has a file,
 * or (`facts.similar`) when somebody alike exists and `notADuplicate` was not said.
 */
export async function enrolClient(ctx: Ctx, input: Enrol, idempotencyKey?: string): Promise<Client> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const centre = ctx.actor.centre;
  authorize(ctx, "client:enrol", { centre });
  const wanted = parse(EnrolSchema, input);
  const once = idempotencyKey ? onceKey(ctx, "client:enrol", idempotencyKey) : undefined;
  const made = once ? await madeBefore(ctx, once, input) : undefined;
  if (made) return (await clientOf(ctx, made["client"] as string)) as Client;

  const document = await knowDocument(ctx, wanted.document.kind, wanted.document.text);
  const person = agree(wanted, document);
  const contacts = {
    ...wanted.contacts,
    ...(wanted.contacts.phone ? { phone: readPhone(wanted.contacts.phone) } : {}),
  };
  const makeOnce = (client: string) =>
    once ? { once: { key: once, input: inputHash(input), made: { client } } } : {};

  return withRetry(ctx, async () => {
    const known = await numberByGuard(ctx, document.stored.guard);
    const before = known ? await clientOf(ctx, known) : undefined;
    if (before && before.state !== "prospect") throw hasFile(before.number);
    if (!before && !wanted.notADuplicate) {
      const alike = await similarClients(ctx, centre, wanted.name, person.birthDate);
      if (alike.length) throw looksAlike(alike);
    }
    const now = ctx.now();
    const number = before?.number ?? (await freeNumber(ctx, document.seed));
    const client: Client = {
      number,
      centre,
      state: "enrolled",
      name: wanted.name,
      ...(wanted.nameLatin ? { nameLatin: wanted.nameLatin } : {}),
      ...person,
      document: before?.document ?? document.stored,
      contacts,
      channels: wanted.channels,
      language: wanted.language,
      zone: defaultZone,
      ...(wanted.manager ? { manager: wanted.manager } : {}),
      consents: consentsGiven(wanted.consents, now, ctx.actor.id),
      health: wanted.health,
      ...(wanted.occupation ? { occupation: wanted.occupation } : {}),
      family: wanted.family,
      source: before?.source ?? "front desk",
      createdAt: before?.createdAt ?? now,
      enrolledAt: now,
      v: before?.v ?? 1,
    };
    const log = { subject: subjectOf(number), action: "client.enrolled", v: (before?.v ?? 0) + 1 };
    if (before) await commit(ctx, { changes: [saveClient(client)], log, ...makeOnce(number) });
    else {
      const changes = [
        addClient(client, () => new Conflict()),
        claimIdentity(document.stored.guard, number, () => new Conflict()),
      ];
      await commit(ctx, { changes, log, ...makeOnce(number) });
    }
    return before ? { ...client, v: client.v + 1 } : client;
  });
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
    if (!(await clientOf(ctx, number))) return number;
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

const looksAlike = (similar: readonly string[]) =>
  new AlreadyThere(
    {
      en: "Somebody with this name and birth date has a file. Compare them, then say it is somebody else.",
      zh: "已有同名同生日的档案。请核对，确认不是同一人后再继续。",
    },
    { similar: similar.join(" ") },
  );
