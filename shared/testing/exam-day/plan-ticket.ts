import type { Change } from "../../data/commit.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Exam } from "./exam.ts";
import { addTicket, dropTicket, goOut, saveTicket } from "./floor.store.ts";
import type { Floor, FloorSettings, Need, Ticket } from "./floor.ts";
import { toDo } from "./orders.ts";
import { roomsOf } from "./rooms-of.ts";
import { nextRoom } from "./routing.ts";

/** The whole floor of a day, as the verbs read it. */
export interface WholeFloor extends Floor {
  settings: FloorSettings;
}

/** The rooms of the centre an exam still needs, none on a team day; who has eaten hurries nowhere for it. */
export function needsOf(exam: Exam, { fullBladder }: FloorSettings): Need[] {
  if (exam.offSite) return [];
  const needs = roomsOf(toDo(exam), fullBladder);
  return exam.fasting ? needs : needs.map(({ fasting: _eaten, ...need }) => need);
}

/** The ticket sent on to the room the rule chooses, from now on. */
export function sentOn(ticket: Ticket, floor: Floor, now: Instant): Ticket {
  const { at: _left, ...free } = ticket;
  const way = nextRoom(free, floor, now);
  return way ? { ...free, at: { room: way.room, since: now } } : free;
}

/** What must be written for a client who has just arrived to be on the floor; nothing where no room is needed. */
export function planArrival(
  exam: Exam,
  floor: WholeFloor,
  now: Instant,
): { ticket?: Ticket; changes: Change[] } {
  const needs = needsOf(exam, floor.settings);
  if (!needs.length) return { changes: [] };
  const { queue, centre, date, client, id, arrivedAt } = exam;
  const fresh: Ticket = { queue, centre, date, client, exam: id, arrivedAt, needs, missed: 0, v: 1 };
  const ticket = sentOn(fresh, floor, now);
  return { ticket, changes: [addTicket(ticket)] };
}

/**
 * What must be written for the floor after an exam's orders changed: whoever is inside a room stays there until
 * they come out, whoever waited for a room they need no more is sent on, whoever needs none leaves the floor.
 */
export function planAfter(ticket: Ticket, exam: Exam, floor: WholeFloor, now: Instant): Change[] {
  const needs = needsOf(exam, floor.settings);
  if (ticket.at?.called !== undefined) return [saveTicket({ ...ticket, needs: keptInside(ticket, needs) })];
  if (!needs.length) return [dropTicket(ticket)];
  const still = ticket.at && needs.some(({ room }) => room === ticket.at?.room);
  const moved = { ...ticket, needs };
  return [saveTicket(still || ticket.away ? moved : sentOn(moved, floor, now))];
}

/** The room somebody is in stays on their way although nothing is left to do there. */
function keptInside(ticket: Ticket, needs: readonly Need[]): Need[] {
  const here = ticket.needs.find(({ room }) => room === ticket.at?.room);
  return here && !needs.some(({ room }) => room === here.room) ? [...needs, here] : [...needs];
}

/** What must be written when somebody comes out of a room: their place goes back, and they are sent on. */
export function planLeaving(
  ticket: Ticket,
  exam: Exam,
  floor: WholeFloor,
  now: Instant,
): { ticket?: Ticket; changes: Change[] } {
  const room = ticket.at?.room ?? "";
  const out = goOut(ticket.centre, ticket.date, room);
  const needs = needsOf(exam, floor.settings);
  if (!needs.length) return { changes: [out, dropTicket(ticket)] };
  const next = sentOn({ ...ticket, needs, missed: 0 }, floor, now);
  return { ticket: next, changes: [out, saveTicket(next)] };
}
