import { describe, expect, it } from "vitest";
import { clientOf } from "../../shared/clients/index.ts";
import { commit } from "../../shared/data/commit.ts";
import { openFile } from "../../shared/loop/index.ts";
import {
  changesOf,
  closeByEvidence,
  cyclesOf,
  declineFollowUp,
  followUpOf,
  handOver,
  logMeasurement,
  measurementsOf,
  openBook,
  outcomesOf,
  planFollowUps,
  recheckRules,
  recordElsewhere,
  recordOutcome,
  snoozeFollowUp,
  turnCycle,
  worklist,
} from "../../shared/monitoring/index.ts";
import { actorsOf } from "../support/actors.ts";
import { days, finding, openOf, sign, somebody } from "../support/follow-ups.ts";
import { type World, world } from "../support/world.ts";

const examDay = "2026-11-22";

async function one(rule = "lipid-high") {
  const w = await world();
  const client = await somebody(w);
  const [followUp] = await sign(w.ctx(w.as.physician), client, examDay, [finding(rule)]);
  if (!followUp) throw new Error("nothing was opened");
  return { w, client, followUp, which: { client: client.number, id: followUp.id } };
}

describe("follow-ups", () => {
  it("ten signatures at once open one follow-up", async () => {
    const w = await world();
    w.faults.conflict = 0.2;
    const client = await somebody(w);
    const ctx = w.ctx(w.as.physician);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        sign(ctx, client, examDay, [finding("lipid-high"), finding("urate-high")]),
      ),
    );
    expect(await openOf(w, client)).toHaveLength(2);
    expect((await openOf(w, client)).map(({ turn }) => turn)).toEqual([1, 1]);
  });

  it("a decision on what somebody else has changed meanwhile is refused", async () => {
    const { w, client, which } = await one();
    const stale = await openBook(w.ctx(), client.number);
    await declineFollowUp(w.ctx(w.as.healthManager), { ...which, reason: "已在外院随访" });
    const seen = { date: "2027-01-05", items: ["TC", "LDLC", "TG"], now: w.clock.now(), by: "lis" };
    const { book } = closeByEvidence(stale, seen);
    const log = { subject: `C#${client.number}`, action: "follow-up.done" };
    await expect(commit(w.ctx(), { changes: changesOf(book), log })).rejects.toMatchObject({
      code: "Conflict",
    });
    expect(await followUpOf(w.ctx(), client.number, which.id)).toMatchObject({ state: "declined" });
  });

  it("a declined one is kept with its reason, off every list and clock, and said twice it is one refusal", async () => {
    const { w, client, which } = await one();
    const ctx = w.ctx(w.as.healthManager);
    await declineFollowUp(ctx, { ...which, reason: "客户不愿复查" });
    await declineFollowUp(ctx, { ...which, reason: "客户不愿复查" });
    expect((await openFile(ctx, client.number)).followUps).toMatchObject([
      { state: "declined", closed: { reason: "客户不愿复查", by: "health-manager-1" } },
    ]);
    const pending = (await w.dump()).filter((item) =>
      `${item["listPk"] ?? ""}${item["duePk"] ?? ""}`.match(/WORK|DUE/),
    );
    expect(pending).toEqual([]);
    expect((await w.entries()).filter(({ action }) => action === "follow-up.declined")).toHaveLength(1);
  });

  it("done elsewhere needs a day between the finding and today", async () => {
    const { w, client, which } = await one();
    const ctx = w.ctx(w.as.healthManager);
    for (const date of ["2026-11-21", "2026-11-23"])
      await expect(
        recordElsewhere(ctx, { ...which, date, place: "市一医院", reason: "血脂正常" }),
      ).rejects.toMatchObject({
        code: "InvalidInput",
      });
    w.clock.set("2027-01-05T02:00:00.000Z");
    await recordElsewhere(ctx, { ...which, date: "2027-01-04", place: "市一医院", reason: "血脂正常" });
    expect(await followUpOf(w.ctx(), client.number, which.id)).toMatchObject({
      state: "verified elsewhere",
      closed: { evidence: { date: "2027-01-04" } },
    });
  });

  it("what must be told is done by the record of the telling, and by no record its rule does not take", async () => {
    const { w, client, which } = await one("class-a");
    const ctx = w.ctx(w.as.healthManager);
    const told = { ...which, kind: "contact recorded", note: "已电话告知并复述确认" } as const;
    for (const [wrong, field] of [
      [{ kind: "referral outcome" }, "kind"],
      [{ date: "2026-11-21" }, "date"],
      [{ date: "2026-11-23" }, "date"],
      [{ note: " " }, "note"],
    ] as const)
      await expect(recordOutcome(ctx, { ...told, ...wrong })).rejects.toMatchObject({
        code: "InvalidInput",
        problems: [{ field }],
      });
    await recordOutcome(ctx, told);
    await recordOutcome(ctx, told);
    expect((await openFile(ctx, client.number)).followUps).toMatchObject([
      {
        state: "done",
        closed: { reason: told.note, evidence: { record: "contact recorded", date: examDay } },
      },
    ]);
    const lipids = await one("lipid-high");
    await expect(
      recordOutcome(lipids.w.ctx(lipids.w.as.physician), { ...told, ...lipids.which }),
    ).rejects.toMatchObject({ problems: [{ field: "kind" }] });
  });

  it("every record a rule asks for is one that somebody can make", () => {
    for (const { id, closedBy } of recheckRules) {
      const asked = closedBy.anyOf.flatMap((way) => ("record" in way ? [way.record] : []));
      expect(outcomesOf(id).toSorted(), id).toEqual(
        asked.filter((kind) => kind !== "home series").toSorted(),
      );
    }
  });

  it("put off, it is asked for later and never after its window", async () => {
    const { w, client, which } = await one();
    const own = w.ctx(w.as.client(client.number));
    for (const until of [examDay, "2027-02-15"])
      await expect(snoozeFollowUp(own, { ...which, until })).rejects.toMatchObject({ code: "InvalidInput" });
    await days(w, 30);
    expect(w.mailbox).toHaveLength(3);
    await snoozeFollowUp(own, { ...which, until: "2027-02-01" });
    await days(w, 43);
    expect(w.mailbox).toHaveLength(6);
    expect(await openOf(w, client)).toMatchObject([
      { due: "2027-02-01", overdueAfter: "2027-02-14", snoozes: 1 },
    ]);
  });

  it("a stranger, another client and an empty shelf look the same", async () => {
    const { w, which, client } = await one();
    const other = await somebody(w, { name: "孙静" });
    const elsewhere = actorsOf("centre-2").healthManager;
    const reason = "客户不愿复查";
    for (const attempt of [
      () => declineFollowUp(w.ctx(elsewhere), { ...which, reason }),
      () => declineFollowUp(w.ctx(w.as.healthManager), { ...which, client: other.number, reason }),
      () => declineFollowUp(w.ctx(w.as.healthManager), { ...which, client: "P-999999999", reason }),
      () => snoozeFollowUp(w.ctx(w.as.client(other.number)), { ...which, until: "2027-01-01" }),
      () => openFile(w.ctx(w.as.client(other.number)), client.number),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "NotFound" });
    await expect(
      declineFollowUp(w.ctx(w.as.client(client.number)), { ...which, reason }),
    ).rejects.toMatchObject({
      code: "NotAllowed",
    });
    await expect(declineFollowUp(w.ctx(w.as.hr), { ...which, reason })).rejects.toMatchObject({
      code: "NotAllowed",
    });
  });
});

