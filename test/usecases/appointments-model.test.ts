import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cancelAppointment,
  endAppointment,
  makeAppointment,
  moveAppointment,
} from "../../shared/loop/index.ts";
import {
  type Appointment,
  appointmentsOf,
  appointmentsToMove,
  type Doctor,
  doctorDays,
  doctorOf,
  enterHours,
  hoursOn,
  withdrawHours,
} from "../../shared/testing/index.ts";
import { minutesOf } from "../../shared/testing/places/calendar.ts";
import { doctorHere } from "../support/doctors.ts";
import { somebody } from "../support/follow-ups.ts";
import { type World, world } from "../support/world.ts";

const doctors = ["physician-1", "physician-2"];
const dates = ["2026-11-23", "2026-11-24"];
const people = 3;

const place = fc.record({
  doctor: fc.constantFrom(...doctors),
  date: fc.constantFrom(...dates),
  time: fc.constantFrom("08:30", "08:45", "09:00", "12:00"),
});
const whose = { who: fc.nat({ max: people - 1 }), which: fc.nat({ max: 4 }) };

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("make" as const),
      who: whose.who,
      offer: fc.constantFrom("consultation" as const, "referral" as const),
      place,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("move" as const), ...whose, place }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("cancel" as const), ...whose }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("end" as const), ...whose }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("leave" as const),
      doctor: fc.constantFrom(...doctors),
      date: fc.constantFrom(...dates),
      from: fc.constantFrom("", "09:00"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("back" as const), doctor: fc.constantFrom(...doctors) }),
  },
);
type Act = (typeof act extends fc.Arbitrary<infer T> ? T : never) & object;

async function perform(w: World, clients: readonly string[], one: Act): Promise<unknown> {
  if (one.does === "leave") {
    const hours = one.from ? [{ from: one.from, to: "11:30" }] : [];
    return enterHours(w.ctx(w.as.manager), one.doctor, { from: one.date, to: one.date, hours });
  }
  if (one.does === "back") {
    const last = (await doctorOf(w.ctx(), "centre-1", one.doctor))?.exceptions.at(-1);
    return last && withdrawHours(w.ctx(w.as.manager), one.doctor, last.id);
  }
  const client = clients[one.who] as string;
  if (one.does === "make") return makeAppointment(w.ctx(), { client, offer: one.offer, ...one.place });
  const mine = await appointmentsOf(w.ctx(), client);
  const id = mine[one.which % Math.max(1, mine.length)]?.id;
  if (!id) return undefined;
  if (one.does === "move") return moveAppointment(w.ctx(), client, id, one.place);
  if (one.does === "cancel") return cancelAppointment(w.ctx(), client, id, "改期");
  return endAppointment(w.ctx(w.as.physician), client, id, { as: "done" });
}

const span = (one: { time: string; minutes: number }) => {
  const begins = minutesOf(one.time);
  return Array.from({ length: one.minutes }, (_, at) => begins + at);
};

/** What must be true at rest, said without the code under test: counted from the appointments themselves. */
async function promisesHold(w: World, clients: readonly string[]): Promise<void> {
  const all = (await Promise.all(clients.map((client) => appointmentsOf(w.ctx(), client)))).flat();
  const standing = all.filter(({ state }) => state !== "cancelled");
  const inDays = (
    await Promise.all(doctors.map((doctor) => doctorDays(w.ctx(), "centre-1", doctor, "2026-11-01")))
  )
    .flat()
    .flatMap(({ doctor, date, taken }) =>
      taken.map((one) => [one.appointment, doctor, date, one.time].join()),
    );
  expect(inDays.sort()).toEqual(
    standing.map((one) => [one.id, one.doctor, one.date, one.time].join()).sort(),
  );
  const minutes = (key: (one: Appointment) => string, of: readonly Appointment[]) =>
    of.flatMap((one) => span(one).map((minute) => `${key(one)} ${one.date} ${minute}`));
  const ofDoctors = minutes(({ doctor }) => doctor, standing);
  expect(new Set(ofDoctors).size).toBe(ofDoctors.length);
  const rooms = new Map(
    await Promise.all(
      doctors.map(async (id) => [id, (await doctorOf(w.ctx(), "centre-1", id)) as Doctor] as const),
    ),
  );
  const outside = standing.filter((one) => {
    const open = new Set(
      hoursOn(rooms.get(one.doctor) as Doctor, one.date).flatMap(({ from, to }) =>
        span({ time: from, minutes: minutesOf(to) - minutesOf(from) }),
      ),
    );
    return one.state === "booked" && span(one).some((minute) => !open.has(minute));
  });
  const listed = (await appointmentsToMove(w.ctx())).map(({ appointment }) => appointment.id);
  expect(listed.sort()).toEqual(outside.map(({ id }) => id).sort());
}

test("whatever is made, moved, cancelled, ended and whichever leave is entered, several at once: no doctor twice, no time lost, nothing forgotten", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 4 }),
      async (rounds) => {
        const w = await world();
        for (const id of doctors) await doctorHere(w, id);
        const clients: string[] = [];
        while (clients.length < people) clients.push((await somebody(w)).number);
        w.clock.set("2026-11-22T16:30:00.000Z");
        w.faults.conflict = 0.1;
        for (const round of rounds) {
          const done = await Promise.allSettled(round.map((one) => perform(w, clients, one)));
          for (const one of done)
            if (one.status === "rejected") expect(one.reason).toHaveProperty("sentence.zh");
          await promisesHold(w, clients);
        }
      },
    ),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 7) },
  );
});
