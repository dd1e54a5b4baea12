import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Child } from "hono/jsx";
import { secureHeaders } from "hono/secure-headers";
import { mayEver, mustEver } from "../../shared/access/index.ts";
import { leadOn } from "../../shared/clients/index.ts";
import { type Actor, type Ctx, rolesOf } from "../../shared/kernel/context.ts";
import { AppError, NotFound } from "../../shared/kernel/errors.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { idsFrom } from "../../shared/kernel/ids.ts";
import type { Language } from "../../shared/kernel/text.ts";
import { pressingCases } from "../../shared/monitoring/index.ts";
import { assetNamed } from "./assets/index.ts";
import type { ToastModel } from "./components/index.ts";
import { Bar } from "./layout/Bar.tsx";
import { ClientPage, type Frame, navFor, Page, type Place } from "./layout/index.ts";
import { Form, type PageCall, type PageRoute } from "./page-route.ts";
import { homeOf, openPlaces, pages } from "./pages/index.ts";
import { actorIn, finishSignIn, ownPath, signOut, startSignIn } from "./session.ts";
import { textFor } from "./text/index.ts";

/** No address of ours is longer. */
const longestPath = 500;

/** The pages over a home: sign-in, assets, every page of the list, refusals as pages. */
export function create(home: Home): Hono {
  const app = new Hono();
  app.use(forHoldersOnly);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      strictTransportSecurity: home.publicUrl.startsWith("https:") ? "max-age=31536000" : false,
    }),
  );
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/assets/:name", (c) => {
    const asset = assetNamed(c.req.param("name"));
    if (!asset) return c.notFound();
    const lasting = c.req.query("v") === asset.version ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body(asset.body, 200, { "content-type": asset.type, "cache-control": lasting });
  });
  app.get("/sign-in", (c) => startSignIn(home, c, "/"));
  app.get("/signed-in", (c) => finishSignIn(home, c));
  app.use(sameOriginOnly(home));
  app.post("/sign-out", (c) => signOut(home, c));
  app.post("/language", async (c) => {
    const form = await c.req.formData();
    const language = form.get("language") === "en" ? "en" : "zh";
    setCookie(c, "language", language, { path: "/", sameSite: "Lax", maxAge: 31_536_000 });
    return c.redirect(ownPath(String(form.get("back") ?? "/")), 303);
  });
  app.get("/", async (c) => {
    const actor = await actorIn(home, c);
    return actor ? c.redirect(homeOf(actor), 302) : startSignIn(home, c, "/");
  });
  for (const page of pages) app.on(page.method, page.path, (c) => show(home, page, c));
  app.notFound(async (c) => refusal(home, c, new NotFound(), await actorIn(home, c)));
  app.onError(async (error, c) => refusal(home, c, error, await actorIn(home, c)));
  return app;
}

/** A page whose address is a key tells no other site of itself and is in nobody's index. */
async function forHoldersOnly(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (!/^\/(-|share|verify)\//.test(c.req.path)) return;
  c.res.headers.set("referrer-policy", "no-referrer");
  c.res.headers.set("x-robots-tag", "noindex, nofollow");
}

async function show(home: Home, page: PageRoute, c: Context): Promise<Response> {
  const actor = await actorIn(home, c);
  if (!actor && page.action) return startSignIn(home, c, c.req.method === "GET" ? pathOf(c) : "/");
  const who: Actor =
    actor && page.action ? actor : { kind: "job", id: "link", name: "Signed link", centre: "*" };
  if (c.req.path.length > longestPath) return refusal(home, c, new NotFound(), actor);
  const newId = idsFrom(home.now, home.random);
  const ctx = contextFor(home, who, `web ${newId()}`);
  try {
    if (page.action) mustEver(who, page.action);
    const frame = frameFor(home, c, page.action ? actor : undefined, await countsFor(ctx));
    const call: PageCall = {
      ctx,
      home,
      actor: who,
      t: frame.t,
      params: c.req.param() as Record<string, string>,
      query: new URL(c.req.url).searchParams,
      form: new Form(c.req.method === "POST" ? await c.req.formData() : new FormData()),
      frame,
    };
    const made = await page.run(call).catch(async (error) => {
      const on = page.action ? await leadOn(ctx, error, call.params["client"]) : undefined;
      if (!on) throw error;
      const params = call.params["client"] ? { ...call.params, client: on.client } : call.params;
      return page.run({ ...call, ctx: { ...ctx, actor: on.actor }, actor: on.actor, params });
    });
    if (made instanceof Response) return made;
    c.header("set-cookie", "toast=; Path=/; Max-Age=0", { append: true });
    c.header("cache-control", "no-store");
    return c.html(made as unknown as string);
  } catch (error) {
    return refusal(home, c, error, actor);
  }
}

/** What waits behind the places of a menu. */
async function countsFor(ctx: Ctx): Promise<Partial<Record<Place, number>>> {
  if (ctx.actor.kind !== "staff" || !mayEver(ctx.actor, "case:read")) return {};
  return { critical: await pressingCases(ctx) };
}

/** A refusal as a page: what it is, what to do, the way on. What we did not foresee says nothing of itself. */
function refusal(
  home: Home,
  c: Context,
  error: unknown,
  actor: Actor | undefined,
): Response | Promise<Response> {
  if (!(error instanceof AppError)) home.log.error("page failed", error, {});
  const frame = frameFor(home, c, actor);
  const { t } = frame;
  const status = error instanceof AppError ? error.status : 500;
  const title = error instanceof AppError ? t.pick(error.sentence) : t("page.failed");
  const body: Child = (
    <>
      <h1>{title}</h1>
      <p>
        <a href="/">{t("nav.home")}</a>
      </p>
    </>
  );
  const page =
    !actor || actor.kind === "client" ? (
      <ClientPage {...frame} title={title}>
        {body}
      </ClientPage>
    ) : (
      <Page {...frame} title={title}>
        {body}
      </Page>
    );
  return c.html(page as unknown as string, status as 404);
}

function frameFor(
  home: Home,
  c: Context,
  actor: Actor | undefined,
  counts: Partial<Record<Place, number>> = {},
): Frame {
  const t = textFor(languageOf(c));
  const toast = getCookie(c, "toast");
  const roles = actor ? rolesOf(actor) : [];
  return {
    t,
    path: pathOf(c),
    nav: navFor(roles, openPlaces, counts),
    who: { name: actor?.name ?? "", role: roles.map((role) => t(`role.${role}`)).join(" · ") },
    toast: toast ? toastFrom(toast) : undefined,
    bar: home.toolbar ? <Bar t={t} toolbar={home.toolbar()} /> : undefined,
  };
}

function toastFrom(cookie: string): ToastModel | undefined {
  try {
    return JSON.parse(Buffer.from(cookie, "base64url").toString());
  } catch {
    return undefined;
  }
}

function languageOf(c: Context): Language {
  const chosen = getCookie(c, "language");
  if (chosen === "en" || chosen === "zh") return chosen;
  return /^\s*en/i.test(c.req.header("accept-language") ?? "") ? "en" : "zh";
}

const pathOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
};

/** A form from another site is refused: browsers say where a form comes from. */
const sameOriginOnly = (home: Home) => async (c: Context, next: () => Promise<void>) => {
  if (c.req.method === "POST" && isForeign(home, c)) return c.text("This form came from another site.", 403);
  await next();
  return undefined;
};

function isForeign(home: Home, c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = c.req.header("origin");
  const ours = [new URL(home.publicUrl).host, c.req.header("host")];
  return origin !== undefined && !(URL.canParse(origin) && ours.includes(new URL(origin).host));
}
