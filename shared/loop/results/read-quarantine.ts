import { mayEver } from "../../access/index.ts";
import {
  aliasOf,
  type Client,
  clientOf,
  clientsOf,
  type Disagreement,
  disagreements,
  findClients,
  knowDocument,
  maskDocument,
  numberByGuard,
  openList,
} from "../../clients/index.ts";
import { type Held, heldLately, type ResultRow, waitingAt } from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { resultGroupsOf } from "../../testing/index.ts";
import { centreAtWork, heldHere, rowOf } from "./quarantine.ts";

/** Held results as a list shows them. */
export interface HeldLine {
  held: Held;
  name: string;
  items: number;
}

/** A page of the list of held results, and what was done lately. */
export interface HeldLists {
  waiting: HeldLine[];
  /** How many wait in all, and how many of them before this page. */
  total: number;
  before: number;
  /** Where the next page begins. */
  next?: string;
  linked: HeldLine[];
  aside: HeldLine[];
}

/**
 * A page of what waits at the actor's centre, oldest exam first, from a place in the list on, and what was linked
 * or set aside lately; one trace of the look.
 */
export async function heldList(ctx: Ctx, from?: string, limit = 50): Promise<HeldLists> {
  const centre = centreAtWork(ctx);
  const [page, linked, aside] = await Promise.all([
    waitingAt(ctx, centre, { from, limit }),
    heldLately(ctx, centre, "linked", 10),
    heldLately(ctx, centre, "aside", 10),
  ]);
  const { waiting } = page;
  const numbers = [...waiting, ...linked, ...aside].flatMap(
    (held) => held.linked?.client ?? (held.client || []),
  );
  await openList(ctx, "quarantine", numbers);
  const lines = (many: Held[]) =>
    Promise.all(
      many.map(async (held) => {
        const { person, results } = await rowOf(ctx, held);
        return { held, name: person.name, items: results.length };
      }),
    );
  return {
    ...page,
    waiting: await lines(waiting),
    linked: await lines(linked),
    aside: await lines(aside),
  };
}

/** Somebody the results may be of, and in what they and the message differ. */
export interface Candidate {
  number: string;
  name: string;
  sex: Client["sex"];
  birthDate: string;
  document: string;
  /** The message names this very document. */
  sameDocument: boolean;
  /** This exam number stands in their file on that day. */
  sameExam: boolean;
  differs: Disagreement[];
}

export interface HeldView {
  held: Held;
  /** The message as it came, its document masked. */
  row: Omit<ResultRow, "person"> & { person: Omit<ResultRow["person"], "document"> & { document?: string } };
  candidates: Candidate[];
  /** Somebody of another centre holds the document; nothing more is told of them here. */
  elsewhere: boolean;
}

/**
 * One held row beside those it may be of: whose document it names, who has its name, whom `find` names, and
 * whose file it was taken out of. The look is traced.
 */
export async function readHeld(ctx: Ctx, mark: string, find = ""): Promise<HeldView> {
  const held = await heldHere(ctx, mark);
  const row = await rowOf(ctx, held);
  const { document, ...person } = row.person;
  const known = document && (await knowDocument(ctx, document.kind, document.value));
  const owner = known && (await numberByGuard(ctx, known.stored.guard));
  const search = mayEver(ctx.actor, "client:search");
  const named = search ? await findClients(ctx, person.name) : [];
  const found = search && find ? await findClients(ctx, find) : [];
  const before = [held.linked?.client, held.client].flatMap((number) => number || []);
  const led = await Promise.all(before.map(async (number) => (await aliasOf(ctx, number))?.to ?? number));
  const numbers = [owner, ...led, ...found.map(({ number }) => number)].flatMap((number) => number || []);
  const every = await clientsOf(ctx, [...new Set([...numbers, ...named.map(({ number }) => number)])]);
  const here = every.filter(({ centre }) => centre === held.centre);
  await openList(
    ctx,
    "quarantine",
    here.map(({ number }) => number),
  );
  const masked = document && { document: maskDocument(document.kind, document.value) };
  const said = { ...row.person, birthDate: row.person.birthDate ?? known?.birthDate };
  return {
    held,
    row: { ...row, person: { ...person, ...masked } },
    candidates: await Promise.all(
      here.map(async (client) => ({
        number: client.number,
        name: client.name,
        sex: client.sex,
        birthDate: client.birthDate,
        document: client.document.masked,
        sameDocument: client.number === owner,
        sameExam: await hasExam(ctx, client.number, row),
        differs: disagreements(said, client),
      })),
    ),
    elsewhere: owner !== undefined && (await clientOf(ctx, owner))?.centre !== held.centre,
  };
}

async function hasExam(ctx: Ctx, number: string, { date, examNumber }: ResultRow): Promise<boolean> {
  if (!examNumber) return false;
  const groups = await resultGroupsOf(ctx, number);
  return groups.some((one) => !one.withdrawn && one.date === date && one.examNumber === examNumber);
}
