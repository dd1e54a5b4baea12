import { afterAll, expect, test } from "vitest";
import { verifierFor } from "../../functions/cloud/verify.ts";
import { localAudience, localIssuer } from "../../functions/local/issuer.ts";
import { keysFor } from "../../functions/local/key-file.ts";
import { personaNames } from "../../functions/local/personas.ts";
import { jwksOf, mint, newSigningKey } from "../../functions/local/tokens.ts";
import { actorOf } from "../../shared/access/index.ts";
import { clearPlaces, place, run } from "../support/process.ts";

afterAll(clearPlaces);

test("npm run token prints a token of each persona, asked all at once before the first start", async () => {
  const at = await place();
  const asked = personaNames.filter((name) => name !== "client");
  const ends = await Promise.all(asked.map((name) => run("token", [name], at.env).ended));
  const check = await checker(at.env);
  const actors = await Promise.all(
    ends.map(async ({ out }) => actorOf(await check(out.trim().split("\n").at(-1) ?? ""))),
  );
  const centre = "centre-1";
  expect(actors).toMatchObject([
    { kind: "staff", roles: ["front-desk"], centre },
    { kind: "staff", roles: ["nurse"], centre },
    { kind: "staff", roles: ["physician"], centre },
    { kind: "staff", roles: ["health-manager"], centre },
    { kind: "staff", roles: ["manager"], centre },
    { kind: "corporate", account: "account-1" },
    { kind: "machine", id: "lis", centre },
  ]);
  await at.clear();
});

test("without a persona, or with one nobody has, the answer is the list of those there are", async () => {
  const at = await place();
  for (const args of [[], ["surgeon"]])
    expect(await run("token", args, at.env).ended).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^[^\n]*front-desk \| nurse \| [^\n]* \| lis\n$/),
    });
});

test("there is no token for a client before anybody is enrolled", async () => {
  const at = await place();
  expect(await run("token", ["client"], at.env).ended).toMatchObject({
    code: 1,
    err: expect.stringContaining("No client is enrolled yet"),
  });
  await at.clear();
});

test("a token of another key, another issuer or another client is refused", async () => {
  const at = await place();
  const { signing } = await keysFor(at.env["PERENNIAL_DATA"] ?? "", at.env["PERENNIAL_KEYS"] ?? "");
  const check = await checker(at.env);
  const claims = { sub: "nurse-1", "cognito:groups": ["nurse"], "custom:centre": "centre-1" };
  await expect(check(await mint(signing, localIssuer, localAudience[0], claims))).resolves.toBeTruthy();
  await expect(
    check(await mint(await newSigningKey(), localIssuer, localAudience[0], claims)),
  ).rejects.toThrow();
  await expect(
    check(await mint(signing, "https://elsewhere.example", localAudience[0], claims)),
  ).rejects.toThrow();
  await expect(check(await mint(signing, localIssuer, "another-app", claims))).rejects.toThrow();
  await at.clear();
});

async function checker(env: Record<string, string>) {
  const { signing } = await keysFor(env["PERENNIAL_DATA"] ?? "", env["PERENNIAL_KEYS"] ?? "");
  return verifierFor({ issuer: localIssuer, clientIds: localAudience, jwks: jwksOf(signing) });
}
