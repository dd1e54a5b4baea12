import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recipient } from "../../shared/clients/index.ts";
import { addDays, instantAt, localTime } from "../../shared/kernel/time.ts";
import { decideAdvance } from "../../shared/monitoring/follow-ups/decide-advance.ts";
import { withEnded } from "../../shared/monitoring/follow-ups/open-book.ts";
import { stepAt, stepsOf } from "../../shared/monitoring/follow-ups/reminder-steps.ts";
import {
  changesOf,
  closeByEvidence,
  closeBySeries,
  type FindingToFollow,
  type Measurement,
  markBooked,
  type OpenBook,
  openBookOfNobody,
  openIn,
  planFollowUps,
  recheckRules,
  type SignedExam,
  unbook,
} from "../../shared/monitoring/index.ts";
import { finding } from "../support/follow-ups.ts";

const client = "P-100000001";
const examDay = "2026-11-22";

function signed(
  book: OpenBook,
  findings: readonly FindingToFollow[],
  more: Partial<SignedExam> & { on?: string; version?: number } = {},
) {
  const { on = examDay, version = 1, ...rest } = more;
  return planFollowUps(book, {
    client,
    centre: "centre-1",
    manager: "health-manager-1",
    zone: "Asia/Shanghai",
    exam: { date: on, version },
    findings,
    now: instantAt(on, "15:00"),
    by: "physician-1",
    ...rest,
  });
}

/** The book as another worker would open it: nothing touched, nothing ended. */
const reopened = (book: OpenBook): OpenBook => ({
  ...book,
  lines: new Map([...book.lines].map(([key, line]) => [key, { ...line, v: line.v + 1 }])),
  touched: new Set(),
  ended: [],
});

const begun = (findings: readonly FindingToFollow[], more: Parameters<typeof signed>[2] = {}) =>
  reopened(signed(openBookOfNobody(client), findings, more).book);