describe("the monitoring cycle", () => {
  const turn = async (w: World, client: string, date: string, version = 1) => {
    const changes = turnCycle(await cyclesOf(w.ctx(), client), {
      client,
      exam: { date, version },
      now: w.clock.now(),
    });
    const log = { subject: `C#${client}`, action: "assessment.signed" };
    await commit(w.ctx(w.as.physician), { changes, log });
  };

  it("opens with the first signature, turns with the next exam's, and an amendment or an older exam turns nothing", async () => {
    const w = await world();
    const { number } = await somebody(w);
    await turn(w, number, "2025-11-20");
    await turn(w, number, "2025-11-20", 2);
    await turn(w, number, "2026-11-22");
    await turn(w, number, "2024-11-01");
    expect(await cyclesOf(w.ctx(), number)).toMatchObject([
      { number: 1, state: "closed", openedBy: { date: "2025-11-20" }, closedBy: { date: "2026-11-22" } },
      { number: 2, state: "open", openedBy: { date: "2026-11-22" } },
    ]);
  });

  it("two signatures at once turn it once", async () => {
    const w = await world();
    const { number } = await somebody(w);
    const both = await Promise.allSettled([turn(w, number, examDay), turn(w, number, examDay)]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await cyclesOf(w.ctx(), number)).toHaveLength(1);
  });
});

