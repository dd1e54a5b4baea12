import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { enrolClient } from "../../shared/clients/index.ts";
import { addDays, daysBetween } from "../../shared/kernel/time.ts";
import {
  assignClients,
  handOverPanel,
  openFile,
  receiveResults,
  signAssessment,
  takeBackPanel,
} from "../../shared/loop/index.ts";
import {
  claimDocument,
  claimElsewhere,
  comeBack,
  followUpHistory,
  followUpOf,
  goAway,
  loadOf,
  lookAgain,
  loseClient,
  recordCall,
  recordElsewhere,
  sendClaimBack,
  settleAsked,
  snoozeFollowUp,
  worklist,
} from "../../shared/monitoring/index.ts";
import { days, finding, openOf, sign, somebody } from "../support/follow-ups.ts";
import { linYawen } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const pdf = new TextEncoder().encode("%PDF-1.7 a re-check");

async function one(rule = "lipid-high") {
  const w = await world();
  const client = await somebody(w);
  const [opened] = await sign(w.ctx(w.as.physician), client, "2026-11-20", [finding(rule)]);
  if (!opened) throw new Error("nothing was opened");
  const which = { client: client.number, id: opened.id };
  const now = async () => (await followUpOf(w.ctx(), which.client, which.id)) as typeof opened;
  return {
    w,
    client,
    which,
    now,
    manager: w.ctx(w.as.healthManager),
    own: w.ctx(w.as.client(client.number)),
  };
}

describe("a client who was looked at elsewhere", () => {
  test("says so with the document; it ends nothing, no letter goes meanwhile, and staff accept it", async () => {
    const { w, client, which, now, manager, own } = await one();
    const said = { ...which, date: "2026-11-21", place: "市一医院", said: "已复查" };
    w.clock.advance({ days: 1 });
    expect(await claimElsewhere(own, said, pdf)).toMatchObject({
      state: "planned",
      attention: "client says done",
    });
    const { rows, counts } = await worklist(manager, { filter: "today" });
    expect(rows).toMatchObject([{ followUp: { id: which.id } }]);
    expect(counts.today).toBe(1);
    await days(w, 2);
    expect(w.mailbox).toEqual([]);
    expect(await claimDocument(manager, client.number, which.id)).toEqual({
      bytes: pdf,
      type: "application/pdf",
    });
    await recordElsewhere(manager, { ...which, date: "2026-11-21", place: "市一医院", reason: "LDL-C 2.9" });
    expect(await now()).toMatchObject({
      state: "verified elsewhere",
      closed: { place: "市一医院", reason: "LDL-C 2.9", document: { type: "application/pdf" } },
    });
  });

  test("hears why it was sent back, and the letters go on", async () => {
    const { w, which, now, manager, own } = await one();
    await claimElsewhere(own, which);
    await sendClaimBack(manager, { ...which, reason: "请补充报告" });
    const after = await now();
    expect(after).toMatchObject({ state: "planned", claim: { state: "sent back", reason: "请补充报告" } });
    expect(after.attention).toBeUndefined();
    await days(w, 30);
    expect(w.mailbox.length).toBeGreaterThan(0);
  });

  test("is not taken off the manager's day by putting the date off: somebody still has to look", async () => {
    const { w, which, now, manager, own } = await one();
    await claimElsewhere(own, which);
    const { overdueAfter } = await now();
    await snoozeFollowUp(manager, { ...which, until: overdueAfter });
    expect(await now()).toMatchObject({ due: overdueAfter, attention: "client says done" });
    expect((await worklist(manager, { filter: "today" })).rows).toMatchObject([
      { followUp: { id: which.id } },
    ]);
    await days(w, 2);
    expect(w.mailbox).toEqual([]);
  });

  test("is before the manager again after three days in which nobody looked", async () => {
    const { w, which, now, own } = await one();
    await claimElsewhere(own, which);
    await days(w, 4);
    expect(await now()).toMatchObject({ state: "escalated", attention: "client says done" });
    expect(w.mailbox).toEqual([]);
  });

  test("sends only what we can show, of a day between the finding and today, and only about their own", async () => {
    const { w, which, own } = await one();
    const script = new TextEncoder().encode("<script>alert(1)</script>");
    await expect(claimElsewhere(own, which, script)).rejects.toMatchObject({
      problems: [{ field: "document" }],
    });
    for (const date of ["2026-11-19", "2026-11-23"])
      await expect(claimElsewhere(own, { ...which, date })).rejects.toMatchObject({
        problems: [{ field: "date" }],
      });
    await expect(claimElsewhere(w.ctx(w.as.client("P-999999999")), which)).rejects.toMatchObject({
      code: "NotFound",
    });
  });
});

