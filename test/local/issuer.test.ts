import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { verifierFor } from "../../functions/cloud/verify.ts";
import { issuer, localAudience, localIssuer } from "../../functions/local/issuer.ts";
import { newSigningKey, type SigningKey } from "../../functions/local/tokens.ts";
import { actorOf } from "../../shared/access/index.ts";

const url = "http://localhost:3000/local/issuer";
const redirectUri = "http://localhost:3000/signed-in";
const verifier = "a-verifier-only-the-browser-session-knows-0123456789";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const people = [{ number: "P-100000017", name: "赵敏" }];

let key: SigningKey;
let app: ReturnType<typeof issuer>;
beforeAll(async () => {
  key = await newSigningKey();
  app = issuer({
    key,
    url,
    origins: ["http://localhost:3000"],
    clients: async () => people,
    clientOf: async (number) => people.find((one) => one.number === number),
  });
});

const authorize = (more: Record<string, string> = {}): string =>
  `${url}/authorize?${new URLSearchParams({
    response_type: "code",
    client_id: "perennial-web",
    redirect_uri: redirectUri,
    state: "s1",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...more,
  })}`;

async function codeFor(who: string): Promise<string> {
  const answer = await app.request(authorize(), { method: "POST", body: new URLSearchParams({ who }) });
  expect(answer.status).toBe(303);
  const back = new URL(answer.headers.get("location") ?? "");
  expect(back.origin + back.pathname).toBe(redirectUri);
  expect(back.searchParams.get("state")).toBe("s1");
  return back.searchParams.get("code") ?? "";
}

const redeem = (code: string, more: Record<string, string> = {}) =>
  app.request(`${url}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...more,
    }),
  });

test.each([
  ["physician-1", { kind: "staff", name: "周志远", roles: ["physician"], centre: "centre-1", rank: "chief" }],
  ["physician-3", { kind: "staff", roles: ["physician"], rank: "attending" }],
  ["front-desk", { kind: "staff", roles: ["front-desk"] }],
  ["hr", { kind: "corporate", account: "account-1" }],
  ["P-100000017", { kind: "client", client: "P-100000017", name: "赵敏" }],
])("one click on %s ends in a token the cloud's own verifier accepts", async (who, actor) => {
  const { id_token: token } = (await (await redeem(await codeFor(who))).json()) as { id_token: string };
  const jwks = (await (await app.request(`${url}/jwks.json`)).json()) as { keys: SigningKey["public"][] };
  const check = verifierFor({ issuer: localIssuer, clientIds: localAudience, jwks });
  expect(actorOf(await check(token))).toMatchObject(actor);
});

test("a code serves once, for who asked for it, and only with the verifier behind its challenge", async () => {
  const once = await codeFor("nurse-1");
  expect((await redeem(once)).status).toBe(200);
  expect((await redeem(once)).status).toBe(400);
  expect((await redeem(await codeFor("nurse-1"), { code_verifier: "guessed" })).status).toBe(400);
  expect((await redeem(await codeFor("nurse-1"), { redirect_uri: `${redirectUri}/x` })).status).toBe(400);
});

test("nobody is sent to another site, and nobody unknown is signed in", async () => {
  const body = new URLSearchParams({ who: "nurse-1" });
  const elsewhere = authorize({ redirect_uri: "https://elsewhere.example/take" });
  expect((await app.request(elsewhere, { method: "POST", body })).status).toBe(400);
  const stranger = new URLSearchParams({ who: "P-999999999" });
  expect((await app.request(authorize(), { method: "POST", body: stranger })).status).toBe(400);
  const plain = authorize({ code_challenge_method: "plain" });
  expect((await app.request(plain, { method: "POST", body })).status).toBe(400);
  const out = await app.request(`${url}/sign-out?post_logout_redirect_uri=https://elsewhere.example/`);
  expect(out.headers.get("location")).toBe("/");
});

test("the page offers every role, HR and the clients, in both languages", async () => {
  const zh = await (await app.request(authorize())).text();
  for (const name of [
    "陈晓梅 · 前台",
    "刘芳 · 护士",
    "周志远 · 主任医师",
    "林静 · 健康管理师",
    "吴建国 · 中心主任",
    "黄丽 · 企业人事",
    "赵敏 · P-100000017",
  ])
    expect(zh).toContain(name);
  const en = await (await app.request(authorize({ lang: "en" }))).text();
  expect(en).toContain("周志远 · Chief physician");
  expect(en).toContain('lang="en"');
});

test("private halves of keys are never told", async () => {
  const told = await (await app.request(`${url}/jwks.json`)).text();
  for (const part of ["d", "p", "q", "dp", "dq", "qi"] as const)
    expect(told).not.toContain(String(key.private[part]));
});