describe("the worklist", () => {
  async function panel() {
    const w = await world();
    const physician = w.ctx(w.as.physician);
    const [late, soon, calm] = [
      await somebody(w, { name: "周早" }),
      await somebody(w, { name: "吴中" }),
      await somebody(w, { name: "郑晚" }),
    ];
    await sign(physician, late, "2026-11-01", [finding("fpg-diabetic-unconfirmed")]);
    await sign(physician, soon, "2026-11-12", [finding("fpg-diabetic-unconfirmed")]);
    await sign(physician, calm, examDay, [finding("lipid-high")]);
    return { w, late, soon, calm };
  }

  it("shows the most pressing first, with counts that agree with what each filter opens", async () => {
    const { w, late, soon, calm } = await panel();
    const ctx = w.ctx(w.as.healthManager);
    const all = await worklist(ctx);
    expect(all.rows.map(({ client, group, days }) => [client.number, group, days])).toEqual([
      [late.number, "overdue", -7],
      [soon.number, "7days", 4],
      [calm.number, "later", 84],
    ]);
    expect(all.counts).toEqual({ overdue: 1, today: 0, "7days": 1, high: 2, unanswered: 0, all: 3 });
    expect(all.rows[0]?.client).toMatchObject({ name: "周早", sex: "female", age: 46 });
    for (const filter of ["overdue", "today", "7days", "high"] as const)
      expect((await worklist(ctx, { filter })).rows).toHaveLength(all.counts[filter] ?? -1);
  });

  it("what was put before its manager is work for today", async () => {
    const { w, calm } = await panel();
    await days(w, 45);
    const { rows } = await worklist(w.ctx(w.as.healthManager), { filter: "today" });
    expect(rows).toMatchObject([{ client: { number: calm.number }, followUp: { state: "escalated" } }]);
  });

  it("leaves one trace that names everybody it showed, and shows nobody it does not name", async () => {
    const { w, late } = await panel();
    await worklist(w.ctx(w.as.healthManager), { filter: "overdue" });
    const traces = (await w.entries()).filter(({ action }) => action === "worklist.listed");
    expect(traces).toMatchObject([{ subject: "A#health-manager-1", refs: { clients: [late.number] } }]);
  });

  it("belongs to one manager, moves with a hand-over, and is not for those who work no follow-ups", async () => {
    const { w, calm } = await panel();
    const physician = w.ctx(w.as.physician);
    const book = handOver(await openBook(w.ctx(), calm.number), "health-manager-2");
    const log = { subject: `C#${calm.number}`, action: "follow-up.handed-over" };
    await commit(w.ctx(w.as.healthManager), { changes: changesOf(book), log });
    expect((await worklist(w.ctx(w.as.healthManager))).counts.all).toBe(2);
    expect((await worklist(physician, { manager: "health-manager-2" })).rows).toMatchObject([
      { client: { number: calm.number } },
    ]);
    expect((await worklist(w.ctx(actorsOf("centre-2").healthManager))).counts.all).toBe(0);
    for (const actor of [w.as.frontDesk, w.as.nurse, w.as.hr, w.as.client(calm.number), w.as.lis])
      await expect(worklist(w.ctx(actor))).rejects.toMatchObject({ code: "NotAllowed" });
  });

  it("nobody's manager is a list of its own, so that none is forgotten", async () => {
    const w = await world();
    const client = await somebody(w, { manager: undefined });
    await sign(w.ctx(w.as.physician), client, examDay, [finding("lipid-high")]);
    expect((await worklist(w.ctx(w.as.healthManager), { manager: "" })).counts.all).toBe(1);
  });
});

