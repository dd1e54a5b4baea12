import { afterEach, expect, it } from "vitest";
import { s3Files } from "../../functions/cloud/s3-files.ts";
import { type Asked, loopback, type Reply } from "./loopback.ts";

const xml = (status: number, code: string): Reply => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>no</Message></Error>`,
});

/** A bucket: path-style PUT and GET. */
function bucket() {
  const kept = new Map<string, Buffer>();
  return (asked: Asked): Reply => {
    const path = asked.path.split("?")[0] ?? "";
    if (asked.method === "PUT") {
      kept.set(path, asked.bytes);
      return { headers: { etag: '"1"' } };
    }
    const found = kept.get(path);
    return found ? { body: found } : xml(404, "NoSuchKey");
  };
}

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(() => server.close());

it("gives back the bytes that were put", async () => {
  server = await loopback(bucket());
  const files = s3Files({ ...server.sdk, bucket: "files" });
  const bytes = Uint8Array.from({ length: 300_000 }, (_, n) => n % 251);
  await files.put("imports/2026/结果 1.csv", bytes);
  const back = await files.get("imports/2026/结果 1.csv");
  expect(back && Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
  expect(server.asked[0]?.path).toMatch(/^\/files\/imports\/2026\//);
});

it("answers nothing for a file that is not there", async () => {
  server = await loopback(bucket());
  expect(await s3Files({ ...server.sdk, bucket: "files" }).get("missing")).toBeUndefined();
});

it("does not take a refusal for a missing file", async () => {
  server = await loopback(() => xml(403, "AccessDenied"));
  const files = s3Files({ ...server.sdk, bucket: "files" });
  await expect(files.get("a")).rejects.toThrow();
  await expect(files.put("a", new Uint8Array(1))).rejects.toThrow();
});

it("waits out a busy bucket", async () => {
  const keep = bucket();
  let left = 1;
  server = await loopback((asked) => (left-- > 0 ? xml(503, "SlowDown") : keep(asked)));
  const files = s3Files({ ...server.sdk, bucket: "files" });
  await files.put("a", Uint8Array.of(7));
  expect([...((await files.get("a")) ?? [])]).toEqual([7]);
});
