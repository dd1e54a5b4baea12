import { createHash } from "node:crypto";
import { build } from "esbuild";
import { afterEach, expect, it } from "vitest";
import { cloudHome } from "../../functions/cloud/home.ts";
import { powertoolsLog } from "../../functions/cloud/logger.ts";
import { InvalidInput } from "../../shared/kernel/errors.ts";
import { json, loopback } from "./loopback.ts";

const env = {
  AWS_REGION: "ap-southeast-1",
  RECORDS_TABLE: "records",
  LOG_TABLE: "log",
  FILES_BUCKET: "files",
  JOBS_QUEUE_URL: "https://sqs.example.org/1/jobs",
  INTAKE_QUEUE_URL: "https://sqs.example.org/1/intake",
  MAC_KEY_ID: "mac",
  MAC_KEY_VERSION: "1",
  IDENTITY_KEY_ID: "identity",
  MAIL_FROM: "care@example.org",
  OIDC_ISSUER: "https://sso.example.org/pool",
  OIDC_CLIENT_IDS: "web, lis",
  OIDC_AUTHORIZE_URL: "https://sso.example.org/authorize",
  OIDC_TOKEN_URL: "https://sso.example.org/token",
  OIDC_SIGN_OUT_URL: "https://sso.example.org/logout",
  PUBLIC_URL: "https://vip.example.org/",
};

let server: Awaited<ReturnType<typeof loopback>> | undefined;
afterEach(() => server?.close());

it("a function with its settings has a whole home", async () => {
  const home = await cloudHome(env);
  expect(home.publicUrl).toBe("https://vip.example.org");
  expect(home.signIn.clientId).toBe("web");
  expect(home.table).toMatchObject({ records: "records", log: "log" });
  expect(home.channels.idempotent("email")).toBe(false);
});

it("a function without its settings does not start, and names them without telling their values", async () => {
  const { MAC_KEY_ID: _, ...rest } = env;
  const starting = cloudHome({ ...rest, PUBLIC_URL: "s3cret" });
  await expect(starting).rejects.toThrow("settings missing or malformed: MAC_KEY_ID, PUBLIC_URL");
  await expect(starting).rejects.not.toThrow("s3cret");
});

it("every way out of a home reaches its own service", async () => {
  server = await loopback((asked) => {
    const target = String(asked.headers["x-amz-target"] ?? "");
    if (target === "TrentService.GenerateMac") return json({ Mac: Buffer.alloc(32, 1).toString("base64") });
    if (target === "AmazonSQS.SendMessage") {
      const body = String(asked.json()["MessageBody"]);
      return json({ MessageId: "m", MD5OfMessageBody: createHash("md5").update(body).digest("hex") });
    }
    if (asked.path.startsWith("/v2/email")) return json({ MessageId: "ses-1" });
    return { headers: { etag: '"1"' }, body: "bytes" };
  });
  const { endpoint, credentials } = server.sdk;
  const home = await cloudHome(env, { endpoint, credentials });
  expect((await home.keys.mac("x")).hash).toBe("01".repeat(32));
  expect(await home.keys.sign("x")).toMatch(/^[0-9a-f]{64}$/);
  await home.queue.send({ kind: "remind", client: "P-1" });
  await home.files.put("a", Uint8Array.of(1));
  expect(Buffer.from((await home.files.get("a")) ?? []).toString()).toBe("bytes");
  const letter = { id: "1", channel: "email", to: "a@example.org", subject: "s", text: "t" } as const;
  expect(await home.channels.send(letter)).toEqual({ outcome: "accepted", providerId: "ses-1" });
  expect(server.asked).toHaveLength(6);
});

it("at its start a home loads the table's client and none of the others", async () => {
  const { metafile } = await build({
    entryPoints: ["functions/cloud/home.ts"],
    outdir: "unwritten",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
  });
  const clients = (path: string): string[] =>
    Object.keys(metafile.outputs[path]?.inputs ?? {}).flatMap(
      (input) => input.match(/@aws-sdk\/client-[a-z0-9]+/) ?? [],
    );
  const start = new Set<string>();
  const load = (path: string): void => {
    if (start.has(path)) return;
    start.add(path);
    for (const { kind, path: next, external } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement" && !external) load(next);
  };
  load("unwritten/home.js");
  expect([...new Set([...start].flatMap(clients))]).toEqual(["@aws-sdk/client-dynamodb"]);
  const everywhere = new Set(Object.keys(metafile.outputs).flatMap(clients));
  expect([...everywhere].toSorted()).toEqual(
    ["dynamodb", "kms", "s3", "sesv2", "sqs"].map((name) => `@aws-sdk/client-${name}`),
  );
});

it("the operational log names a failure and where it was, and nothing that was in it", () => {
  const lines: string[] = [];
  const keep = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  const log = powertoolsLog({ info: keep, error: keep });
  const quoting = new TypeError("cannot read 王芳 11010519491231002X", { cause: new RangeError("王芳") });
  log.error("job failed", quoting, { messageId: "m-1" });
  expect(lines[0]).toMatch(/job failed.*messageId.*m-1.*TypeError.*RangeError.*home\.test\.ts/s);
  expect(lines[0]).not.toMatch(/王芳|11010519491231002X/);
  log.error("refused", new InvalidInput([], { en: "Please check the date.", zh: "请检查日期。" }));
  expect(lines[1]).toContain("Please check the date.");
  log.info("due work queued", { found: 3 });
  expect(lines[2]).toContain('"found":3');
});
