import { createHash, timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { getItem } from "../../shared/data/read.ts";
import type { Home } from "../../shared/kernel/home.ts";

/**
 * A Hono app behind API Gateway. It is warmed before the first request: one request through the whole
 * app and one read, so that routes are compiled and the table's connection stands.
 * With `originSecret` only requests that came through our own CDN (header `x-origin-secret`) are heard.
 */
export async function httpFunction(app: Hono, home: Home, originSecret: string | undefined) {
  await warm(app, home);
  const respond = handle(app);
  return async (event: LambdaEvent, context?: LambdaContext) => {
    const shown = event.headers?.["x-origin-secret"];
    if (originSecret && !(typeof shown === "string" && same(shown, originSecret)))
      return { statusCode: 403, headers: { "content-type": "text/plain" }, body: "Forbidden" };
    return respond(event, context);
  };
}

async function warm(app: Hono, home: Home): Promise<void> {
  try {
    await app.request("/health");
    await getItem(home, { pk: "WARM", sk: "WARM" });
  } catch (error) {
    home.log.error("not warmed; the first request will be slower", error);
  }
}

const fixed = (text: string): Buffer => createHash("sha256").update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(fixed(a), fixed(b));
