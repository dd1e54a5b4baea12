import { describe, expect, it } from "vitest";
import { clientOf } from "../../shared/clients/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import {
  bookByLink,
  bookExam,
  cancelBooking,
  openLink,
  snoozeByLink,
  stopByLink,
} from "../../shared/loop/index.ts";
import { linkPath } from "../../shared/messaging/index.ts";
import { declineFollowUp } from "../../shared/monitoring/index.ts";
import { bookingsOf } from "../../shared/testing/index.ts";
import { changed, days, finding, minute, openOf, sign, somebody } from "../support/follow-ups.ts";
import { type World, world } from "../support/world.ts";

const bearer: Actor = { kind: "job", id: "link", name: "Signed link", centre: "*" };
const by = (w: World) => w.ctx(bearer, "web 1");
const morning = { date: "2026-12-22", time: "08:00" };

const tokenIn = (text: string | undefined): string => /\/-\/(\S+)/.exec(text ?? "")?.[1] ?? "";

/** Somebody whose lipid re-check fell due today, and the link in the letter that said so. */
async function reminded(many: readonly string[] = ["lipid-high"]) {
  const w = await world();
  const client = await somebody(w);
  await sign(
    w.ctx(w.as.physician),
    client,
    "2026-11-22",
    many.map((rule) => finding(rule)),
  );
  w.clock.set("2026-12-20T05:00:00.000Z");
  await minute(w);
  return { w, client, token: tokenIn(w.mailbox.at(-1)?.text) };
}

