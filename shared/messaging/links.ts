import { Buffer } from "node:buffer";
import type { Ctx } from "../kernel/context.ts";
import { AppError, NotFound } from "../kernel/errors.ts";
import { sameText, shortSignature } from "../kernel/signature.ts";
import { epochMs, type Instant, instantOf } from "../kernel/time.ts";

/** What a link in a message stands for. `about` is an opaque id, never a word about health. */
export interface Link {
  client: string;
  purpose: string;
  about: string;
  expires: Instant;
}

const seconds = (at: Instant): number => Math.floor(epochMs(at) / 1000);

/**
 * The path `/-/<token>` of a signed link: readable by nobody's memory, changed by nobody's hand, open until
 * `expires` (whole seconds). Opening it shows and changes nothing: scanners and previews open links too.
 */
export async function linkPath(ctx: Pick<Ctx, "keys">, link: Link): Promise<string> {
  const body = Buffer.from(
    [link.client, link.purpose, link.about, seconds(link.expires).toString(36)].join("|"),
  ).toString("base64url");
  return `/-/${body}.${await shortSignature(ctx, signed(body))}`;
}

/**
 * What a token stands for.
 * @throws NotFound where it is not ours as it stands; AppError `Expired` where its time is over.
 */
export async function readLink(ctx: Pick<Ctx, "keys" | "now">, token: string): Promise<Link> {
  const [body = "", code = "", ...more] = token.split(".");
  if (more.length || !sameText(code, await shortSignature(ctx, signed(body)))) throw new NotFound();
  const [client = "", purpose = "", about = "", until = ""] = Buffer.from(body, "base64url")
    .toString("utf8")
    .split("|");
  const expires = instantOf(Number.parseInt(until, 36) * 1000);
  if (expires <= ctx.now())
    throw new AppError("Expired", {
      en: "This link is no longer open. Please sign in, or ask your health manager for a new one.",
      zh: "该链接已失效。请登录，或向您的健康管理师索取新链接。",
    });
  return { client, purpose, about, expires };
}

const signed = (body: string): string => `link ${body}`;
