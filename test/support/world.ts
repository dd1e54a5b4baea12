import { createHash, randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { keysFrom } from "../../functions/local/keys.ts";
import { createTables, engineConfig } from "../../functions/local/tables.ts";
import { jwksOf, mint, newSigningKey, type SigningKey } from "../../functions/local/tokens.ts";
import { tableClient } from "../../shared/data/client.ts";
import { type StoredEntry, storedEntry } from "../../shared/data/log.ts";
import type { Item } from "../../shared/data/read.ts";
import type { Actor, Ctx } from "../../shared/kernel/context.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import type { Delivery, Job, Letter } from "../../shared/kernel/ports.ts";
import type { Instant } from "../../shared/kernel/time.ts";
import { type Actors, actorsOf, claimsOf } from "./actors.ts";
import { type Clock, clockAt, seededRandom } from "./clock.ts";
import { type Consumed, type Faults, noFaults, watch } from "./faults.ts";

export { ProcessDied } from "./faults.ts";

export interface WorldOptions {
  seed?: number;
  start?: Instant;
  centre?: string;
  /** Engine address outside vitest (the bench); inside, the run's own engine. */
  endpoint?: string;
  /** Tables of another world, to live in it from a process of one's own. */
  tables?: { records: string; log: string };
}

/** One test's own centre: fresh tables, a clock that stands, repeatable chance, and every worker at hand. */
export interface World {
  home: Home;
  clock: Clock;
  as: Actors;
  /** A context of this actor (the front desk unless told otherwise). */
  ctx(actor?: Actor, from?: string): Ctx;
  /** A bearer token of this actor, signed by the local issuer. */
  token(actor: Actor): Promise<string>;
  /** What the channels accepted, oldest first; the same letter id twice is one letter. */
  mailbox: Letter[];
  /** The channels' manners; `answer` may refuse, be busy or lose its answer (undefined: accepted). */
  post: { idempotent: boolean; answer: (letter: Letter) => Delivery | undefined };
  jobs: Job[];
  /** Runs queued jobs until there are none; a job that throws is tried three times, then its error is thrown. */
  drain(): Promise<void>;
  /** One minute's sweep of what is due. */
  tick(): Promise<void>;
  /** Hands new log entries to the projections; how many there were. */
  project(): Promise<number>;
  /** tick, drain and project until nothing more happens. */
  all(): Promise<void>;
  /** Every item of `records`, in key order. */
  dump(): Promise<Item[]>;
  /** Every entry of the log, in order of id. */
  entries(): Promise<StoredEntry[]>;
  /** Capacity used since the last call. */
  consumed(): Consumed;
  faults: Faults;
  /** Lines of the operational log, to look for what must not be there. */
  lines: string[];
}

const origin = "http://localhost:3000";
const issuer = "http://localhost/test-issuer";
const clientId = "perennial-web";
const fixedKey = (name: string) => createHash("sha256").update(`test ${name}`).digest("base64");
const keySet = { version: "1", mac: fixedKey("mac"), seal: fixedKey("seal"), sign: fixedKey("sign") };

/** Nonces from the text, so that two runs of one story leave the same items behind. */
const repeatableNonce = (plain: string) => createHash("sha256").update(plain).digest().subarray(0, 12);

export async function world(options: WorldOptions = {}): Promise<World> {
  const endpoint = options.endpoint ?? (await import("vitest")).inject("engine");
  const mark = randomUUID().slice(0, 13);
  const names = options.tables ?? { records: `records-${mark}`, log: `log-${mark}` };
  if (!options.tables) await createTables(endpoint, names);

  const clock = clockAt(options.start ?? "2026-11-22T01:00:00.000Z");
  const random = seededRandom(options.seed ?? 1);
  const as = actorsOf(options.centre);
  const table = tableClient(engineConfig(endpoint), names);
  const faults = noFaults();
  const consumed = watch(table, faults, seededRandom((options.seed ?? 1) + 1));
  const plain = tableClient(engineConfig(endpoint), names);

  const mailbox: Letter[] = [];
  const jobs: Job[] = [];
  const files = new Map<string, Uint8Array>();
  const lines: string[] = [];
  const post: World["post"] = { idempotent: true, answer: () => undefined };
  const note = (...said: unknown[]) => void lines.push(said.map(inWords).join(" "));

  const home: Home = {
    now: clock.now,
    random,
    table,
    keys: keysFrom(keySet, repeatableNonce),
    files: {
      put: async (key, bytes) => void files.set(key, bytes),
      get: async (key) => files.get(key),
    },
    queue: { send: async (job) => void jobs.push(job) },
    channels: {
      idempotent: () => post.idempotent,
      async send(letter) {
        const answer = post.answer(letter);
        if (answer) return answer;
        if (!(post.idempotent && mailbox.some((earlier) => earlier.id === letter.id))) mailbox.push(letter);
        return { outcome: "accepted", providerId: letter.id };
      },
    },
    async verify(token) {
      const { verifierFor } = await import("../../functions/cloud/verify.ts");
      const jwks = jwksOf(await signingKey());
      return verifierFor({ issuer, clientIds: [clientId, "lis"], jwks })(token);
    },
    signIn: {
      authorizeUrl: `${origin}/local/issuer/authorize`,
      tokenUrl: `${origin}/local/issuer/token`,
      clientId,
      signOutUrl: `${origin}/local/issuer/sign-out`,
    },
    publicUrl: origin,
    log: { info: note, error: note },
  };

  const seen = new Set<string>();
  const made: World = {
    home,
    clock,
    as,
    mailbox,
    post,
    jobs,
    consumed,
    faults,
    lines,
    ctx: (actor = as.frontDesk, from = "test") => contextFor(home, actor, from),
    token: async (actor) => mint(await signingKey(), issuer, clientId, claimsOf(actor)),
    async drain() {
      const tries = new Map<Job, number>();
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const { create } =
          job.kind === "import"
            ? await import("../../functions/intake/app.ts")
            : await import("../../functions/send/app.ts");
        try {
          await create(home).handle(job);
        } catch (error) {
          const tried = (tries.get(job) ?? 0) + 1;
          if (tried === 3) throw error;
          tries.set(job, tried);
          jobs.push(job);
        }
      }
    },
    async tick() {
      const { create } = await import("../../functions/tick/app.ts");
      await create(home).run();
    },
    async project() {
      const fresh = (await made.entries()).filter(({ id }) => id.startsWith("w#") && !seen.has(id));
      if (!fresh.length) return 0;
      const { create } = await import("../../functions/project/app.ts");
      await create(home).handle(fresh);
      for (const { id } of fresh) seen.add(id);
      return fresh.length;
    },
    async all() {
      for (let round = 0; round < 100; round++) {
        await made.tick();
        const busy = jobs.length > 0;
        await made.drain();
        const told = await made.project();
        if (!busy && !told && !jobs.length) return;
      }
      throw new Error("the workers do not come to rest");
    },
    dump: () => everything(plain.doc, names.records),
    entries: async () =>
      (await everything(plain.doc, names.log))
        .map(storedEntry)
        .sort((a, b) => compare(a.id.slice(2), b.id.slice(2))),
  };
  return made;
}

let key: Promise<SigningKey> | undefined;
function signingKey(): Promise<SigningKey> {
  key ??= newSigningKey();
  return key;
}

async function everything(doc: Home["table"]["doc"], TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await doc.send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(after ? { ExclusiveStartKey: after } : {}) }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    after = page.LastEvaluatedKey;
  } while (after);
  return items.sort((a, b) => compare(a.pk, b.pk) || compare(a.sk, b.sk));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inWords = (said: unknown): string =>
  said instanceof Error
    ? `${said.name}: ${said.message}`
    : typeof said === "string"
      ? said
      : JSON.stringify(said);