describe("a link in a reminder", () => {
  it("shows dates and counts, and not a word about health", async () => {
    const { w, client, token } = await reminded(["lipid-high", "liver-enzyme-mild"]);
    const shown = await openLink(by(w), token);
    expect(shown).toMatchObject({ purpose: "recheck", waiting: 2, due: "2026-12-20", stopped: false });
    const whole = JSON.stringify(shown);
    for (const word of ["LDL", "cholesterol", "胆固醇", "血脂", "lipid", "liver", "4.6", client.name])
      expect(whole.includes(word), word).toBe(false);
  });

  it("changes nothing when it is opened, and leaves a trace that says from where", async () => {
    const { w, client, token } = await reminded();
    const before = await w.dump();
    await openLink(by(w), token);
    await openLink(by(w), token);
    expect(await w.dump()).toEqual(before);
    const opened = (await w.entries()).filter(({ action }) => action === "link.opened");
    expect(opened).toHaveLength(2);
    for (const entry of opened)
      expect(entry).toMatchObject({ subject: `C#${client.number}`, from: "link 1", by: { id: "link" } });
  });

  it("books the re-check for its own client, and no letter comes any more", async () => {
    const { w, client, token } = await reminded();
    const booking = await bookByLink(by(w), token, morning);
    expect(booking).toMatchObject({ client: client.number, package: "recheck", ...morning });
    expect(await openOf(w, client)).toMatchObject([{ state: "booked", booking: { id: booking.id } }]);
    expect(await openLink(by(w), token)).toMatchObject({ waiting: 0, booked: [morning] });
    const letters = w.mailbox.length;
    await days(w, 1);
    expect(w.mailbox).toHaveLength(letters);
    const made = (await w.entries()).find(({ action }) => action === "booking.made");
    expect(made?.from).toBe("link 1");
  });

  it("pressed eight times at once it is one booking and takes one place", async () => {
    const { w, client, token } = await reminded();
    w.faults.conflict = 0.2;
    const made = await Promise.all(Array.from({ length: 8 }, () => bookByLink(by(w), token, morning)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await bookingsOf(w.ctx(), client.number)).toHaveLength(1);
  });

  it("for two different times at once one is booked and the other is told which", async () => {
    const { w, client, token } = await reminded();
    const both = await Promise.allSettled([
      bookByLink(by(w), token, morning),
      bookByLink(by(w), token, { date: "2026-12-23", time: "09:00" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "AlreadyThere" });
    expect(await bookingsOf(w.ctx(), client.number)).toHaveLength(1);
  });

  it("books again after the visit was cancelled", async () => {
    const { w, client, token } = await reminded();
    const first = await bookByLink(by(w), token, morning);
    await cancelBooking(w.ctx(), client.number, first.id, "travelling");
    const second = await bookByLink(by(w), token, morning);
    expect(second.id).not.toBe(first.id);
    expect(await openOf(w, client)).toMatchObject([{ state: "booked", booking: { id: second.id } }]);
  });

  it("says nothing is open once the follow-up has ended, and books nothing", async () => {
    const { w, client, token } = await reminded();
    const [followUp] = await openOf(w, client);
    await declineFollowUp(w.ctx(w.as.healthManager), {
      client: client.number,
      id: followUp?.id ?? "",
      reason: "moved away",
    });
    expect(await openLink(by(w), token)).toMatchObject({ waiting: 0, booked: [] });
    await expect(bookByLink(by(w), token, morning)).rejects.toMatchObject({ code: "Conflict" });
    await expect(snoozeByLink(by(w), token, "2026-12-27")).rejects.toMatchObject({ code: "Conflict" });
    expect(await bookingsOf(w.ctx(), client.number)).toEqual([]);
  });

  it("moves the day later, at most to the last one in time, and the letters follow", async () => {
    const { w, client, token } = await reminded();
    const [before] = await openOf(w, client);
    expect(await snoozeByLink(by(w), token, "2026-12-28")).toBe("2026-12-28");
    expect(await openOf(w, client)).toMatchObject([{ due: "2026-12-28", snoozes: 1 }]);
    expect(await snoozeByLink(by(w), token, "2026-12-28")).toBe("2026-12-28");
    expect(await openOf(w, client)).toMatchObject([{ snoozes: 1 }]);
    expect(await snoozeByLink(by(w), token, "2027-12-28")).toBe(before?.overdueAfter);
  });

  it("cannot be put off when the last day has come", async () => {
    const { w, client, token } = await reminded(["bp-grade1-unconfirmed"]);
    expect(await openOf(w, client)).toMatchObject([{ overdueAfter: "2026-12-20" }]);
    const before = await w.dump();
    await expect(snoozeByLink(by(w), token, "2027-06-01")).rejects.toMatchObject({ code: "Conflict" });
    expect(await w.dump()).toEqual(before);
  });

  it("stops the letters: the consent is withdrawn once, and nothing more leaves", async () => {
    const { w, client, token } = await reminded();
    await stopByLink(by(w), token);
    const after = await w.dump();
    await stopByLink(by(w), token);
    expect(await w.dump()).toEqual(after);
    expect((await clientOf(w.ctx(), client.number))?.consents.care).toMatchObject({
      given: false,
      how: "link",
    });
    const letters = w.mailbox.length;
    await days(w, 20);
    expect(w.mailbox).toHaveLength(letters);
    expect(await openLink(by(w), token)).toMatchObject({ stopped: true, waiting: 1 });
  });
});

describe("a link about a visit or a report", () => {
  const expires = "2026-12-31T00:00:00.000Z";
  const path = async (w: World, client: string, purpose: string, about: string) =>
    tokenIn(await linkPath(w.home, { client, purpose, about, expires }));

  it("shows when the visit is and how to prepare, until it is cancelled", async () => {
    const w = await world();
    const client = await somebody(w);
    const wanted = { client: client.number, package: "basic", ...morning };
    const booking = await bookExam(w.ctx(), wanted);
    const token = await path(w, client.number, "booking", booking.id);
    const shown = await openLink(by(w), token);
    expect(shown).toMatchObject({ purpose: "booking", ...morning, stands: true });
    expect("prepare" in shown && shown.prepare.length).toBeGreaterThan(0);
    await cancelBooking(w.ctx(), client.number, booking.id, "ill");
    expect(await openLink(by(w), token)).toMatchObject({ stands: false });
  });

  it("tells of a report only its date, and lets nobody act", async () => {
    const w = await world();
    const client = await somebody(w);
    const token = await path(w, client.number, "report", "2026-11-20");
    expect(await openLink(by(w), token)).toEqual({ purpose: "report", date: "2026-11-20" });
    await expect(bookByLink(by(w), token, morning)).rejects.toMatchObject({ code: "NotFound" });
    await expect(stopByLink(by(w), token)).rejects.toMatchObject({ code: "NotFound" });
  });
});

describe("a link that opens nothing", () => {
  it("is refused when it was changed, is over, or speaks of somebody who has left", async () => {
    const { w, client, token } = await reminded();
    const before = await w.dump();
    for (const forged of ["", "x", `${token}x`, token.replace(".", ""), `x${token}`])
      for (const act of [
        () => openLink(by(w), forged),
        () => bookByLink(by(w), forged, morning),
        () => snoozeByLink(by(w), forged, "2026-12-28"),
        () => stopByLink(by(w), forged),
      ])
        await expect(act()).rejects.toMatchObject({ code: "NotFound" });
    expect(await w.dump()).toEqual(before);
    await changed(w, client.number, { state: "left" });
    await expect(openLink(by(w), token)).rejects.toMatchObject({ code: "NotFound" });
    w.clock.advance({ days: 60 });
    await expect(openLink(by(w), token)).rejects.toMatchObject({ code: "Expired" });
  });
});