describe("what a signature opens", () => {
  it("high glucose and high HbA1c are one follow-up, by the more urgent rule", () => {
    const { opened } = signed(openBookOfNobody(client), [
      finding("prediabetes"),
      finding("fpg-diabetic-unconfirmed"),
    ]);
    expect(opened.map(({ rule }) => rule)).toEqual(["fpg-diabetic-unconfirmed"]);
    expect(opened[0]).toMatchObject({
      state: "planned",
      opens: "2026-11-25",
      due: "2026-11-25",
      overdueAfter: "2026-12-06",
      owner: "physician",
      manager: "health-manager-1",
    });
  });

  it("two nodules are two follow-ups", () => {
    const { opened } = signed(openBookOfNobody(client), [
      finding("thyroid-c3", { site: "thyroid/left" }),
      finding("thyroid-c3", { site: "thyroid/right" }),
    ]);
    expect(opened.map(({ site }) => site)).toEqual(["thyroid/left", "thyroid/right"]);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(2);
  });

  it("whatever the findings, each place that needs one has exactly one, and no other has any", () => {
    const rules = recheckRules.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rules), { maxLength: 12 }), (wanted) => {
        const { book, opened } = signed(
          openBookOfNobody(client),
          wanted.map((id) => finding(id)),
        );
        const places = wanted.map((id) => {
          const rule = recheckRules.find((one) => one.id === id);
          return `${rule?.concern} ${rule?.byFinding ? finding(id).rule : (rule?.site ?? "")}`;
        });
        const found = openIn(book).map(({ concern, site }) => `${concern} ${site ?? ""}`);
        expect(found.sort()).toEqual([...new Set(places)].sort());
        expect(opened).toHaveLength(found.length);
      }),
    );
  });

  it("every urgent finding has its own, of one exam and of the next while the first is still open", () => {
    const potassium = finding("class-a", { rule: "potassium-critical" });
    const platelets = finding("class-a", { rule: "platelets-critical-low" });
    const both = signed(openBookOfNobody(client), [potassium, platelets]);
    expect(both.opened.map(({ finding, critical }) => [finding, critical])).toEqual([
      ["potassium-critical", true],
      ["platelets-critical-low", true],
    ]);
    const next = signed(begun([potassium]), [platelets], { on: "2026-12-20" });
    expect(next.opened).toMatchObject([{ finding: "platelets-critical-low", overdueAfter: "2026-12-21" }]);
    expect(openIn(next.book)).toHaveLength(2);
  });

  it("a finding that must be told and measured again has one follow-up for each", () => {
    const glucose = finding("class-a", { concern: "glycaemia", repeat: "fpg-diabetic-unconfirmed" });
    const { opened } = signed(openBookOfNobody(client), [glucose, finding("prediabetes")]);
    expect(opened.map(({ rule, overdueAfter }) => [rule, overdueAfter])).toEqual([
      ["class-a", "2026-11-23"],
      ["fpg-diabetic-unconfirmed", "2026-12-06"],
    ]);
  });

  it("an amendment into something graver is followed up though the milder was declined; a milder one is not", () => {
    const declined = (rule: string) => {
      const open = begun([finding(rule)]);
      const [followUp] = openIn(open);
      if (!followUp) throw new Error("nothing was opened");
      return reopened(withEnded(open, followUp, "declined", { at: "2026-11-23T02:00:00.000Z", by: "m" }));
    };
    const graver = signed(declined("prediabetes"), [finding("fpg-diabetic-unconfirmed")], { version: 2 });
    expect(graver.opened).toMatchObject([{ rule: "fpg-diabetic-unconfirmed", turn: 2 }]);
    expect(signed(declined("prediabetes"), [finding("prediabetes")], { version: 2 }).opened).toEqual([]);
    const milder = signed(declined("fpg-diabetic-unconfirmed"), [finding("prediabetes")], { version: 2 });
    expect(milder.opened).toEqual([]);
  });

  it("signing the same exam again writes nothing", () => {
    const findings = [finding("lipid-high"), finding("urate-high")];
    const again = signed(begun(findings), findings);
    expect(again.opened).toEqual([]);
    expect(again.kept).toHaveLength(2);
    expect(changesOf(again.book)).toEqual([]);
  });

  it("the same finding at a later exam that did not look again keeps the earlier date", () => {
    const later = signed(begun([finding("lipid-high")]), [finding("lipid-high")], { on: "2027-01-10" });
    expect(later.opened).toEqual([]);
    expect(openIn(later.book)[0]?.overdueAfter).toBe("2027-02-14");
  });

  it("a more urgent finding takes the place of the one before it, and never asks later than that did", () => {
    const before = begun([finding("prediabetes")], { on: "2026-07-01" });
    const { book, opened } = signed(before, [finding("fpg-diabetic-unconfirmed")]);
    expect(book.ended.map(({ state }) => state)).toEqual(["superseded"]);
    expect(opened[0]).toMatchObject({
      rule: "fpg-diabetic-unconfirmed",
      turn: 2,
      overdueAfter: "2026-12-06",
    });
    expect(openIn(book)).toHaveLength(1);
  });

  it("an amendment without the finding takes its follow-up back, and brings back what it had replaced", () => {
    const alone = begun([finding("lipid-high")]);
    const amended = signed(alone, [], { version: 2 });
    expect(amended.book.ended.map(({ state }) => state)).toEqual(["voided"]);
    expect(openIn(amended.book)).toEqual([]);

    const replaced = begun([finding("prediabetes")], { on: "2026-07-01" });
    const urgent = reopened(signed(replaced, [finding("fpg-diabetic-unconfirmed")]).book);
    const back = signed(urgent, [], { version: 2 });
    expect(openIn(back.book)).toMatchObject([
      { rule: "prediabetes", openedBy: { date: "2026-07-01" }, overdueAfter: "2026-12-28" },
    ]);
  });

  it("what an exam raised and a later one settled is not raised again by amending the first", () => {
    const open = begun([finding("lipid-high")]);
    const items = ["TC", "LDLC", "TG"];
    const done = closeByEvidence(open, {
      date: "2027-01-05",
      items,
      now: "2027-01-05T02:00:00.000Z",
      by: "lis",
    });
    expect(done.closed).toHaveLength(1);
    const amended = signed(reopened(done.book), [finding("lipid-high")], { version: 2 });
    expect(amended.opened).toEqual([]);
    const next = signed(reopened(done.book), [finding("lipid-high")], { on: "2027-01-05" });
    expect(next.opened).toMatchObject([{ turn: 2, overdueAfter: "2027-03-30" }]);
  });
});

