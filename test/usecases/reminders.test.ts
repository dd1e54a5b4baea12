import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { create as createSender } from "../../functions/send/app.ts";
import { clientOf } from "../../shared/clients/index.ts";
import { type DueRow, dueRows, lease } from "../../shared/data/lease.ts";
import { dueShards } from "../../shared/data/table.ts";
import { localDate, localTime } from "../../shared/kernel/time.ts";
import { type Message, messagesOf, readLink } from "../../shared/messaging/index.ts";
import { declineFollowUp, followUpsBehind, worklist } from "../../shared/monitoring/index.ts";
import { changed, days, finding, minute, openOf, sign, somebody } from "../support/follow-ups.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

const examDay = "2026-11-22";
const lipid = () => finding("lipid-high");

/** Somebody with a lipid re-check: due 20 December, letters on the 6th, 17th, 20th and 27th. */
async function waiting(options: Parameters<typeof world>[0] = {}) {
  const w = await world(options);
  const client = await somebody(w);
  const [followUp] = await sign(w.ctx(w.as.physician), client, examDay, [lipid()]);
  if (!followUp) throw new Error("nothing was opened");
  return { w, client, followUp };
}

const dueMorning = "2026-12-20T05:00:00.000Z";

const stepsTold = (messages: readonly Message[]): string[] =>
  messages.flatMap(({ about }) => about.map(({ id, step }) => `${id} ${step}`));

