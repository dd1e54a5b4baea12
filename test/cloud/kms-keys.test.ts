import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { kmsKeys } from "../../functions/cloud/kms-keys.ts";
import type { Keys } from "../../shared/kernel/ports.ts";
import { addMinutes } from "../../shared/kernel/time.ts";
import { kms } from "./kms.ts";
import { json, loopback, type Reply } from "./loopback.ts";

let refuse: Reply | undefined;

let server: Awaited<ReturnType<typeof loopback>>;
let now: string;
let keys: Keys;
const open = () =>
  kmsKeys({ ...server.sdk, now: () => now, macKey: "mac", macVersion: "3", identityKey: "identity" });
const calls = (target: string) =>
  server.asked.filter((one) => one.headers["x-amz-target"] === `TrentService.${target}`).length;

beforeEach(async () => {
  refuse = undefined;
  now = "2026-11-22T08:00:00.000Z";
  const service = kms();
  server = await loopback((asked) => refuse ?? service(asked));
  keys = open();
});
afterEach(() => server.close());

it("hashes the same identifier to the same value in every process, and names the key's version", async () => {
  const first = await keys.mac("11010519491231002X");
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(first.version).toBe("3");
  expect(await open().mac("11010519491231002X")).toEqual(first);
  expect((await keys.mac("110105194912310021")).hash).not.toBe(first.hash);
  expect(server.asked[0]?.json()).toMatchObject({ KeyId: "mac", MacAlgorithm: "HMAC_SHA_256" });
});

it("opens what it sealed, in this process and in the next", async () => {
  const sealed = await keys.seal("张伟 11010519491231002X");
  expect(sealed).not.toContain("11010519491231002X");
  expect(await keys.open(sealed)).toBe("张伟 11010519491231002X");
  expect(await open().open(sealed)).toBe("张伟 11010519491231002X");
});

it("never seals the same text to the same value", async () => {
  expect(await keys.seal("same")).not.toBe(await keys.seal("same"));
});

it("takes a new data key after ten minutes", async () => {
  await keys.seal("a");
  await keys.seal("b");
  expect(calls("GenerateDataKey")).toBe(1);
  now = addMinutes(now, 11);
  await keys.seal("c");
  expect(calls("GenerateDataKey")).toBe(2);
});

it("takes a new data key after a thousand values", async () => {
  for (let n = 0; n < 1_100; n++) await keys.seal("value");
  expect(calls("GenerateDataKey")).toBe(2);
});

it("asks KMS once for many values under one data key", async () => {
  const sealed = [await keys.seal("a"), await keys.seal("b"), await keys.seal("c")];
  const reader = open();
  for (const one of sealed) await reader.open(one);
  expect(calls("Decrypt")).toBe(1);
});

it("refuses a sealed value that was changed", async () => {
  const [form, key, iv, body] = (await keys.seal("secret")).split(".");
  const bytes = Buffer.from(body ?? "", "base64url");
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await expect(keys.open([form, key, iv, bytes.toString("base64url")].join("."))).rejects.toThrow();
  await expect(keys.open("plain text")).rejects.toThrow("not a sealed value of ours");
});

it("signs alike in every process, with a key no identifier's hash reveals", async () => {
  const signature = await keys.sign("plan:P-1");
  expect(signature).toMatch(/^[0-9a-f]{64}$/);
  expect(await open().sign("plan:P-1")).toBe(signature);
  await keys.sign("plan:P-2");
  expect(calls("GenerateMac")).toBe(2);
  const reachable = await keys.mac("derive\nsignature-1");
  const guess = createHmac("sha256", Buffer.from(reachable.hash, "hex")).update("plan:P-1").digest("hex");
  expect(guess).not.toBe(signature);
});

it("waits out throttling", async () => {
  let left = 1;
  const service = kms();
  await server.close();
  server = await loopback((asked) =>
    left-- > 0 ? json({ __type: "ThrottlingException", message: "Rate exceeded" }, 400) : service(asked),
  );
  expect((await open().mac("x")).hash).toMatch(/^[0-9a-f]{64}$/);
  expect(server.asked).toHaveLength(2);
});

it("passes a refusal on, and asks again the next time", async () => {
  refuse = json({ __type: "AccessDeniedException", message: "no" }, 400);
  await expect(keys.sign("a")).rejects.toThrow();
  await expect(keys.seal("a")).rejects.toThrow();
  refuse = undefined;
  expect(await keys.sign("a")).toMatch(/^[0-9a-f]{64}$/);
  expect(await keys.open(await keys.seal("a"))).toBe("a");
});
