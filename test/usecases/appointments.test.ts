import { describe, expect, test } from "vitest";
import {
  cancelAppointment,
  endAppointment,
  makeAppointment,
  mergeFiles,
  moveAppointment,
  openFile,
} from "../../shared/loop/index.ts";
import { messagesOf } from "../../shared/messaging/index.ts";
import { followUpsOf } from "../../shared/monitoring/index.ts";
import {
  type Appointment,
  appointmentsToMove,
  doctorDays,
  enterHours,
  freeTimes,
  type MakeAppointment,
  readAppointment,
  withdrawHours,
} from "../../shared/testing/index.ts";
import { doctorHere } from "../support/doctors.ts";
import { days, finding, openOf, sign, somebody } from "../support/follow-ups.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";
const tuesday = "2026-11-24";

const wish = (client: string, otherwise: Partial<MakeAppointment> = {}): MakeAppointment => ({
  client,
  doctor: "physician-1",
  offer: "consultation",
  date: monday,
  time: "09:00",
  ...otherwise,
});

async function crowd(w: World, size: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let serial = 1; serial <= size; serial++) {
    const document = { kind: "national-id", text: nationalId("1980-06-15", serial) } as const;
    numbers.push((await enrolled(w, { document, name: `客户${serial}`, notADuplicate: true })).number);
  }
  return numbers;
}

const takenOf = async (w: World, doctor = "physician-1") =>
  (await doctorDays(w.ctx(), "centre-1", doctor, monday)).flatMap(({ taken }) => taken);

const booked = async (w: World): Promise<Appointment[]> =>
  (await w.dump())
    .filter(({ sk, state }) => sk.startsWith("MEET#") && state === "booked")
    .map((item) => item as unknown as Appointment);

const won = (all: readonly PromiseSettledResult<unknown>[]) =>
  all.filter(({ status }) => status === "fulfilled").length;

describe("a doctor is with one client at a time", () => {
  test("one time goes to exactly one of eight who want it at once, with collisions and throttling", async () => {
    const w = await world();
    await doctorHere(w);
    const clients = await crowd(w, 8);
    Object.assign(w.faults, { conflict: 0.3, throttle: 0.1 });
    const all = await Promise.allSettled(clients.map((client) => makeAppointment(w.ctx(), wish(client))));
    expect(won(all)).toBe(1);
    for (const one of all)
      if (one.status === "rejected") expect(["CapacityFull", "Unavailable"]).toContain(one.reason.code);
    expect(await takenOf(w)).toHaveLength(1);
    expect(await booked(w)).toHaveLength(1);
  });

  test("talks of different length never overlap, whoever comes first", async () => {
    const w = await world();
    await doctorHere(w);
    const clients = await crowd(w, 6);
    const wishes = [
      wish(clients[0] as string, { offer: "referral", time: "09:15" }),
      wish(clients[1] as string, { offer: "referral", time: "09:00" }),
      wish(clients[2] as string, { offer: "consultation", time: "09:00" }),
      wish(clients[3] as string, { offer: "report-reading", time: "09:30" }),
      wish(clients[4] as string, { offer: "referral", time: "09:45" }),
      wish(clients[5] as string, { offer: "referral", time: "09:30" }),
    ];
    await Promise.allSettled(wishes.map((one) => makeAppointment(w.ctx(), one)));
    const minutes = (await takenOf(w)).flatMap(({ time, minutes: long }) => {
      const begins = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
      return Array.from({ length: long }, (_, at) => begins + at);
    });
    expect(minutes.length).toBeGreaterThanOrEqual(45);
    expect(new Set(minutes).size).toBe(minutes.length);
  });

  test("two who change places at once, and one who moves away and back, leave each time with one", async () => {
    const w = await world();
    await doctorHere(w);
    const [a = "", b = ""] = await crowd(w, 2);
    const first = await makeAppointment(w.ctx(), wish(a));
    const second = await makeAppointment(w.ctx(), wish(b, { time: "09:30" }));
    await Promise.allSettled([
      moveAppointment(w.ctx(), a, first.id, { doctor: "physician-1", date: monday, time: "09:30" }),
      moveAppointment(w.ctx(), b, second.id, { doctor: "physician-1", date: monday, time: "09:00" }),
    ]);
    expect((await takenOf(w)).map(({ appointment }) => appointment).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    await moveAppointment(w.ctx(), a, first.id, { doctor: "physician-1", date: tuesday, time: "10:00" });
    const back = await moveAppointment(w.ctx(), a, first.id, {
      doctor: "physician-1",
      date: monday,
      time: "09:00",
    });
    expect(back).toMatchObject({ date: monday, time: "09:00" });
    expect(back.moves.map(({ from }) => from.date)).toContain(tuesday);
    expect(await takenOf(w)).toHaveLength(2);
  });

  test("a cancelled time goes back once, however many cancel at once, and can be taken again", async () => {
    const w = await world();
    await doctorHere(w);
    const [a = "", b = ""] = await crowd(w, 2);
    const { id } = await makeAppointment(w.ctx(), wish(a));
    const four = [1, 2, 3, 4].map(() => cancelAppointment(w.ctx(), a, id, "出差"));
    expect(won(await Promise.allSettled(four))).toBe(4);
    expect(await takenOf(w)).toEqual([]);
    const again = await makeAppointment(w.ctx(), wish(b));
    await cancelAppointment(w.ctx(), a, id, "出差");
    expect((await takenOf(w)).map(({ appointment }) => appointment)).toEqual([again.id]);
  });

  test("leave entered while somebody books: either nobody is booked, or the booking is listed for moving", async () => {
    const w = await world();
    await doctorHere(w);
    const clients = await crowd(w, 4);
    w.faults.conflict = 0.2;
    await Promise.allSettled([
      ...clients.map((client, at) =>
        makeAppointment(w.ctx(), wish(client, { time: `09:${at % 2 ? "30" : "00"}` })),
      ),
      enterHours(w.ctx(w.as.manager), "physician-1", { from: monday, to: monday }),
    ]);
    w.faults.conflict = 0;
    const there = (await booked(w)).map(({ id }) => id).sort();
    const listed = (await appointmentsToMove(w.ctx())).map(({ appointment }) => appointment.id).sort();
    expect(listed).toEqual(there);
    await expect(
      makeAppointment(w.ctx(), wish(clients[0] as string, { time: "10:30" })),
    ).rejects.toMatchObject({
      code: "InvalidInput",
    });
  });

  test("the same form sent five times at once is one appointment, and a client is in one place at a time", async () => {
    const w = await world();
    await doctorHere(w);
    await doctorHere(w, "physician-2");
    const [a = ""] = await crowd(w, 1);
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => makeAppointment(w.ctx(), wish(a), "form 1")));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const both = [
      makeAppointment(w.ctx(), wish(a, { time: "10:00" })),
      makeAppointment(w.ctx(), wish(a, { time: "10:00", doctor: "physician-2" })),
    ];
    expect(won(await Promise.allSettled(both))).toBe(1);
    await expect(makeAppointment(w.ctx(), wish(a, { time: "11:00" }), "form 1")).rejects.toMatchObject({
      code: "Unprocessable",
    });
  });
});

