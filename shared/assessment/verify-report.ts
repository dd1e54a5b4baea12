import { Buffer } from "node:buffer";
import { aliasOf } from "../clients/index.ts";
import { logRead } from "../data/log.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { sameText, shortSignature } from "../kernel/signature.ts";
import type { Instant, PlainDate } from "../kernel/time.ts";
import { assessmentOf, assessmentsOf } from "./assessments.store.ts";
import type { ExamVersion } from "./released.ts";

/** What a stranger with the paper in hand may learn: that we issued it, when, and whether it still holds. */
export interface Verified {
  issuedAt: Instant;
  version: number;
  state: "in force" | "amended" | "recalled";
}

/**
 * The code a printed report carries: it names the version, and only we can make it. In it are the client's
 * number, the date and the version, all of which stand on the paper; nothing else.
 */
export async function verificationCode(
  ctx: Pick<Ctx, "keys">,
  client: string,
  { date, version }: ExamVersion,
): Promise<string> {
  const body = Buffer.from(`${client}|${date}|${version}`).toString("base64url");
  return `${body}.${await shortSignature(ctx, signed(body))}`;
}

/**
 * Says whether a printed report is ours and still in force; the asking is traced in the client's file.
 * @throws NotFound for a code that is not ours, and for what was never released.
 */
export async function verifyReport(ctx: Ctx, code: string): Promise<Verified> {
  const [body = "", mark = "", ...more] = code.split(".");
  if (more.length || !sameText(mark, await shortSignature(ctx, signed(body)))) throw new NotFound();
  const [printed = "", date = "", number] = Buffer.from(body, "base64url").toString("utf8").split("|");
  const version = Number(number);
  // A paper outlives its number: the file may have gone into another one since.
  const client = (await aliasOf(ctx, printed))?.to ?? printed;
  await logRead(ctx, { subject: `C#${client}`, action: "verification.opened", refs: { date, version } });
  const kept = await assessmentOf(ctx, client, date, version);
  if (!kept?.releasedAt) throw new NotFound();
  return { issuedAt: kept.releasedAt, version, state: await stateOf(ctx, client, date, version) };
}

/** A recall takes back the versions before it as well; a later released version amends. */
async function stateOf(
  ctx: Ctx,
  client: string,
  date: PlainDate,
  version: number,
): Promise<Verified["state"]> {
  const later = (await assessmentsOf(ctx, client)).filter(
    (one) => one.date === date && one.version >= version,
  );
  if (later.some(({ recalled }) => recalled)) return "recalled";
  return later.some((one) => one.version > version && one.releasedAt) ? "amended" : "in force";
}

const signed = (body: string): string => `report ${body}`;
