import { createHash, randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Claims } from "../../shared/kernel/home.ts";
import { languageOf, page } from "./page.ts";
import type { Person } from "./people.ts";
import { clientClaims, hrClaims, roleTitles, staff, staffClaims, titleOf } from "./personas.ts";
import { jwksOf, mint, type SigningKey } from "./tokens.ts";

/** The name in every local token, the same whatever the port: a token made while the centre rests serves later. */
export const localIssuer = "https://issuer.perennial.invalid/one-machine";
export const localClientId = "perennial-web";
export const localAudience = [localClientId, "lis"] as const;

export interface IssuerOptions {
  key: SigningKey;
  /** Where the issuer is reached, without a slash at the end. */
  url: string;
  /** Origins a browser may be sent back to. */
  origins: readonly string[];
  clients(): Promise<Person[]>;
  clientOf(number: string): Promise<Person | undefined>;
}

interface Grant {
  claims: Claims;
  redirectUri: string;
  challenge: string;
  nonce: string | undefined;
  until: number;
}

const fiveMinutes = 5 * 60_000;

/**
 * A small OIDC provider: discovery, keys, authorization code with PKCE (S256 only), and a page that signs
 * you in as anybody with one click. It exists on one machine only.
 */
export function issuer(options: IssuerOptions): Hono {
  const { key, url } = options;
  const grants = new Map<string, Grant>();

  async function signIn(c: Context, asked: URLSearchParams, who: string): Promise<Response> {
    const claims = await claimsFor(who, options);
    const redirectUri = asked.get("redirect_uri") ?? "";
    if (!claims || !mayReturnTo(redirectUri, options.origins)) return refuse(c, "invalid_request");
    if (asked.get("code_challenge_method") !== "S256") return refuse(c, "invalid_request");
    const code = randomBytes(24).toString("base64url");
    grants.set(code, {
      claims,
      redirectUri,
      challenge: asked.get("code_challenge") ?? "",
      nonce: asked.get("nonce") ?? undefined,
      until: Date.now() + fiveMinutes,
    });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    const state = asked.get("state");
    if (state) back.searchParams.set("state", state);
    return c.redirect(back.href, 303);
  }

  return new Hono()
    .basePath("/local/issuer")
    .get("/.well-known/openid-configuration", (c) =>
      c.json({
        issuer: localIssuer,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks.json`,
        end_session_endpoint: `${url}/sign-out`,
        response_types_supported: ["code"],
        grant_types_supported: ["authorization_code"],
        code_challenge_methods_supported: ["S256"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        scopes_supported: ["openid"],
      }),
    )
    .get("/jwks.json", (c) => c.json(jwksOf(key)))
    .get("/authorize", async (c) => {
      const asked = new URL(c.req.url).searchParams;
      const hint = asked.get("login_hint");
      return hint ? signIn(c, asked, hint) : choices(c, await options.clients());
    })
    .post("/authorize", async (c) => {
      const { who } = await c.req.parseBody();
      return signIn(c, new URL(c.req.url).searchParams, typeof who === "string" ? who.trim() : "");
    })
    .post("/token", async (c) => {
      const asked = await c.req.parseBody();
      const code = String(asked["code"] ?? "");
      const grant = grants.get(code);
      grants.delete(code);
      const verifier = createHash("sha256")
        .update(String(asked["code_verifier"] ?? ""))
        .digest("base64url");
      const fits =
        grant &&
        grant.until > Date.now() &&
        grant.challenge === verifier &&
        grant.redirectUri === asked["redirect_uri"];
      if (!fits || asked["grant_type"] !== "authorization_code") return refuse(c, "invalid_grant");
      const claims = { ...grant.claims, ...(grant.nonce ? { nonce: grant.nonce } : {}) };
      const token = await mint(key, localIssuer, localClientId, claims);
      return c.json({ id_token: token, access_token: token, token_type: "Bearer", expires_in: 12 * 3600 });
    })
    .get("/sign-out", (c) => {
      const back = c.req.query("post_logout_redirect_uri") ?? c.req.query("logout_uri") ?? "";
      return c.redirect(mayReturnTo(back, options.origins) ? back : "/");
    });
}

const refuse = (c: Context, error: string): Response => c.json({ error }, 400);

function mayReturnTo(uri: string, origins: readonly string[]): boolean {
  return URL.canParse(uri) && origins.includes(new URL(uri).origin);
}

/** @param who a staff id or role, `hr`, `client` (the first), or a client's number. */
async function claimsFor(who: string, options: IssuerOptions): Promise<Claims | undefined> {
  const member = staff.find(({ id, role }) => id === who || role === who);
  if (member) return staffClaims(member);
  if (who === "hr") return hrClaims;
  const client = who === "client" ? (await options.clients())[0] : who && (await options.clientOf(who));
  return client ? clientClaims(client.number, client.name) : undefined;
}

const words = {
  title: { en: "Sign in as …", zh: "选择身份登录" },
  staff: { en: "Staff of the centre", zh: "中心员工" },
  corporate: { en: "Corporate client", zh: "企业客户" },
  clients: { en: "Clients", zh: "客户" },
  none: { en: "There are no clients yet.", zh: "还没有客户。" },
  number: { en: "Client number", zh: "客户编号" },
  go: { en: "Sign in", zh: "登录" },
};

function choices(c: Context, clients: readonly Person[]) {
  const language = languageOf(c);
  const action = new URL(c.req.url).search;
  const choice = (who: string, name: string, what: string) =>
    html`<button class="btn" name="who" value="${who}">${name} · ${what}</button>`;
  const group = (heading: string, inside: unknown) =>
    html`<section class="card"><h2>${heading}</h2><form method="post" action="${action}" class="row">${inside}</form></section>`;
  const body = html`
${group(
  words.staff[language],
  staff.map((member) => choice(member.id, member.name, titleOf(member)[language])),
)}
${group(words.corporate[language], choice("hr", String(hrClaims.name), roleTitles.hr[language]))}
${group(
  words.clients[language],
  clients.length
    ? clients.map(({ number, name }) => choice(number, name, number))
    : html`<p>${words.none[language]}</p>`,
)}
<section class="card"><form method="post" action="${action}" class="row">
<label>${words.number[language]} <input name="who" required pattern="[Pp]-[0-9]+" autocomplete="off"></label>
<button class="btn">${words.go[language]}</button></form></section>`;
  return page(c, words.title, body);
}
