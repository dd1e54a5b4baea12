import { describe, expect, it } from "vitest";
import { create as createSender } from "../../functions/send/app.ts";
import { recipientOf } from "../../shared/clients/index.ts";
import { commit } from "../../shared/data/commit.ts";
import { localDate, localTime } from "../../shared/kernel/time.ts";
import { bookExam, cancelBooking } from "../../shared/loop/index.ts";
import { linkPath, messagesOf, queueMessage, readLink, readMessages } from "../../shared/messaging/index.ts";
import { days, minute, somebody } from "../support/follow-ups.ts";
import { type World, world } from "../support/world.ts";

async function visit(more: Parameters<typeof somebody>[1] = {}) {
  const w = await world();
  const client = await somebody(w, more);
  const wanted = { client: client.number, package: "recheck", date: "2026-12-01", time: "08:00" };
  const booking = await bookExam(w.ctx(), wanted, "k1");
  return { w, client, booking };
}

describe("the word before a visit", () => {
  it("comes once, the afternoon before, with the time and a link that opens the visit", async () => {
    const { w, client, booking } = await visit();
    await days(w, 12);
    expect(w.mailbox).toHaveLength(1);
    const [letter] = w.mailbox;
    expect(letter?.text).toContain("2026-12-01 08:00");
    const [message] = await messagesOf(w.ctx(), client.number);
    expect(localDate(message?.sentAt ?? "")).toBe("2026-11-30");
    expect(localTime(message?.sentAt ?? "")).toBe("16:00");
    const token = /\/-\/(\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
    w.clock.set("2026-12-01T00:00:00.000Z");
    expect(await readLink(w.home, token)).toMatchObject({ purpose: "booking", about: booking.id });
  });

  it("is in the language of the file", async () => {
    const { w } = await visit({ language: "en" });
    await days(w, 12);
    expect(w.mailbox[0]?.text).toMatch(/^Hello\. You are expected on 2026-12-01 at 08:00\./);
  });

  it("does not come when the visit is cancelled", async () => {
    const { w, client, booking } = await visit();
    await cancelBooking(w.ctx(), client.number, booking.id, "出差");
    await days(w, 12);
    expect(w.mailbox).toEqual([]);
  });

  it("comes for the new day only, when one visit takes the place of another", async () => {
    const { w, client, booking } = await visit();
    await cancelBooking(w.ctx(), client.number, booking.id, "出差");
    await bookExam(
      w.ctx(),
      { client: client.number, package: "recheck", date: "2026-12-03", time: "08:00" },
      "k2",
    );
    await days(w, 14);
    expect(w.mailbox.map(({ text }) => text.includes("2026-12-03"))).toEqual([true]);
  });

  it("comes once when its job comes many times", async () => {
    const { w, client, booking } = await visit();
    w.clock.set("2026-11-30T08:00:00.000Z");
    const job = { kind: "booking", client: client.number, booking: booking.id } as const;
    await Promise.all(Array.from({ length: 6 }, () => createSender(w.home).handle(job)));
    expect(w.mailbox).toHaveLength(1);
  });

  it("needs the consent for service words, not for care", async () => {
    const { w, client } = await visit({ consents: ["care"] });
    await days(w, 12);
    expect(w.mailbox).toEqual([]);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([
      { state: "suppressed", reason: "consent" },
    ]);
  });

  it("booked at night for the next morning, it waits for daylight", async () => {
    const w = await world({ start: "2026-11-30T14:30:00.000Z" });
    const client = await somebody(w);
    await bookExam(w.ctx(), { client: client.number, package: "recheck", date: "2026-12-01", time: "14:00" });
    await minute(w);
    expect(w.mailbox).toEqual([]);
    await days(w, 1);
    const [message] = await messagesOf(w.ctx(), client.number);
    expect(localTime(message?.sentAt ?? "") >= "09:00").toBe(true);
    expect(w.mailbox).toHaveLength(1);
  });
});

describe("a message queued by another verb", () => {
  const ready = async (w: World, client: string) => {
    const words = {
      client,
      template: "report-ready" as const,
      about: [{ type: "report", id: "2026-11-22", step: "released" }],
    };
    const { change, message } = queueMessage(await recipientOf(w.ctx(), client), words, w.clock.now());
    await commit(w.ctx(), { changes: [change], log: { subject: `C#${client}`, action: "report.released" } });
    return message;
  };

  it("leaves with the next sweep, and asked for again it is the same message", async () => {
    const w = await world();
    const client = await somebody(w);
    await ready(w, client.number);
    await expect(ready(w, client.number)).rejects.toMatchObject({ code: "Conflict" });
    await minute(w);
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
    expect(w.mailbox[0]?.text).toContain("2026-11-22");
  });

  it("is read by staff and by the client, each reading traced, and by nobody else", async () => {
    const w = await world();
    const client = await somebody(w);
    const other = await somebody(w, { name: "孙静" });
    await ready(w, client.number);
    await minute(w);
    for (const actor of [w.as.frontDesk, w.as.client(client.number)])
      expect(await readMessages(w.ctx(actor), client.number)).toMatchObject([
        { state: "sent", channel: "sms" },
      ]);
    const traces = (await w.entries()).filter(({ action }) => action === "messages.opened");
    expect(traces.map(({ by }) => by.id).sort()).toEqual([`client-${client.number}`, "front-desk-1"]);
    await expect(readMessages(w.ctx(w.as.client(other.number)), client.number)).rejects.toMatchObject({
      code: "NotFound",
    });
    await expect(readMessages(w.ctx(w.as.hr), client.number)).rejects.toMatchObject({ code: "NotAllowed" });
  });
});

describe("links", () => {
  it("cannot be changed by hand: another client, purpose, thing or time is not ours", async () => {
    const w = await world();
    const expires = "2026-12-22T15:59:00.000Z";
    const link = { client: "P-1", purpose: "recheck", about: "m1", expires };
    const path = await linkPath(w.home, link);
    expect(await readLink(w.home, path.slice(3))).toEqual(link);
    const [, signature = ""] = path.slice(3).split(".");
    for (const other of [
      { ...link, client: "P-2" },
      { ...link, purpose: "report" },
      { ...link, about: "m2" },
      { ...link, expires: "2027-12-22T15:59:00.000Z" },
    ]) {
      const [body = ""] = (await linkPath(w.home, other)).slice(3).split(".");
      await expect(readLink(w.home, `${body}.${signature}`)).rejects.toMatchObject({ code: "NotFound" });
    }
    for (const nothing of ["", ".", "x.y", "a.b.c"])
      await expect(readLink(w.home, nothing)).rejects.toMatchObject({ code: "NotFound" });
  });
});
