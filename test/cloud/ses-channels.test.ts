import { afterEach, expect, it } from "vitest";
import { sesChannels } from "../../functions/cloud/ses-channels.ts";
import type { Letter } from "../../shared/kernel/ports.ts";
import { loopback, type Reply } from "./loopback.ts";

const letter: Letter = {
  id: "MSG-01HX",
  channel: "email",
  to: "wang.fang@example.com",
  subject: "您有一条新提醒",
  text: "请登录查看：https://vip.example.org/c/1",
};

const fault = (status: number, type: string): Reply => ({
  status,
  headers: { "content-type": "application/json", "x-amzn-errortype": type },
  body: JSON.stringify({ message: `about ${letter.to}` }),
});

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(() => server.close());

async function handOver(reply: Reply, over: Partial<Letter> = {}) {
  server = await loopback(() => reply);
  const channels = sesChannels({ ...server.sdk, from: "care@example.org", seconds: 0.3 });
  return channels.send({ ...letter, ...over });
}

const accepted: Reply = { headers: { "content-type": "application/json" }, body: '{"MessageId":"ses-1"}' };

it("hands over an e-mail once, with the letter's id as a tag", async () => {
  expect(await handOver(accepted)).toEqual({ outcome: "accepted", providerId: "ses-1" });
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]?.path).toBe("/v2/email/outbound-emails");
  expect(server.asked[0]?.json()).toMatchObject({
    FromEmailAddress: "care@example.org",
    Destination: { ToAddresses: [letter.to] },
    EmailTags: [{ Name: "letter", Value: "MSG-01HX" }],
    Content: { Simple: { Subject: { Data: letter.subject, Charset: "UTF-8" } } },
  });
});

it("tags a letter whose id SES would not take with the digest of its id", async () => {
  await handOver(accepted, { id: "C#P-1/MSG#1" });
  expect(JSON.stringify(server.asked[0]?.json()["EmailTags"])).toMatch(/"Value":"[0-9a-f]{32}"/);
});

it.each([
  ["an address SES will not have", fault(400, "BadRequestException"), "refused"],
  ["a letter SES rejects", fault(400, "MessageRejected"), "refused"],
  ["throttling", fault(429, "TooManyRequestsException"), "busy"],
  ["a paused account", fault(400, "SendingPausedException"), "busy"],
  ["a domain not verified yet", fault(400, "MailFromDomainNotVerifiedException"), "busy"],
  ["credentials out of date", fault(403, "ExpiredTokenException"), "busy"],
  ["a fault inside SES", fault(500, "InternalFailure"), "unknown"],
  ["a line that drops after the letter was taken", "drop" as const, "unknown"],
  ["an answer that never comes", "hang" as const, "unknown"],
])("%s leaves the letter in its own state, and it is never handed over twice", async (_, reply, outcome) => {
  const delivery = await handOver(reply);
  expect(delivery.outcome).toBe(outcome);
  expect(server.asked).toHaveLength(1);
  expect(JSON.stringify(delivery)).not.toContain(letter.to);
});

it("knows that nothing was handed over when SES cannot be reached", async () => {
  server = await loopback(() => accepted);
  await server.close();
  const channels = sesChannels({ ...server.sdk, from: "care@example.org" });
  expect(await channels.send(letter)).toMatchObject({ outcome: "busy", reason: "Error ECONNREFUSED" });
});

it.each(["wechat", "sms"] as const)("refuses %s while no provider is configured", async (channel) => {
  expect(await handOver(accepted, { channel })).toEqual({
    outcome: "refused",
    reason: "channel not configured",
  });
  expect(server.asked).toHaveLength(0);
});

it("promises no idempotency that SES does not have", async () => {
  server = await loopback(() => accepted);
  expect(sesChannels({ ...server.sdk, from: "care@example.org" }).idempotent("email")).toBe(false);
});