describe("what ends a follow-up", () => {
  const seen = (date: string, items: readonly string[]) => ({
    date,
    items,
    now: instantAt(date, "10:00"),
    by: "lis",
  });
  const all = ["TC", "LDLC", "TG"];

  it("only everything its rule asks for, inside its window, and never the exam that raised it", () => {
    const open = begun([finding("lipid-high")]);
    expect(closeByEvidence(open, seen(examDay, all)).closed).toEqual([]);
    expect(closeByEvidence(open, seen("2026-12-01", all)).closed).toEqual([]);
    expect(closeByEvidence(open, seen("2027-01-05", ["LDLC", "TG"])).closed).toEqual([]);
    expect(closeByEvidence(open, seen("2027-01-05", ["ALT", "FPG"])).closed).toEqual([]);
    const { closed, book } = closeByEvidence(open, seen("2027-01-05", [...all, "ALT"]));
    expect(closed).toHaveLength(1);
    expect(book.ended[0]).toMatchObject({ state: "done", closed: { evidence: { date: "2027-01-05" } } });
    expect(book.ended[0]?.next).toBeUndefined();
  });

  it("one side of an organ says nothing about the other place", () => {
    const open = begun([finding("birads-3", { site: "breast/left" }), finding("lipid-high")]);
    const { closed } = closeByEvidence(open, seen("2027-05-10", ["USBREAST"]));
    expect(closed.map(({ site }) => site)).toEqual(["breast/left"]);
  });

  it("a signed exam that looked too early supersedes, and its own finding asks by its own dates", () => {
    const open = begun([finding("lipid-high")]);
    const early = signed(open, [finding("lipid-high")], {
      on: "2026-12-01",
      looked: [{ date: "2026-12-01", items: all }],
    });
    expect(early.book.ended.map(({ state }) => state)).toEqual(["superseded"]);
    expect(early.opened).toMatchObject([{ turn: 2, due: "2026-12-29", overdueAfter: "2027-02-23" }]);
  });

  it("a signed exam inside the window ends it as done, by the items it was asked for", () => {
    const open = begun([finding("lipid-high")]);
    const looked = [{ date: "2027-01-05", items: [...all, "ALT"] }];
    const { book, closed, opened } = signed(open, [], { on: "2027-01-05", looked });
    expect(closed).toHaveLength(1);
    expect(opened).toEqual([]);
    expect(book.ended).toMatchObject([
      { state: "done", closed: { evidence: { items: all, date: "2027-01-05" } } },
    ]);
  });

  it("an exam signed late opens nothing that a later exam has settled already", () => {
    const looked = [
      { date: examDay, items: all },
      { date: "2027-01-05", items: all },
    ];
    const late = { looked, now: instantAt("2027-02-01", "15:00") };
    const { book } = signed(openBookOfNobody(client), [finding("lipid-high"), finding("urate-high")], late);
    expect(openIn(book).map(({ rule }) => rule)).toEqual(["urate-high"]);
    expect(book.ended).toMatchObject([{ state: "done", closed: { evidence: { date: "2027-01-05" } } }]);
  });

  it("two later days are two exams, not one", () => {
    const open = begun([finding("bp-grade1-unconfirmed")]);
    const [first, second] = [
      { date: "2026-12-02", items: ["SBP", "DBP"] },
      { date: "2026-12-09", items: ["SBP", "DBP"] },
    ];
    expect(closeByEvidence(open, { ...seen("2026-12-02", first.items), others: [first] }).closed).toEqual([]);
    const both = closeByEvidence(open, { ...seen("2026-12-09", second.items), others: [first, second] });
    expect(both.closed).toHaveLength(1);
  });

  it("readings at home on two days inside the window settle a raised blood pressure, one day does not", () => {
    const open = begun([finding("bp-grade1-unconfirmed")]);
    const reading = (date: string): Measurement => ({
      client,
      at: instantAt(date, "08:00"),
      date,
      kind: "blood-pressure",
      values: [],
      device: true,
      unusual: false,
      by: "client",
      v: 1,
    });
    const who = { now: "2026-12-03T00:00:00.000Z", by: "client" };
    expect(closeBySeries(open, [reading("2026-12-01")], who).closed).toEqual([]);
    expect(closeBySeries(open, [reading("2026-11-23"), reading("2026-12-01")], who).closed).toEqual([]);
    expect(closeBySeries(open, [reading("2026-12-01"), reading("2026-12-02")], who).closed).toHaveLength(1);
  });
});