describe("a reminder from the finding to the manager", () => {
  it("writes on each of its days, once, in the client's hours and language, and then asks the manager", async () => {
    const { w, client, followUp } = await waiting();
    await days(w, 50);
    expect(w.mailbox.map(({ channel, to }) => `${channel} ${to}`)).toEqual(
      Array.from({ length: 4 }, () => "sms +8613800000001"),
    );
    const messages = (await messagesOf(w.ctx(), client.number)).reverse();
    expect(messages.map(({ about }) => about[0]?.step)).toEqual(["T-14", "T-3", "T", "T+7"]);
    expect(messages.map(({ sentAt }) => localDate(sentAt ?? ""))).toEqual([
      "2026-12-06",
      "2026-12-17",
      "2026-12-20",
      "2026-12-27",
    ]);
    for (const { sentAt } of messages) {
      const time = localTime(sentAt ?? "");
      expect(time >= "09:00" && time < "20:00").toBe(true);
    }
    expect(await openOf(w, client)).toMatchObject([{ id: followUp.id, state: "escalated" }]);
  });

  it("says nothing of health, and its link opens what it is about until it expires", async () => {
    const { w, client, followUp } = await waiting();
    w.clock.set(dueMorning);
    await minute(w);
    const [letter] = w.mailbox;
    const whole = JSON.stringify(letter);
    for (const word of ["血脂", "胆固醇", "LDL", "lipid", "4.6", client.name, client.name.slice(0, 1)])
      expect(whole.includes(word)).toBe(false);
    expect(letter?.text).toContain("2026-12-20");
    const token = /\/-\/(\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
    const link = await readLink(w.home, token);
    expect(link).toMatchObject({ client: client.number, purpose: "recheck" });
    expect(await followUpsBehind(w.ctx(), link)).toMatchObject([{ id: followUp.id }]);
    await expect(
      readLink(w.home, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`),
    ).rejects.toMatchObject({
      code: "NotFound",
    });
    w.clock.advance({ days: 46 });
    await expect(readLink(w.home, token)).rejects.toMatchObject({ code: "Expired" });
  });

  it("nobody's health is in the log, nor in the lines of operation", async () => {
    const { w } = await waiting();
    await days(w, 50);
    const told = JSON.stringify(await w.entries()) + w.lines.join("\n");
    for (const word of ["LDL", "lipid", "胆固醇", "13800000001"]) expect(told.includes(word)).toBe(false);
  });

  it("after an outage of a month one letter speaks of everything", async () => {
    const w = await world();
    const client = await somebody(w);
    await sign(w.ctx(w.as.physician), client, examDay, [
      lipid(),
      finding("liver-enzyme-mild"),
      finding("urine-protein"),
    ]);
    w.clock.set("2026-12-25T02:00:00.000Z");
    await minute(w);
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
    const [message] = await messagesOf(w.ctx(), client.number);
    expect(message?.about).toHaveLength(3);
    expect((await openOf(w, client)).map(({ state }) => state).sort()).toEqual([
      "escalated",
      "reminded",
      "reminded",
    ]);
  });

  it("waits for the morning when the work of the night is caught up", async () => {
    const { w, client } = await waiting();
    w.clock.set("2026-12-20T15:30:00.000Z");
    await minute(w);
    expect(w.mailbox).toEqual([]);
    const [waitsFor] = await openOf(w, client);
    expect(localTime(waitsFor?.next?.at ?? "") >= "09:00").toBe(true);
    w.clock.set("2026-12-21T04:00:00.000Z");
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
  });

  it("keeps to the hours of a client abroad when the clocks change there", async () => {
    const w = await world({ start: "2026-09-20T12:00:00.000Z" });
    const client = await somebody(w, {}, { zone: "America/New_York" });
    await sign(w.ctx(w.as.physician), client, "2026-09-20", [lipid()]);
    await days(w, 45);
    const sent = (await messagesOf(w.ctx(), client.number)).map(({ sentAt }) => sentAt ?? "");
    expect(sent).toHaveLength(4);
    for (const at of sent) {
      const time = localTime(at, "America/New_York");
      expect(time >= "09:00" && time < "20:00").toBe(true);
    }
  });
});

describe("who is asked", () => {
  it("a client who has another manager by now is asked about there", async () => {
    const { w, client } = await waiting();
    await changed(w, client.number, { manager: "health-manager-2" });
    await days(w, 50);
    const listOf = (manager: string) => worklist(w.ctx(w.as.healthManager), { manager });
    expect((await listOf("health-manager-1")).rows).toEqual([]);
    expect((await listOf("health-manager-2")).rows).toMatchObject([{ followUp: { state: "escalated" } }]);
  });
});

describe("what stops a letter", () => {
  it("without consent nothing leaves, it is on record, and the follow-up goes on to its manager", async () => {
    const w = await world();
    const client = await somebody(w, { consents: [] });
    await sign(w.ctx(w.as.physician), client, examDay, [lipid()]);
    await days(w, 50);
    expect(w.mailbox).toEqual([]);
    const messages = await messagesOf(w.ctx(), client.number);
    expect(messages.map(({ state, reason }) => `${state}: ${reason}`)).toEqual(
      Array.from({ length: 4 }, () => "suppressed: consent"),
    );
    expect(await openOf(w, client)).toMatchObject([{ state: "escalated", attention: "not written" }]);
  });

  it("consent taken back after the letter was queued for later keeps it here", async () => {
    const { w, client } = await waiting();
    w.post.answer = () => ({ outcome: "busy", reason: "throttled" });
    w.clock.set(dueMorning);
    await minute(w);
    const care = { given: false, at: w.clock.now(), how: "portal", text: "2026-11" };
    const now = await clientOf(w.ctx(), client.number);
    await changed(w, client.number, { consents: { ...now?.consents, care } });
    w.post.answer = () => undefined;
    w.clock.advance({ minutes: 10 });
    await minute(w);
    expect(w.mailbox).toEqual([]);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([
      { state: "suppressed", reason: "consent" },
    ]);
  });

  it("the dead receive nothing", async () => {
    const { w, client } = await waiting();
    await changed(w, client.number, { state: "deceased" });
    await days(w, 50);
    expect(w.mailbox).toEqual([]);
  });

  it("nothing leaves after the follow-up has ended, not even what had been queued", async () => {
    const { w, client, followUp } = await waiting();
    w.post.answer = () => ({ outcome: "busy", reason: "throttled" });
    w.clock.set(dueMorning);
    await minute(w);
    await declineFollowUp(w.ctx(w.as.healthManager), {
      client: client.number,
      id: followUp.id,
      reason: "搬家",
    });
    w.post.answer = () => undefined;
    await days(w, 40);
    expect(w.mailbox).toEqual([]);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([
      { state: "suppressed", reason: "obsolete" },
    ]);
    expect((await w.dump()).filter((item) => item["duePk"])).toEqual([]);
  });
});

describe("when something breaks in between", () => {
  it("the same job many times at once is one letter", async () => {
    const { w, client } = await waiting();
    w.clock.set(dueMorning);
    const job = { kind: "remind", client: client.number } as const;
    await Promise.all(Array.from({ length: 8 }, () => createSender(w.home).handle(job)));
    expect(w.mailbox).toHaveLength(1);
    expect(await messagesOf(w.ctx(), client.number)).toHaveLength(1);
  });

  it("a worker that dies before its commit leaves everything to the next", async () => {
    const { w, client } = await waiting();
    w.clock.set(dueMorning);
    await diesAfter(w, 0, client.number);
    expect(w.mailbox).toEqual([]);
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
  });

  it("a worker that dies between hand-over and outcome leaves one letter in the mailbox", async () => {
    const { w, client } = await waiting();
    w.clock.set(dueMorning);
    await diesAfter(w, 1, client.number);
    expect(w.mailbox).toHaveLength(1);
    await minute(w);
    w.clock.advance({ minutes: 16 });
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([{ state: "sent" }]);
  });

  it("where the way takes no id, such a letter is never sent again and its manager is asked", async () => {
    const { w, client } = await waiting();
    w.post.idempotent = false;
    w.clock.set(dueMorning);
    await diesAfter(w, 1, client.number);
    w.clock.advance({ minutes: 16 });
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([{ state: "unknown" }]);
    expect(await openOf(w, client)).toMatchObject([{ state: "escalated", attention: "delivery unknown" }]);
  });

  it("an answer that is lost is settled by the same id, not by a second letter", async () => {
    const { w, client } = await waiting();
    let calls = 0;
    w.post.answer = (letter) => {
      calls += 1;
      if (calls > 1) return undefined;
      w.mailbox.push(letter);
      return { outcome: "unknown", reason: "the line died" };
    };
    w.clock.set(dueMorning);
    await minute(w);
    w.clock.advance({ minutes: 20 });
    await minute(w);
    expect(calls).toBe(2);
    expect(w.mailbox).toHaveLength(1);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([{ state: "sent" }]);
  });

  it("what is tried again after closing time waits for the morning", async () => {
    for (const outcome of ["busy", "unknown"] as const) {
      const { w } = await waiting();
      const tried: string[] = [];
      w.post.answer = () => {
        tried.push(localTime(w.clock.now()));
        return tried.length === 1 ? { outcome, reason: "the line died" } : undefined;
      };
      w.clock.set("2026-12-20T11:50:00.000Z");
      await minute(w);
      w.clock.set("2026-12-20T12:30:00.000Z");
      await minute(w);
      expect(tried).toEqual(["19:50"]);
      w.clock.set("2026-12-21T04:00:00.000Z");
      await minute(w);
      expect(tried).toEqual(["19:50", "12:00"]);
      expect(w.mailbox).toHaveLength(1);
    }
  });

  it("a way that refuses gives way to the client's next one", async () => {
    const { w, client } = await waiting();
    w.post.answer = ({ channel }) =>
      channel === "sms" ? { outcome: "refused", reason: "no such number" } : undefined;
    w.clock.set(dueMorning);
    await minute(w);
    expect(w.mailbox).toMatchObject([{ channel: "email", to: "zhao@example.org" }]);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([{ state: "sent", refusedBy: ["sms"] }]);
  });

  it("when every way refuses the manager sees it, and no letter is tried again", async () => {
    const { w, client } = await waiting();
    let calls = 0;
    w.post.answer = () => {
      calls += 1;
      return { outcome: "refused", reason: "blocked" };
    };
    w.clock.set(dueMorning);
    await minute(w);
    w.clock.advance({ hours: 3 });
    await minute(w);
    expect(calls).toBe(2);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([{ state: "failed" }]);
    expect(await openOf(w, client)).toMatchObject([{ state: "escalated", attention: "not delivered" }]);
  });

  it("a busy way is tried again later, with growing pauses, inside the hours, and given up in the end", async () => {
    const { w, client } = await waiting();
    const tried: string[] = [];
    w.post.answer = () => {
      tried.push(w.clock.now());
      return { outcome: "busy", reason: "throttled" };
    };
    w.clock.set(dueMorning);
    await minute(w);
    await days(w, 3);
    expect(tried).toHaveLength(6);
    for (const at of tried) expect(localTime(at) >= "09:00" && localTime(at) < "20:00").toBe(true);
    expect(await messagesOf(w.ctx(), client.number)).toMatchObject([{ state: "failed" }]);
  });

  it("whatever happens in whatever order, a step is told at most once and no letter goes twice", async () => {
    const acts = fc.constantFrom("hour", "day", "fortnight", "sweep", "work", "twice", "die", "lose", "busy");
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 10, maxLength: 40 }), async (story) => {
        const w = await world();
        const client = await somebody(w);
        const findings = [lipid(), finding("liver-enzyme-mild"), finding("fpg-diabetic-unconfirmed")];
        await sign(w.ctx(w.as.physician), client, examDay, findings);
        for (const act of [...story, "fortnight", "sweep", "work", "hour", "sweep", "work"] as const)
          await happen(w, client.number, act);
        const told = stepsTold(await messagesOf(w.ctx(), client.number));
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(w.mailbox.map(({ id }) => id)).size).toBe(w.mailbox.length);
        expect(await openOf(w, client)).toHaveLength(3);
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

async function happen(w: World, client: string, act: string): Promise<void> {
  const now = w.clock.now();
  switch (act) {
    case "hour":
      return w.clock.advance({ hours: 1 });
    case "day":
      return w.clock.set(
        `${localDate(now)}T03:30:00.000Z` > now ? `${localDate(now)}T03:30:00.000Z` : tomorrow(w),
      );
    case "fortnight":
      return w.clock.advance({ days: 14 });
    case "sweep":
      return w.tick();
    case "work":
      w.post.answer = () => undefined;
      return w.drain();
    case "twice": {
      w.jobs.push(...w.jobs.slice());
      const both = w.jobs.splice(0);
      await Promise.all(both.map((job) => createSender(w.home).handle(job)));
      return;
    }
    case "die":
      return diesAfter(w, 1, client);
    case "lose":
      w.post.answer = () => ({ outcome: "unknown", reason: "the line died" });
      return w.drain();
    case "busy":
      w.post.answer = () => ({ outcome: "busy", reason: "throttled" });
      return w.drain();
  }
}

function tomorrow(w: World): string {
  w.clock.advance({ days: 1 });
  return `${w.clock.now().slice(0, 10)}T03:30:00.000Z`;
}

/** A worker of this client's reminders that dies after so many writes. */
async function diesAfter(w: World, writes: number, client: string): Promise<void> {
  w.faults.writesUntilDeath = writes;
  await createSender(w.home)
    .handle({ kind: "remind", client })
    .catch((error: unknown) => {
      if (!(error instanceof ProcessDied)) throw error;
    });
  w.faults.writesUntilDeath = Number.POSITIVE_INFINITY;
}

describe("the sweep", () => {
  it("finds the critical before the rest, and one job a client", async () => {
    const w = await world();
    const [calm, urgent] = [await somebody(w), await somebody(w, { name: "钱多" })];
    await sign(w.ctx(w.as.physician), calm, examDay, [lipid(), finding("liver-enzyme-mild")]);
    w.clock.set(dueMorning);
    await sign(w.ctx(w.as.physician), urgent, "2026-12-18", [finding("bp-grade3")]);
    await w.tick();
    expect(w.jobs).toEqual([
      { kind: "remind", client: urgent.number },
      { kind: "remind", client: calm.number },
    ]);
  });

  it("two sweeps at once send one job, and a job that was lost is found again", async () => {
    const { w, client } = await waiting();
    w.clock.set(dueMorning);
    await Promise.all([w.tick(), w.tick()]);
    expect(w.jobs).toEqual([{ kind: "remind", client: client.number }]);
    w.jobs.length = 0;
    await w.tick();
    expect(w.jobs).toEqual([]);
    w.clock.advance({ minutes: 16 });
    await minute(w);
    expect(w.mailbox).toHaveLength(1);
  });

  it("a due row is leased to one of those who ask", async () => {
    const { w } = await waiting();
    w.clock.set(dueMorning);
    const rows: DueRow[] = [];
    for (let shard = 0; shard < dueShards; shard++)
      for await (const page of dueRows(w.ctx(), "care", shard)) rows.push(...page);
    expect(rows).toHaveLength(1);
    const asked = await Promise.all(Array.from({ length: 5 }, () => lease(w.ctx(), rows[0] as DueRow, 15)));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  it("a critical finding is before its manager the next day", async () => {
    const w = await world();
    const client = await somebody(w);
    await sign(w.ctx(w.as.physician), client, examDay, [finding("bp-grade3")]);
    await days(w, 2);
    expect(await openOf(w, client)).toMatchObject([{ state: "escalated", critical: true }]);
  });

  it("reads only what is due, however much waits", async () => {
    const w = await world();
    const measure = async () => {
      w.consumed();
      await w.tick();
      return w.consumed().rru;
    };
    const empty = await measure();
    for (let one = 0; one < 20; one++) {
      const client = await somebody(w, { name: `赵${one}` });
      await sign(w.ctx(w.as.physician), client, examDay, [lipid(), finding("urate-high")]);
    }
    expect(await measure()).toBe(empty);
  });
});
