import { createHash, randomBytes } from "node:crypto";
import { monotonicFactory } from "ulid";
import { epochMs, type Instant } from "./time.ts";

/** A number in [0, 1) from the machine's own source of chance; arrives everywhere else in `ctx`. */
export const systemRandom = (): number => randomBytes(4).readUInt32BE() / 2 ** 32;

/** A maker of sortable ids (ULID) over a clock and a source of chance; one maker's ids keep their order. */
export function idsFrom(now: () => Instant, random: () => number): () => string {
  const next = monotonicFactory(random);
  return () => next(epochMs(now()));
}

/** A secret nobody can guess from another one: 256 bits of the machine's chance. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A short, stable hash of text: hex, 32 digits. Not for secrets; those go through `Keys.mac`. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** A stable whole number in [0, buckets) for spreading work. */
export const bucketOf = (text: string, buckets: number): number =>
  Number.parseInt(digest(text).slice(0, 8), 16) % buckets;

/** A stable hash of bytes: hex, 64 digits. */
export const digestBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
