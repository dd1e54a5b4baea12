import { expect, test } from "vitest";
import {
  bookExam,
  bookSecondVisit,
  cancelBooking,
  checkIn,
  putOffFor,
  visitPreparation,
} from "../../shared/loop/index.ts";
import { bookingsOf, changeOrders, examOf } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const [monday, tuesday, wednesday] = ["2026-11-23", "2026-11-24", "2026-11-25"];
const putOff = ["USABD", "CXR"];

/** Somebody at the exam, with two of its items put off until Wednesday. */
async function examined(w: World): Promise<{ number: string; exam: string }> {
  const { number } = await enrolled(w);
  const { id } = await bookExam(w.ctx(), { client: number, package: "basic", date: monday, time: "08:00" });
  w.clock.set("2026-11-23T00:10:00.000Z");
  await checkIn(w.ctx(), number, id, false);
  await changeOrders(w.ctx(w.as.nurse), number, id, {
    to: "deferred",
    items: putOff,
    reason: "未空腹",
    until: wednesday,
  });
  return { number, exam: id };
}

test("what was put off is booked as it is, prepared for as it is, and made up for on its day", async () => {
  const w = await world();
  const { number, exam } = await examined(w);
  const [waiting, ...more] = await putOffFor(w.ctx(), number);
  expect(more).toEqual([]);
  expect(waiting).toMatchObject({ from: wednesday });
  expect(waiting?.items.toSorted()).toEqual(putOff.toSorted());
  const second = await bookSecondVisit(w.ctx(), number, exam, { date: wednesday, time: "08:00" });
  expect(second.items?.toSorted()).toEqual(putOff.toSorted());
  expect(visitPreparation(second, [], "female").map(({ en }) => en)).toEqual([
    "Nothing to eat for 8 hours; water is fine.",
  ]);
  expect((await putOffFor(w.ctx(), number))[0]?.booked?.id).toBe(second.id);
  w.clock.set("2026-11-25T00:10:00.000Z");
  const { exam: made } = await checkIn(w.ctx(), number, second.id, true);
  expect(made.orders.map(({ item, makesUpFor }) => [item, makesUpFor]).sort()).toEqual(
    putOff.map((item) => [item, exam]).sort(),
  );
  const first = await examOf(w.ctx(), number, exam);
  expect(first?.orders.filter(({ madeUpBy }) => madeUpBy === second.id)).toHaveLength(2);
  expect(await putOffFor(w.ctx(), number)).toEqual([]);
  await expect(
    bookSecondVisit(w.ctx(), number, exam, { date: "2026-11-26", time: "08:00" }),
  ).rejects.toMatchObject({ code: "Conflict" });
});

test("asked for five times at once it is one visit; at another time it is refused until that one is cancelled", async () => {
  const w = await world();
  const { number, exam } = await examined(w);
  w.faults.conflict = 0.2;
  const five = [1, 2, 3, 4, 5].map(() =>
    bookSecondVisit(w.ctx(), number, exam, { date: wednesday, time: "08:00" }),
  );
  const ids = new Set((await Promise.all(five)).map(({ id }) => id));
  w.faults.conflict = 0;
  expect(ids.size).toBe(1);
  const other = { date: tuesday, time: "08:30" };
  await expect(bookSecondVisit(w.ctx(), number, exam, other)).rejects.toMatchObject({
    facts: { booking: [...ids][0] },
  });
  await cancelBooking(w.ctx(), number, [...ids][0] ?? "", "出差");
  expect(await bookSecondVisit(w.ctx(), number, exam, other)).toMatchObject(other);
  expect((await bookingsOf(w.ctx(), number)).filter(({ state }) => state === "confirmed")).toHaveLength(1);
});

test("it is offered from the exam at the desk and from the client's own visits", async () => {
  const w = await world();
  const { number, exam } = await examined(w);
  const desk = await visitor(w, w.as.frontDesk, "en");
  const here = `/exams/${number}/${exam}/second-visit`;
  expect(addresses((await desk.get(`/exams/${number}/${exam}`)).html)).toContain(here);
  const client = await visitor(w, w.as.client(number), "zh");
  const own = `/me/second-visit/${exam}`;
  const visits = await client.get("/me/visits");
  expect(addresses(visits.html)).toContain(own);
  const form = await client.get(own);
  expect(textOf(form.html)).toContain("空腹8小时，可饮少量清水。");
  expect((await client.post(own, filled(form.html, own))).html).toContain("data-errors");
  const done = await client.post(own, { ...filled(form.html, own), time: "08:00" });
  expect(done.location).toBe("/me/visits");
  expect((await putOffFor(w.ctx(), number))[0]?.booked).toMatchObject({ date: wednesday, time: "08:00" });
  const after = await desk.get(`/exams/${number}/${exam}`);
  expect(textOf(after.html)).toContain("Booked for Wednesday 25 November, 08:00.");
  const stranger = await visitor(w, w.as.client("P-999999999"));
  expect((await stranger.get(own)).status).toBe(404);
});