describe("leave over booked times", () => {
  test("loses nothing: what is booked is listed until it is moved or the leave is taken back", async () => {
    const w = await world();
    await doctorHere(w);
    await doctorHere(w, "physician-2");
    const [a = "", b = ""] = await crowd(w, 2);
    const first = await makeAppointment(w.ctx(), wish(a));
    const second = await makeAppointment(w.ctx(), wish(b, { time: "10:30" }));
    const afternoon = [{ from: "10:00", to: "11:30" }];
    const { exception } = await enterHours(w.ctx(w.as.manager), "physician-1", {
      from: monday,
      to: tuesday,
      hours: afternoon,
    });
    const listed = async () => (await appointmentsToMove(w.ctx())).map(({ client }) => client.number);
    expect(await listed()).toEqual([a]);
    await moveAppointment(w.ctx(), a, first.id, { doctor: "physician-2", date: monday, time: "09:00" });
    expect(await listed()).toEqual([]);
    expect((await takenOf(w)).map(({ appointment }) => appointment)).toEqual([second.id]);
    await withdrawHours(w.ctx(w.as.manager), "physician-1", exception.id);
    const { id } = await makeAppointment(w.ctx(), wish(a, { date: tuesday, time: "08:30" }));
    await enterHours(w.ctx(w.as.manager), "physician-1", { from: tuesday, to: tuesday });
    expect(await listed()).toEqual([a]);
    await cancelAppointment(w.ctx(), a, id, "医生休假");
    expect(await listed()).toEqual([]);
  });

  test("what stood in a file that was merged into another is listed and moved like any other", async () => {
    const w = await world();
    await doctorHere(w);
    const [a, b] = [await somebody(w), await somebody(w)];
    await makeAppointment(w.ctx(), wish(a.number, { time: "10:00" }));
    const { id } = await makeAppointment(w.ctx(), wish(b.number));
    await mergeFiles(w.ctx(w.as.manager), a.number, { gone: b.number, reason: "重复建档", samePerson: true });
    await enterHours(w.ctx(w.as.manager), "physician-1", { from: monday, to: monday });
    const listed = await appointmentsToMove(w.ctx());
    expect(listed.map(({ appointment, client }) => [appointment.time, client.number])).toEqual([
      ["09:00", a.number],
      ["10:00", a.number],
    ]);
    await moveAppointment(w.ctx(), a.number, id, { doctor: "physician-1", date: tuesday, time: "09:00" });
    await makeAppointment(w.ctx(), wish(a.number, { date: tuesday, time: "11:00" }));
    expect((await takenOf(w)).map(({ time }) => time)).toEqual(["10:00", "09:00", "11:00"]);
    expect((await openFile(w.ctx(), a.number)).appointments).toHaveLength(3);
  });

  test("the times offered are those of the hours, without what is taken and what has begun", async () => {
    const w = await world({ start: "2026-11-23T01:10:00.000Z" });
    const doctor = await doctorHere(w);
    const [a = ""] = await crowd(w, 1);
    await makeAppointment(w.ctx(), wish(a, { time: "10:00", offer: "referral" }));
    const [today, next] = await freeTimes(w.ctx(), doctor, "consultation", monday, 3);
    expect(today).toEqual({ date: monday, times: ["09:30", "10:30", "11:00"] });
    expect(next?.times).toHaveLength(6);
  });
});

