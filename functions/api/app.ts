import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { actorOf, mustEver } from "../../shared/access/index.ts";
import { AppError, NotFound, NotSignedIn } from "../../shared/kernel/errors.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { idsFrom } from "../../shared/kernel/ids.ts";
import { parse } from "../../shared/kernel/parse.ts";
import type { Language } from "../../shared/kernel/text.ts";
import * as load from "./contexts.ts";
import { problem } from "./problem.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes/index.ts";

/** No id of ours is longer; what is longer names nothing. */
const longestPart = 200;
const mostBytes = 6 * 1024 * 1024;

/** The API over a home: every route of the table, errors by one door. */
export function create(home: Home): Hono {
  const app = new Hono();
  const requestId = idsFrom(home.now, home.random);
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/api/health", (c) => c.json({ ok: true }));
  app.get("/api/openapi.json", async () => {
    const file = await readFile(new URL("./openapi.json", import.meta.url));
    return new Response(file, { headers: { "content-type": "application/json" } });
  });
  for (const route of routes)
    app.on(route.method, `/api${route.path}`, async (c) => {
      const id = requestId();
      try {
        return await answer(home, route, c, id);
      } catch (error) {
        return problem(error, languageOf(c), id, home.log);
      }
    });
  app.notFound((c) => problem(new NotFound(), languageOf(c), requestId(), home.log));
  app.onError((error, c) => problem(error, languageOf(c), requestId(), home.log));
  return app;
}

async function answer(home: Home, route: Route, c: Context, id: string): Promise<Response> {
  const actor = actorOf(await claimsOf(home, c.req.header("authorization")));
  if (route.action) mustEver(actor, route.action);
  if (Object.values(c.req.param()).some((part) => String(part).length > longestPart)) throw new NotFound();
  const ctx = contextFor(home, actor, `api ${id}`);
  const asks = route.body || route.query ? await import("./asks.ts") : undefined;
  const call = {
    ctx,
    home,
    params: c.req.param() as Record<string, string>,
    query: (asks && route.query ? parse(asks[route.query], c.req.query()) : undefined) as never,
    body: (asks && route.body ? parse(asks[route.body], await jsonOf(c)) : undefined) as never,
    bytes: route.takesFile ? await bytesOf(c) : new Uint8Array(),
    header: (name: string) => c.req.header(name),
    language: languageOf(c),
    key: c.req.header("idempotency-key"),
  };
  const made = await route.run(call).catch(async (error) => {
    const { leadOn } = await load.clients();
    const on = await leadOn(ctx, error, call.params["client"]);
    if (!on) throw error;
    const params = call.params["client"] ? { ...call.params, client: on.client } : call.params;
    return route.run({ ...call, ctx: { ...ctx, actor: on.actor }, params });
  });
  if (made instanceof Response) return made;
  return made === undefined ? c.body(null, 204) : c.json(made as object, route.creates ? 201 : 200);
}

async function claimsOf(home: Home, header: string | undefined) {
  const token = header?.match(/^Bearer (\S+)$/i)?.[1];
  if (!token) throw new NotSignedIn();
  return home.verify(token).catch(() => {
    throw new NotSignedIn();
  });
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new AppError("InvalidInput", { en: "The body is not JSON.", zh: "请求内容不是有效的 JSON。" });
  }
}

async function bytesOf(c: Context): Promise<Uint8Array> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length > mostBytes)
    throw new AppError("TooLarge", {
      en: "The file is over 6 MB. Split it.",
      zh: "文件超过 6 MB，请拆分后再传。",
    });
  return bytes;
}

const languageOf = (c: Context): Language =>
  /^\s*en/i.test(c.req.header("accept-language") ?? "") ? "en" : "zh";
