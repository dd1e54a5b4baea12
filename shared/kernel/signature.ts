import { Buffer } from "node:buffer";
import { timingSafeEqual } from "node:crypto";
import type { Ctx } from "./context.ts";

/** The first 128 bits of a signature, which are enough for an address and keep it short. */
export async function shortSignature(ctx: Pick<Ctx, "keys">, text: string): Promise<string> {
  const full = await ctx.keys.sign(text);
  return Buffer.from(full.slice(0, 32), "hex").toString("base64url");
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