describe("what is said of an appointment", () => {
  test("staff set it: the client is told at once and reminded the afternoon before, without a word of health", async () => {
    const w = await world();
    await doctorHere(w);
    const client = await somebody(w);
    const { id } = await makeAppointment(w.ctx(), wish(client.number, { date: "2026-11-26" }));
    await w.all();
    expect(w.mailbox.map(({ text }) => text.replace(/https?:\S+/, "…"))).toEqual([
      "您好！您在健康管理中心的预约时间为 2026-11-26 09:00。查看或更改：…",
    ]);
    await moveAppointment(w.ctx(), client.number, id, {
      doctor: "physician-1",
      date: "2026-11-27",
      time: "10:00",
    });
    await days(w, 6);
    expect(w.mailbox.map(({ text }) => text.match(/2026-11-\d\d \d\d:\d\d/)?.[0])).toEqual([
      "2026-11-26 09:00",
      "2026-11-27 10:00",
      "2026-11-27 10:00",
    ]);
    const states = (await messagesOf(w.ctx(), client.number)).map(
      ({ template, state }) => `${template} ${state}`,
    );
    expect(states.sort()).toEqual([
      "appointment-reminder sent",
      "appointment-reminder suppressed",
      "appointment-set sent",
      "appointment-set sent",
    ]);
  });

  test("a client who set it is only reminded; one who cancelled is told nothing more", async () => {
    const w = await world();
    await doctorHere(w);
    const client = await somebody(w);
    const own = w.ctx(w.as.client(client.number));
    const { id } = await makeAppointment(own, wish(client.number, { date: "2026-11-26" }));
    await makeAppointment(own, wish(client.number, { date: "2026-11-27" }));
    await cancelAppointment(own, client.number, id, "临时有事");
    await days(w, 7);
    expect(w.mailbox.map(({ text }) => text.match(/2026-11-\d\d/)?.[0])).toEqual(["2026-11-27"]);
  });
});

