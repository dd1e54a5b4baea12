import { mkdtempSync } from "node:fs";
import { appendFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mailboxIn, mailboxPage } from "../../functions/local/mailbox.ts";
import type { Letter } from "../../shared/kernel/ports.ts";
import { clockAt } from "../support/clock.ts";

let folder: string;
let file: string;
const clock = clockAt("2026-11-22T01:00:00.000Z");
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "perennial-mail-"));
  file = join(folder, "mail.jsonl");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const letter = (id: string, more: Partial<Letter> = {}): Letter => ({
  id,
  channel: "sms",
  to: "+86 138 0000 0000",
  subject: "复查提醒",
  text: "请预约复查：http://localhost:3000/l/abc。谢谢",
  ...more,
});

test("the same letter handed over twice, or again after a restart, is one letter", async () => {
  const box = await mailboxIn(file, clock.now);
  expect(await box.send(letter("m1"))).toEqual({ outcome: "accepted", providerId: "m1" });
  await box.send(letter("m1"));
  const again = await mailboxIn(file, clock.now);
  await again.send(letter("m1"));
  await again.send(letter("m2"));
  expect((await mailboxIn(file, clock.now)).letters().map(({ id }) => id)).toEqual(["m1", "m2"]);
});

test("a line a crash cut off was never accepted and may be sent anew", async () => {
  await (await mailboxIn(file, clock.now)).send(letter("m1"));
  await appendFile(file, '{"id":"m2","chan');
  const box = await mailboxIn(file, clock.now);
  expect(box.letters().map(({ id }) => id)).toEqual(["m1"]);
  await box.send(letter("m2"));
  expect((await mailboxIn(file, clock.now)).letters().map(({ id }) => id)).toEqual(["m1", "m2"]);
});

test("the page shows the newest first: when, by which channel, to whom, what, with its link to follow", async () => {
  const box = await mailboxIn(file, clock.now);
  await box.send(letter("m1"));
  clock.advance({ hours: 3 });
  await box.send(letter("m2", { channel: "email", to: "a@example.com", text: "<b>not markup</b>" }));
  const app = mailboxPage(box);
  const zh = await (await app.request("http://localhost:3000/local/mailbox")).text();
  expect(zh.indexOf('data-letter="m2"')).toBeLessThan(zh.indexOf('data-letter="m1"'));
  for (const part of [
    "2026-11-22 09:00",
    "2026-11-22 12:00",
    "短信",
    "邮件",
    "+86 138 0000 0000",
    "复查提醒",
  ])
    expect(zh).toContain(part);
  expect(zh).toContain('<a href="http://localhost:3000/l/abc">http://localhost:3000/l/abc</a>。谢谢');
  expect(zh).toContain("&lt;b&gt;not markup&lt;/b&gt;");
  const en = await (await app.request("http://localhost:3000/local/mailbox?lang=en")).text();
  for (const part of ["SMS", "E-mail", "newest first"]) expect(en).toContain(part);
});