describe("measurements at home", () => {
  const pressure = (SBP: number, DBP: number) => ({ kind: "blood-pressure" as const, values: { SBP, DBP } });

  it("are kept once under their key, by the client's own hand or the health manager's", async () => {
    const { w, client } = await one();
    const own = w.ctx(w.as.client(client.number));
    const reading = { client: client.number, ...pressure(128, 82) };
    const [first, second] = [
      await logMeasurement(own, reading, "k1"),
      await logMeasurement(own, reading, "k1"),
    ];
    expect(second).toEqual(first);
    await expect(logMeasurement(own, reading)).rejects.toMatchObject({ code: "AlreadyThere" });
    w.clock.advance({ minutes: 1 });
    await logMeasurement(w.ctx(w.as.healthManager), { ...reading, device: true });
    expect(await measurementsOf(w.ctx(), client.number, {})).toMatchObject([
      {
        date: examDay,
        device: false,
        values: [
          { item: "SBP", value: 128, unit: "mm[Hg]" },
          { item: "DBP", value: 82 },
        ],
      },
      { device: true },
    ]);
  });

  it("refuse what cannot be, and ask again about what is unusual", async () => {
    const { w, client } = await one();
    const own = w.ctx(w.as.client(client.number));
    const log = (more: object) =>
      logMeasurement(own, { client: client.number, ...pressure(128, 82), ...more });
    await expect(log({ values: { SBP: 1280, DBP: 82 } })).rejects.toMatchObject({
      problems: [{ field: "values.SBP" }],
    });
    await expect(log({ values: { SBP: 128 } })).rejects.toMatchObject({
      problems: [{ field: "values.DBP" }],
    });
    await expect(log({ at: "2026-11-23T00:00:00Z" })).rejects.toMatchObject({ problems: [{ field: "at" }] });
    const unusual = { values: { SBP: 250, DBP: 82 } };
    await expect(log(unusual)).rejects.toMatchObject({ code: "InvalidInput" });
    expect(await log({ ...unusual, confirmed: true })).toMatchObject({ unusual: true });
  });

  it("on two days inside the window settle a raised blood pressure, and no other follow-up", async () => {
    const w = await world();
    const client = await somebody(w);
    await sign(w.ctx(w.as.physician), client, examDay, [
      finding("bp-grade1-unconfirmed"),
      finding("lipid-high"),
    ]);
    const own = w.ctx(w.as.client(client.number));
    for (const day of ["2026-11-24", "2026-12-02", "2026-12-03"]) {
      expect(await openOf(w, client)).toHaveLength(2);
      w.clock.set(`${day}T00:30:00.000Z`);
      await logMeasurement(own, { client: client.number, ...pressure(132, 84) });
    }
    expect((await openOf(w, client)).map(({ concern }) => concern)).toEqual(["lipids"]);
  });

  it("are nobody else's to write", async () => {
    const { w, client } = await one();
    const other = await somebody(w, { name: "孙静" });
    const reading = { client: client.number, ...pressure(128, 82) };
    await expect(logMeasurement(w.ctx(w.as.client(other.number)), reading)).rejects.toMatchObject({
      code: "NotFound",
    });
    await expect(logMeasurement(w.ctx(w.as.frontDesk), reading)).rejects.toMatchObject({
      code: "NotAllowed",
    });
  });
});

describe("care does not depend on who somebody is", () => {
  it("the same findings give the same follow-ups whatever else the file says", async () => {
    const w = await world();
    const people = [
      await somebody(w, { name: "周早", occupation: "总经理" }),
      await somebody(w, { name: "吴中", manager: undefined, language: "en" }),
    ];
    const plans = await Promise.all(
      people.map(async ({ number }) => {
        const client = await clientOf(w.ctx(), number);
        if (!client) throw new Error("no such client");
        const { opened } = planFollowUps(await openBook(w.ctx(), number), {
          client: number,
          centre: client.centre,
          manager: client.manager ?? "",
          zone: client.zone,
          exam: { date: examDay, version: 1 },
          findings: [finding("lipid-high"), finding("urate-very-high")],
          now: w.clock.now(),
          by: "physician-1",
        });
        return opened.map(({ rule, due, overdueAfter, owner }) => ({ rule, due, overdueAfter, owner }));
      }),
    );
    expect(plans[1]).toEqual(plans[0]);
    expect(plans[0]).toHaveLength(2);
  });
});
