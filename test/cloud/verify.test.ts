import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, expect, it } from "vitest";
import { verifierFor } from "../../functions/cloud/verify.ts";
import type { Verify } from "../../shared/kernel/home.ts";

const issuer = "https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_test";
type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: KeyPair;
let theirs: KeyPair;
let verify: Verify;

beforeAll(async () => {
  ours = await generateKeyPair("RS256");
  theirs = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(ours.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  verify = verifierFor({ issuer, clientIds: ["web", "lis"], jwks: { keys: [key] } });
});

const token = (claims: Record<string, unknown>, { pair = ours, iss = issuer, ends = "5m" } = {}) =>
  new SignJWT({ sub: "u1", ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "k1" })
    .setIssuer(iss)
    .setIssuedAt()
    .setExpirationTime(ends)
    .sign(pair.privateKey);

it("lets a person's id token in, with its groups and centre", async () => {
  const claims = { aud: "web", token_use: "id", "cognito:groups": ["physician"], "custom:centre": "PEK1" };
  expect(await verify(await token(claims))).toMatchObject({ sub: "u1", ...claims });
});

it("lets a machine's access token in", async () => {
  const claims = { client_id: "lis", token_use: "access", scope: "perennial/lis" };
  expect(await verify(await token(claims))).toMatchObject(claims);
});

it.each([
  ["made for another audience", { aud: "other", token_use: "id" }, {}],
  ["made for another client", { client_id: "other", token_use: "access" }, {}],
  ["made for our client but another audience", { aud: "other", client_id: "lis" }, {}],
  ["made for nobody", { token_use: "access" }, {}],
  ["of a kind one cannot act with", { aud: "web", token_use: "refresh" }, {}],
  ["of another issuer", { aud: "web" }, { iss: "https://login.example.org" }],
  ["that is over", { aud: "web" }, { ends: "-1m" }],
])("refuses a token %s", async (_, claims, how) => {
  await expect(verify(await token(claims, how))).rejects.toThrow("token refused");
});

it("refuses a token signed by somebody else, or changed after signing", async () => {
  await expect(verify(await token({ aud: "web" }, { pair: theirs }))).rejects.toThrow("token refused");
  const [head, , signature] = (await token({ aud: "web" })).split(".");
  const forged = Buffer.from(JSON.stringify({ sub: "u2", aud: "web", iss: issuer })).toString("base64url");
  await expect(verify([head, forged, signature].join("."))).rejects.toThrow("token refused");
  await expect(verify("not a token")).rejects.toThrow("token refused");
});

it("refuses an unsigned token", async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${part({ alg: "none", kid: "k1" })}.${part({ sub: "u1", aud: "web", iss: issuer })}.`;
  await expect(verify(unsigned)).rejects.toThrow("token refused");
});

it("keeps the token's content out of the refusal", async () => {
  const refused = verify(await token({ aud: "other", name: "王芳" }));
  await expect(refused).rejects.not.toThrow(/王芳|other/);
});