describe("what time does", () => {
  const to = (more: Partial<Recipient> = {}): Recipient => ({
    client,
    language: "zh",
    zone: "Asia/Shanghai",
    channels: [{ channel: "sms", address: "+8613800000001" }],
    consents: { care: true },
    mayReceive: true,
    centre: "centre-1",
    sex: "female",
    ...more,
  });

  it("letters whose day had passed when it opened are dropped, the way to a person never is", () => {
    const late = begun([finding("bp-grade2-unconfirmed")], { now: instantAt("2027-01-20", "15:00") });
    expect(openIn(late)[0]).toMatchObject({ state: "overdue", next: { step: "overdue" } });
    const { remind, moved } = decideAdvance(late, to(), instantAt("2027-01-20", "15:00"));
    expect(remind).toEqual([]);
    expect(moved).toMatchObject([{ state: "escalated" }]);
  });

  it("after a month's outage one letter speaks of everything, one step each, and its manager is told", () => {
    const open = begun([finding("lipid-high"), finding("liver-enzyme-mild"), finding("urate-high")]);
    const { remind, merged, moved } = decideAdvance(open, to(), instantAt("2027-01-15", "10:00"));
    expect(remind.map(({ about }) => about.step)).toEqual(["T+7", "T+7"]);
    expect(merged).toBe(3 + 3 + 1);
    expect(moved.map(({ state }) => state)).toEqual(["escalated", "escalated"]);
  });

  it("at night a letter waits for the morning, and being overdue does not", () => {
    const open = begun([finding("fpg-diabetic-unconfirmed")]);
    const night = instantAt("2026-12-07", "23:00");
    const { book, remind } = decideAdvance(open, to(), night);
    expect(remind).toEqual([]);
    const [waiting] = openIn(book);
    expect(waiting).toMatchObject({ state: "overdue", next: { step: "T+7" } });
    const morning = decideAdvance(book, to(), waiting?.next?.at ?? "");
    expect(morning.remind).toHaveLength(1);
  });

  it("who has booked is left in peace; a visit that settled nothing comes back to the manager", () => {
    const open = begun([finding("lipid-high")]);
    const ids = openIn(open).map(({ id }) => id);
    const booked = markBooked(open, ids, { id: "b1", date: "2026-12-28" }, instantAt("2026-12-10", "10:00"));
    expect(decideAdvance(booked, to(), instantAt("2027-01-10", "20:00")).moved).toEqual([]);
    const after = decideAdvance(booked, to(), instantAt("2027-01-11", "20:00"));
    expect(after.moved).toMatchObject([{ state: "escalated" }]);
    expect(after.remind).toEqual([]);
  });

  it("cancelling the visit lets it wait again by its own dates, and no step is told twice", () => {
    const open = begun([finding("lipid-high")]);
    const due = instantAt("2026-12-20", "13:00");
    const told = decideAdvance(open, to(), due);
    expect(told.remind.map(({ about }) => about.step)).toEqual(["T"]);
    const ids = openIn(open).map(({ id }) => id);
    const booked = markBooked(told.book, ids, { id: "b1", date: "2026-12-28" }, due);
    const freed = unbook(booked, "b1", due);
    expect(openIn(freed)[0]).toMatchObject({ state: "due", next: { step: "T" } });
    const again = decideAdvance(freed, to(), due);
    expect(again.remind).toEqual([]);
    expect(openIn(again.book)[0]?.next?.step).toBe("T+7");
  });

  it("every step comes in the morning where the client is, across every change of the clocks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.constantFrom("America/New_York", "Europe/Berlin", "Australia/Sydney", "Asia/Shanghai"),
        fc.integer({ min: 1, max: 9999 }),
        (days, zone, number) => {
          const due = addDays("2026-01-01", days);
          const followUp = {
            client: `P-${number}`,
            critical: false,
            due,
            overdueAfter: addDays(due, 60),
            zone,
            state: "planned",
          } as const;
          for (const step of stepsOf(followUp)) {
            const time = localTime(stepAt(followUp, step), zone);
            expect(time >= "09:00" && time < "12:00").toBe(true);
          }
        },
      ),
    );
  });
});