describe("a call", () => {
  test("puts the row off until its day, whatever time does meanwhile, and ends nothing", async () => {
    const { w, which, now, manager } = await one("fpg-diabetic-unconfirmed");
    await days(w, 18);
    expect((await worklist(manager, { filter: "overdue" })).counts.overdue).toBe(1);
    await recordCall(manager, { ...which, channel: "phone", outcome: "call again" });
    expect(await now()).toMatchObject({
      state: "escalated",
      again: "2026-12-13",
      calls: [{ outcome: "call again" }],
    });
    expect((await worklist(manager)).counts).toMatchObject({ overdue: 1, unanswered: 0 });
  });

  test("that nobody answers counts as unanswered; two ways without an answer may be called lost, which stays open", async () => {
    const { w, which, now, manager } = await one();
    await recordCall(manager, { ...which, channel: "phone", outcome: "no answer" });
    await recordCall(manager, { ...which, channel: "phone", outcome: "wrong number" });
    await expect(loseClient(manager, which.client, which.id)).rejects.toMatchObject({ code: "Conflict" });
    await recordCall(manager, { ...which, channel: "message", outcome: "no answer" });
    expect((await worklist(manager)).counts.unanswered).toBe(1);
    expect(await loseClient(manager, which.client, which.id)).toMatchObject({ state: "lost contact" });
    expect((await worklist(manager)).rows).toMatchObject([{ followUp: { manager: "health-manager-1" } }]);
    await recordCall(manager, { ...which, channel: "phone", outcome: "will book" });
    expect((await now()).state).toBe("planned");
    await expect(loseClient(manager, which.client, which.id)).rejects.toMatchObject({ code: "Conflict" });
    expect((await w.entries()).filter(({ action }) => action === "follow-up.lost-contact")).toHaveLength(1);
  });

  test("seen to for the day stands behind what nobody has seen to, until tomorrow", async () => {
    const { w, client, which, manager } = await one("fpg-diabetic-unconfirmed");
    await sign(w.ctx(w.as.physician), client, "2026-11-21", [finding("lipid-high", { concern: "lipids" })]);
    await days(w, 100);
    const order = async () => (await worklist(manager)).rows.map(({ followUp }) => followUp.rule);
    expect(await order()).toEqual(["fpg-diabetic-unconfirmed", "lipid-high"]);
    await lookAgain(manager, { ...which, on: "2027-03-03" });
    expect(await order()).toEqual(["lipid-high", "fpg-diabetic-unconfirmed"]);
    w.clock.advance({ days: 1 });
    expect(await order()).toEqual(["fpg-diabetic-unconfirmed", "lipid-high"]);
  });

  test("is in the history, by whom and when, with everything else that happened", async () => {
    const { which, manager } = await one();
    await recordCall(manager, { ...which, channel: "phone", outcome: "no answer", note: "关机" });
    const { entries, followUp } = await followUpHistory(manager, which.client, which.id);
    expect(entries.map(({ action, by }) => [action, by.id])).toContainEqual([
      "follow-up.not-reached",
      "health-manager-1",
    ]);
    expect(followUp.calls).toMatchObject([{ note: "关机" }]);
    expect(JSON.stringify(entries)).not.toContain("关机");
  });
});

describe("two lesions and one picture", () => {
  const left = finding("birads-3", { site: "breast/left", rule: "birads-3-left" });
  const right = finding("birads-3", { site: "breast/right", rule: "birads-3-right" });

  async function pictured() {
    const w = await world();
    const client = await somebody(w);
    await sign(w.ctx(w.as.physician), client, "2026-05-01", [left, right]);
    const results = [{ item: "USBREAST", value: "未见明显改变", unit: "" }];
    await receiveResults(w.ctx(w.as.nurse), client.number, {
      date: "2026-10-20",
      results,
      from: { source: "pacs" },
    });
    return { w, client, manager: w.ctx(w.as.healthManager) };
  }

  test("nothing ends by itself: a person says which was looked at, and is not asked again", async () => {
    const { w, client, manager } = await pictured();
    const asked = await openOf(w, client);
    expect(asked.map(({ site, attention }) => [site, attention])).toEqual([
      ["breast/left", "which one"],
      ["breast/right", "which one"],
    ]);
    const [one, other] = asked.map(({ id }) => id) as [string, string];
    const said = { client: client.number, date: "2026-10-20" };
    await expect(settleAsked(manager, { ...said, covered: [one] })).rejects.toMatchObject({
      code: "InvalidInput",
    });
    await settleAsked(manager, { ...said, covered: [one], not: [other] });
    const before = await w.dump();
    expect(await settleAsked(manager, { ...said, covered: [one], not: [other] })).toMatchObject({
      closed: [{ id: one }],
      kept: [{ id: other }],
    });
    expect(await w.dump()).toEqual(before);
    await expect(settleAsked(manager, { ...said, covered: [other], not: [one] })).rejects.toMatchObject({
      code: "NotFound",
    });
    expect(await followUpOf(w.ctx(), client.number, one)).toMatchObject({
      state: "done",
      closed: { evidence: { items: ["USBREAST"], date: "2026-10-20" } },
    });
    const again = [{ item: "USBREAST", value: "未见明显改变。", unit: "" }];
    await receiveResults(w.ctx(w.as.nurse), client.number, {
      date: "2026-10-20",
      results: again,
      from: { source: "pacs" },
    });
    const [stays] = await openOf(w, client);
    expect(stays).toMatchObject({ id: other, passed: ["2026-10-20"] });
    expect(stays?.attention).toBeUndefined();
  });

  test("a letter to the client does not take the question off the manager's day", async () => {
    const w = await world();
    const client = await somebody(w);
    const [opened] = await sign(w.ctx(w.as.physician), client, "2026-11-20", [left, right]);
    const date = addDays(opened?.due ?? "", -10);
    w.clock.advance({ days: daysBetween("2026-11-22", date) });
    const results = [{ item: "USBREAST", value: "未见明显改变", unit: "" }];
    await receiveResults(w.ctx(w.as.nurse), client.number, { date, results, from: { source: "pacs" } });
    await days(w, 12);
    expect(w.mailbox.length).toBeGreaterThan(0);
    expect((await openOf(w, client)).map(({ attention }) => attention)).toEqual(["which one", "which one"]);
  });

  test("one that the signed report names was looked at; the other is asked about", async () => {
    const { w, client } = await pictured();
    const looked = [{ date: "2026-10-20", items: ["USBREAST"] }];
    await sign(w.ctx(w.as.physician), client, "2026-10-20", [left], { looked });
    expect((await openOf(w, client)).map(({ site, turn, asked }) => [site, turn, asked?.date])).toEqual([
      ["breast/right", 1, "2026-10-20"],
      ["breast/left", 2, undefined],
    ]);
  });
});