describe("how an appointment ends", () => {
  async function talk(w: World, rule: string) {
    await doctorHere(w);
    const client = await somebody(w);
    const opened = await sign(w.ctx(), client, "2026-11-20", [finding(rule)]);
    const followUps = opened.map(({ id }) => id);
    const { id } = await makeAppointment(w.ctx(), wish(client.number, { offer: "referral", followUps }));
    return { client, id, followUp: followUps[0] as string };
  }
  const said = "已在肿瘤医院完成活检，结果良性，带回病理报告。";

  test("a follow-up whose rule asks for a referral's outcome ends by that record, in the same commit", async () => {
    const w = await world();
    const { client, id, followUp } = await talk(w, "birads-4-5");
    expect((await openOf(w, client))[0]).toMatchObject({ state: "booked", booking: { id, date: monday } });
    w.clock.set("2026-11-23T02:00:00.000Z");
    const settles = [{ followUp, record: "referral outcome" as const }];
    const ended = await endAppointment(w.ctx(w.as.physician), client.number, id, {
      as: "done",
      said,
      settles,
    });
    expect(ended).toMatchObject({ state: "done", ended: { as: "done", settled: settles } });
    const [closed] = await followUpsOf(w.ctx(), client.number);
    expect(closed).toMatchObject({
      id: followUp,
      state: "done",
      closed: { reason: said, evidence: { record: "referral outcome", date: monday } },
    });
    const { talks } = await openFile(w.ctx(w.as.physician), client.number);
    expect(talks.map((note) => note.said)).toEqual([said]);
    expect((await w.entries()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["appointment.held", "follow-up.done"]),
    );
  });

  test("a referral that is only made ends nothing: its outcome is still to come", async () => {
    const w = await world();
    const { client, id, followUp } = await talk(w, "birads-4-5");
    w.clock.set("2026-11-23T02:00:00.000Z");
    const physician = w.ctx(w.as.physician);
    const made = { as: "referral made" as const, to: "肿瘤医院乳腺外科", said: "同意转诊。" };
    const settles = [{ followUp, record: "referral outcome" as const }];
    await expect(endAppointment(physician, client.number, id, { ...made, settles })).rejects.toMatchObject({
      code: "InvalidInput",
    });
    await expect(endAppointment(physician, client.number, id, { as: "referral made" })).rejects.toMatchObject(
      {
        problems: [{ field: "to" }],
      },
    );
    await endAppointment(physician, client.number, id, made);
    expect((await openOf(w, client)).map(({ state }) => state)).toEqual(["booked"]);
    await days(w, 15);
    expect((await openOf(w, client)).map(({ state }) => state)).toEqual(["escalated"]);
  });

  test("a talk ends nothing whose rule asks for a measurement, and then nothing at all is written", async () => {
    const w = await world();
    await doctorHere(w);
    const client = await somebody(w);
    const [opened] = await sign(w.ctx(), client, "2026-11-20", [finding("prediabetes")]);
    const followUp = opened?.id as string;
    await expect(
      makeAppointment(w.ctx(), wish(client.number, { followUps: [followUp] })),
    ).rejects.toMatchObject({ problems: [{ field: "followUps" }] });
    const { id } = await makeAppointment(w.ctx(), wish(client.number));
    w.clock.set("2026-11-23T02:00:00.000Z");
    const before = await w.dump();
    const settles = [{ followUp, record: "referral outcome" as const }];
    await expect(
      endAppointment(w.ctx(w.as.physician), client.number, id, { as: "done", said, settles }),
    ).rejects.toMatchObject({ problems: [{ field: "settles" }] });
    expect(await w.dump()).toEqual(before);
  });

  test("nobody came: the follow-up waits again by its own dates; who came late is not lost", async () => {
    const w = await world();
    const { client, id, followUp } = await talk(w, "birads-4-5");
    const physician = w.ctx(w.as.physician);
    await expect(endAppointment(physician, client.number, id, { as: "no-show" })).rejects.toMatchObject({
      problems: [{ field: "as" }],
    });
    w.clock.set("2026-11-23T02:00:00.000Z");
    await endAppointment(physician, client.number, id, { as: "no-show" });
    expect((await openOf(w, client))[0]).not.toHaveProperty("booking");
    const settles = [{ followUp, record: "referral outcome" as const }];
    await endAppointment(physician, client.number, id, { as: "done", said, settles });
    expect(await openOf(w, client)).toEqual([]);
    await endAppointment(physician, client.number, id, { as: "done", said, settles });
    await expect(endAppointment(physician, client.number, id, { as: "no-show" })).rejects.toMatchObject({
      code: "Conflict",
    });
  });

  test("what was said can be added to a bare ending, and is never written over or dropped in silence", async () => {
    const w = await world();
    const { client, id, followUp } = await talk(w, "birads-4-5");
    w.clock.set("2026-11-23T02:00:00.000Z");
    const [physician, manager] = [w.ctx(w.as.physician), w.ctx(w.as.healthManager)];
    const settles = [{ followUp, record: "referral outcome" as const }];
    await endAppointment(manager, client.number, id, { as: "done" });
    await endAppointment(physician, client.number, id, { as: "done", said, settles });
    expect(await openOf(w, client)).toEqual([]);
    expect((await readAppointment(physician, client.number, id)).note?.said).toBe(said);
    await endAppointment(manager, client.number, id, { as: "done" });
    await expect(
      endAppointment(manager, client.number, id, { as: "done", said: "病理结果待取。" }),
    ).rejects.toMatchObject({ code: "Conflict" });
    expect((await readAppointment(physician, client.number, id)).note?.said).toBe(said);
  });

  test("the note is for those who care for the client; desk and client see that the talk was, not what was said", async () => {
    const w = await world();
    const { client, id } = await talk(w, "birads-4-5");
    w.clock.set("2026-11-23T02:00:00.000Z");
    const to = "肿瘤医院乳腺外科";
    const note = { as: "referral made" as const, to, said, learnt: "希望上午就诊" };
    await endAppointment(w.ctx(w.as.physician), client.number, id, note);
    const [desk, own, care] = await Promise.all(
      [w.as.frontDesk, w.as.client(client.number), w.as.healthManager].map((who) =>
        openFile(w.ctx(who), client.number),
      ),
    );
    expect(JSON.stringify(desk?.appointments)).not.toContain(to);
    expect(JSON.stringify(desk)).not.toContain(said);
    expect(own?.appointments[0]?.ended).toMatchObject({ as: "referral made", to });
    expect(JSON.stringify(own)).not.toContain(said);
    expect(JSON.stringify(own)).not.toContain(note.learnt);
    expect(care?.talks[0]).toMatchObject({ said, learnt: note.learnt });
  });
});
