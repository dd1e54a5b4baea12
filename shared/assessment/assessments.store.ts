import { gunzipSync, gzipSync } from "node:zlib";
import { type Change, drop, putNew, save } from "../data/commit.ts";
import { getItem, getItems, getRecent, type Item, type Key, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import type { PlainDate } from "../kernel/time.ts";
import { type Assessment, type Proposal, type SignedBody, SignedBodySchema } from "./assessment.ts";

/**
 * An assessment as it is kept. Until somebody signs it is only named (which rules fired, which grade):
 * the same inputs and rule set always give the same words, so they are worked out when looked at.
 * What is signed is kept whole beside it, for good.
 */
export type StoredAssessment = Pick<
  Assessment,
  "client" | "date" | "version" | "state" | "ruleSet" | "createdAt" | "v"
> &
  Partial<
    Pick<Assessment, "signedAt" | "signedBy" | "second" | "releasedAt" | "conclusion" | "reason" | "recalled">
  > & {
    centre: string;
    path: Assessment["grade"]["path"];
    /** Rule ids by urgency, most urgent first. */
    rules: string[];
    urgency: number;
  };

const begins = "FILE#ASM#";
const sortKey = (date: PlainDate, version: number): string =>
  `${begins}${date}#${String(version).padStart(2, "0")}`;

/** Whose, of which exam and which version stands in the key and nowhere else. */
function item(stored: StoredAssessment): Item & { v: number } {
  const { client, date, version, ...rest } = stored;
  const list = listOf(stored);
  return {
    pk: `C#${client}`,
    sk: sortKey(date, version),
    ...rest,
    ...(list
      ? { listPk: `${list}#${stored.centre}`, listSk: `${9 - stored.urgency}#${date}#${client}` }
      : {}),
  };
}

/** What a physician still has to do with it: review and sign, or sign second. */
type WaitingList = "REVIEW" | "SECOND";

function listOf({ state, second }: StoredAssessment): WaitingList | undefined {
  if (state === "proposed" || state === "in review") return "REVIEW";
  return state === "signed" && second && !second.at ? "SECOND" : undefined;
}

export const addAssessment = (stored: StoredAssessment): Change => putNew(item(stored));
export const saveAssessment = (stored: StoredAssessment): Change => save(item(stored));

export const dropAssessment = (stored: StoredAssessment): Change => drop(item(stored));

export function summary(
  proposal: Proposal,
): Pick<StoredAssessment, "ruleSet" | "path" | "rules" | "urgency"> {
  return {
    ruleSet: proposal.ruleSet,
    path: proposal.grade.path,
    rules: proposal.findings.map(({ rule }) => rule),
    urgency: Math.max(0, ...proposal.findings.map(({ severity }) => severity)),
  };
}

function stored({ pk, sk, listPk: _listPk, listSk: _listSk, ...rest }: Item): StoredAssessment {
  const [date, version] = sk.slice(begins.length).split("#");
  return { client: pk.slice(2), date, version: Number(version), ...rest } as unknown as StoredAssessment;
}

/** Every version of every exam's assessment, newest exam first, newest version first. */
export async function assessmentsOf(ctx: Ctx, client: string): Promise<StoredAssessment[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins, newestFirst: true });
  return items.map(stored);
}

export async function assessmentOf(
  ctx: Ctx,
  client: string,
  date: PlainDate,
  version: number,
): Promise<StoredAssessment | undefined> {
  const found = await getItem(ctx, { pk: `C#${client}`, sk: sortKey(date, version) });
  return found ? stored(found) : undefined;
}

/** What waits for a physician, most urgent first. */
export async function waitingFor(
  ctx: Ctx,
  centre: string,
  limit: number,
  list: WaitingList = "REVIEW",
): Promise<StoredAssessment[]> {
  const { items } = await query(ctx, { index: "list", pk: `${list}#${centre}`, limit });
  return (await getItems(ctx, items)).map(stored);
}

/** A page of the same list by its keys alone, from the entry after `after`. */
export async function waitingPage(
  ctx: Ctx,
  centre: string,
  limit: number,
  after: string,
): Promise<{ waiting: { client: string; date: PlainDate }[]; next?: string }> {
  const { items } = await query(ctx, {
    index: "list",
    pk: `REVIEW#${centre}`,
    limit,
    ...(after ? { from: `${after}~` } : {}),
  });
  const keys = items.map((item) => item["listSk"] as string);
  const waiting = keys.map((key) => {
    const [, date = "", client = ""] = key.split("#");
    return { client, date };
  });
  const last = keys.at(-1);
  return keys.length === limit && last ? { waiting, next: last } : { waiting };
}

const bodyKey = (client: string, date: PlainDate, version: number): Key => ({
  pk: `C#${client}`,
  sk: `SIGNED#${date}#${String(version).padStart(2, "0")}`,
});

/** Keeps what is signed, word for word: written once, never again. Packed, since every score names its inputs. */
export const keepSigned = (client: string, date: PlainDate, version: number, body: SignedBody): Change =>
  putNew({ ...bodyKey(client, date, version), body: gzipSync(JSON.stringify(body)) });

const bodyIn = (item: Item | undefined): SignedBody =>
  SignedBodySchema.parse(JSON.parse(gunzipSync(item?.["body"] as Uint8Array).toString("utf8")));

/** What was signed, as it was on the day. */
export const signedBody = async (
  ctx: Ctx,
  client: string,
  date: PlainDate,
  version: number,
): Promise<SignedBody> => bodyIn(await getRecent(ctx, bodyKey(client, date, version)));

/** What was signed of each of these, in their order. */
export async function signedBodies(
  ctx: Ctx,
  client: string,
  versions: readonly { date: PlainDate; version: number }[],
): Promise<SignedBody[]> {
  const items = await getItems(
    ctx,
    versions.map(({ date, version }) => bodyKey(client, date, version)),
  );
  return items.map(bodyIn);
}

/** Assessments among the items of a file, newest exam first, newest version first. */
export const assessmentsIn = (items: readonly Item[]): StoredAssessment[] =>
  items
    .filter(({ sk }) => sk.startsWith(begins))
    .reverse()
    .map(stored);
