import { authorize } from "../../access/index.ts";
import { type DueRow, dueRows, lease } from "../../data/lease.ts";
import type { Key } from "../../data/read.ts";
import { type DueLane, dueLanes, dueShards } from "../../data/table.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Job } from "../../kernel/ports.ts";

/** Minutes a job may take before the sweep finds its row again. */
const leaseMinutes = 15;

/** What to do about a due item, by the beginning of its key. */
const jobs: readonly { begins: string; job: (client: string, id: string) => Job }[] = [
  { begins: "FILE#LINE#", job: (client) => ({ kind: "remind", client }) },
  { begins: "FILE#CASE#", job: (client, id) => ({ kind: "case", client, case: id }) },
  { begins: "MSG#", job: (client, message) => ({ kind: "settle", client, message }) },
  { begins: "WAIT#", job: (client, wait) => ({ kind: "wait", client, wait }) },
  { begins: "BOOK#", job: (client, booking) => ({ kind: "booking", client, booking }) },
  { begins: "MERGE#", job: (client, merge) => ({ kind: "merge", client, merge }) },
];

/**
 * Finds everything that has come due, the critical lane first, and hands each over as a job: one a client
 * for reminders, however many of them there are. A row is leased before its job is sent, so that two
 * sweeps at once send one job and a lost job is found again.
 */
export async function sweepDue(ctx: Ctx): Promise<{ found: number; queued: number }> {
  authorize(ctx, "due:run", {});
  const sent = new Set<string>();
  let found = 0;
  for (const lane of dueLanes)
    for await (const row of dueIn(ctx, lane)) {
      found += 1;
      if (await handOverRow(ctx, row, sent)) sent.add(jobName(jobFor(row)));
    }
  return { found, queued: sent.size };
}

/** A lane's due rows: its shards are asked at once and taken in order. */
async function* dueIn(ctx: Ctx, lane: DueLane): AsyncGenerator<DueRow> {
  const shards = Array.from({ length: dueShards }, (_, shard) => dueRows(ctx, lane, shard));
  const firstPages = await Promise.all(shards.map((shard) => shard.next()));
  for (const [at, first] of firstPages.entries())
    for (let page = first; !page.done; page = await (shards[at] as (typeof shards)[number]).next())
      yield* page.value;
}

async function handOverRow(ctx: Ctx, row: DueRow, sent: ReadonlySet<string>): Promise<boolean> {
  const job = jobFor(row);
  if (!(await lease(ctx, row, leaseMinutes)) || sent.has(jobName(job))) return false;
  await ctx.queue.send(job);
  return true;
}

function jobFor({ pk, sk }: Key): Job {
  if (pk.startsWith("IMP#")) return { kind: "import", id: pk.slice(4) };
  if (sk.startsWith("FREED#")) {
    const [, centre = "", date = ""] = pk.split("#");
    return { kind: "freed", centre, date, id: sk.slice("FREED#".length) };
  }
  const known = jobs.find(({ begins }) => sk.startsWith(begins));
  if (!known) throw new Error("a due item nobody knows what to do about");
  return known.job(pk.slice(2), sk.slice(known.begins.length));
}

const jobName = (job: Job): string => Object.values(job).join(" ");