describe("a panel", () => {
  async function twoManagers(): Promise<World> {
    const w = await world();
    for (const n of [1, 2])
      await addStaff(w.ctx(), {
        id: `health-manager-${n}`,
        centre: "centre-1",
        name: n === 1 ? "林静" : "何琳",
        roles: ["health-manager"],
      });
    return w;
  }
  const second = (w: World) => w.ctx({ ...w.as.healthManager, id: "health-manager-2" } as never);

  async function withFollowUp(w: World, text: string) {
    const client = await enrolClient(
      w.ctx(),
      linYawen({
        document: { kind: "passport", text },
        sex: "female",
        birthDate: "1974-03-12",
        notADuplicate: true,
      }),
    );
    const results = [{ item: "UA", value: 450, unit: "umol/L" }];
    await receiveResults(w.ctx(w.as.nurse), client.number, {
      date: "2026-11-20",
      results,
      from: { source: "desk" },
    });
    await signAssessment(w.ctx(w.as.physician), client.number, "2026-11-20", 1, {});
    return client;
  }

  test("is handed over for good with every open follow-up, and taken back without whoever moved on since", async () => {
    const w = await twoManagers();
    const [a, b] = [await withFollowUp(w, "E10000001"), await withFollowUp(w, "E10000002")];
    const { id, clients } = await handOverPanel(w.ctx(w.as.manager), "health-manager-1", "health-manager-2");
    expect([...clients].sort()).toEqual([a.number, b.number].sort());
    expect((await worklist(second(w))).rows).toHaveLength(2);
    expect(await loadOf(w.ctx(), "centre-1", "health-manager-1")).toEqual({ open: 0, pressing: 0 });
    await assignClients(w.ctx(w.as.frontDesk), [b.number], "");
    expect(await takeBackPanel(w.ctx(w.as.manager), id)).toBe(1);
    expect((await worklist(w.ctx(w.as.healthManager))).rows.map(({ client }) => client.number)).toEqual([
      a.number,
    ]);
  });

  test("several clients go to one manager at once, and only to a health manager of the centre", async () => {
    const w = await twoManagers();
    const [a, b] = [await withFollowUp(w, "E10000001"), await withFollowUp(w, "E10000002")];
    const desk = w.ctx(w.as.frontDesk);
    await expect(assignClients(desk, [a.number], "nobody-1")).rejects.toMatchObject({ code: "InvalidInput" });
    expect(await assignClients(desk, [a.number, b.number, a.number], "health-manager-2")).toHaveLength(2);
    expect((await openFile(desk, a.number)).client.manager).toBe("health-manager-2");
  });

  test("in the holidays another has the list, on those days and no others, and nothing moves", async () => {
    const w = await twoManagers();
    await withFollowUp(w, "E10000001");
    const own = w.ctx(w.as.healthManager);
    const away = { manager: "health-manager-1", standIn: "health-manager-2" };
    await goAway(own, { ...away, from: "2026-11-23", until: "2026-11-24" });
    const seen = async () => (await worklist(second(w))).rows.length;
    expect(await seen()).toBe(0);
    w.clock.advance({ days: 1 });
    expect(await worklist(second(w))).toMatchObject({ standsInFor: ["health-manager-1"], rows: [{}] });
    w.clock.advance({ days: 2 });
    expect(await seen()).toBe(0);
    expect((await worklist(own)).rows).toMatchObject([{ followUp: { manager: "health-manager-1" } }]);
    await comeBack(own, "health-manager-1");
    await expect(
      goAway(second(w), { ...away, from: "2026-12-01", until: "2026-12-02" }),
    ).rejects.toMatchObject({
      code: "NotAllowed",
    });
    await expect(goAway(own, { ...away, from: "2026-12-02", until: "2026-12-01" })).rejects.toMatchObject({
      problems: [{ field: "until" }],
    });
  });
});
