import { authorize } from "../../access/index.ts";
import { reachClient } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, Conflict, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { localDate, type PlainDate } from "../../kernel/time.ts";
import type { Exam } from "./exam.ts";
import { examInFile } from "./exam-in-file.ts";
import { examOf, saveExam } from "./exams.store.ts";
import { goIn, goOut, saveTicket, ticketOf } from "./floor.store.ts";
import type { Ticket } from "./floor.ts";
import { collect, toDoIn } from "./orders.ts";
import { planLeaving, sentOn, type WholeFloor } from "./plan-ticket.ts";
import { floorOf } from "./read-floor.ts";
import { whomToCall } from "./routing.ts";
import { settledRecalls } from "./settle-recalls.ts";

/** Twenty people call at once. */
const tries = 20;
/** After so many calls without an answer the desk looks for somebody. */
const callsMissed = 3;

function centreOf(ctx: Ctx): string {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "floor:work", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}

/** Called in, with what is to be done there. */
export interface Called {
  ticket: Ticket;
  items: string[];
}

/**
 * Calls the next client into a room, or the one of a number who waits there or elsewhere for it: never more
 * inside than the room has places, and nobody into two rooms.
 * @returns undefined where nobody waits. @throws CapacityFull when every place is taken.
 */
export async function callIn(ctx: Ctx, room: string, queue?: number): Promise<Called | undefined> {
  const centre = centreOf(ctx);
  const now = ctx.now();
  const date = localDate(now);
  return withRetry(
    ctx,
    async () => {
      const floor = await floorOf(ctx, centre, date);
      const ticket = queue === undefined ? whomToCall(room, floor, now) : waitingAs(floor, queue, room);
      if (!ticket) return undefined;
      const called: Ticket = {
        ...without(ticket, "away"),
        at: { room, since: ticket.at?.since ?? now, called: now },
      };
      const exam = await examInFile(ctx, ticket);
      await commit(ctx, {
        changes: [goIn(centre, date, room, floor.settings.places[room] ?? 0), saveTicket(called)],
        log: { subject: `C#${ticket.client}`, action: "floor.called", refs: { room, exam: ticket.exam } },
      });
      return { ticket: { ...called, v: ticket.v + 1 }, items: exam ? toDoIn(exam, room) : [] };
    },
    tries,
  );
}

function waitingAs(floor: WholeFloor, queue: number, room: string): Ticket {
  const ticket = floor.tickets.find((one) => one.queue === queue);
  if (!ticket?.needs.some((need) => need.room === room)) throw new NotFound();
  if (ticket.at?.called !== undefined)
    throw new AppError("AlreadyThere", {
      en: "This number is inside a room already.",
      zh: "该号已在检查室内。",
    });
  return ticket;
}

const without = <T extends object, K extends keyof T>(thing: T, key: K): Omit<T, K> => {
  const { [key]: _gone, ...rest } = thing;
  return rest;
};

/**
 * The client of a number has been examined in the room they are in: what was to be done there is collected, or
 * only the items named; they are sent on. The same twice is one.
 * @returns where they go next, nothing when they have been everywhere.
 */
export async function finishRoom(
  ctx: Ctx,
  queue: number,
  room: string,
  only?: readonly string[],
): Promise<Ticket | undefined> {
  const centre = centreOf(ctx);
  const now = ctx.now();
  const date = localDate(now);
  return withRetry(
    ctx,
    async () => {
      const { ticket, exam } = await inside(ctx, centre, date, queue, room);
      const items = toDoIn(exam, room).filter((item) => !only || only.includes(item));
      const by = ctx.actor.id;
      const { since = now, called = now } = ticket.at ?? {};
      const done: Exam = {
        ...collect(exam, items, { at: now, by }),
        steps: [...exam.steps, { room, since, called, done: now, by }],
      };
      const left = planLeaving(ticket, done, await floorOf(ctx, centre, date), now);
      const recalls = await settledRecalls(ctx, exam, done);
      await commit(ctx, {
        changes: [saveExam(done), ...left.changes, ...recalls],
        log: {
          subject: `C#${exam.client}`,
          action: "exam.room-done",
          refs: { exam: exam.id, room, items: items.length },
          v: exam.v + 1,
        },
      });
      return left.ticket;
    },
    tries,
  );
}

async function inside(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
  queue: number,
  room: string,
): Promise<{ ticket: Ticket; exam: Exam }> {
  const ticket = await ticketOf(ctx, centre, date, queue);
  const exam = ticket && (await examInFile(ctx, ticket));
  if (!ticket || !exam) throw new NotFound();
  if (ticket.at?.room !== room || ticket.at.called === undefined)
    throw new AppError("AlreadyThere", {
      en: "This number is not inside this room any more.",
      zh: "该号已不在本室。",
    });
  return { ticket, exam };
}

/**
 * Takes a call back: `undo` puts the client where they stood in line; `no-answer` lets the others go first, and
 * after three the desk looks for them.
 */
export async function stepBack(
  ctx: Ctx,
  queue: number,
  room: string,
  why: "undo" | "no-answer",
): Promise<Ticket> {
  const centre = centreOf(ctx);
  const now = ctx.now();
  const date = localDate(now);
  return withRetry(
    ctx,
    async () => {
      const { ticket } = await inside(ctx, centre, date, queue, room);
      const missed = why === "undo" ? ticket.missed : ticket.missed + 1;
      const since = why === "undo" ? (ticket.at?.since ?? now) : now;
      const { at: _inside, ...free } = { ...ticket, missed };
      const back: Ticket =
        missed >= callsMissed && why === "no-answer"
          ? { ...free, away: true }
          : { ...free, at: { room, since } };
      const changes: Change[] = [goOut(centre, date, room), saveTicket(back)];
      const action = why === "undo" ? "floor.call-undone" : "floor.no-answer";
      await commit(ctx, {
        changes,
        log: { subject: `C#${ticket.client}`, action, refs: { room, exam: ticket.exam } },
      });
      return { ...back, v: ticket.v + 1 };
    },
    tries,
  );
}

/** The client says that the bladder is full, or is back after being away: they are sent where the rule says. */
export async function sendOn(ctx: Ctx, number: string, exam: string, why: "ready" | "back"): Promise<Ticket> {
  const client = await reachClient(ctx, "floor:ready", number);
  const now = ctx.now();
  return withRetry(
    ctx,
    async () => {
      const day = await examOf(ctx, number, exam);
      const ticket = day && (await ticketOf(ctx, client.centre, day.date, day.queue));
      if (!ticket) throw new NotFound();
      if (ticket.at?.called !== undefined)
        throw new Conflict({ en: "They are inside a room just now.", zh: "客户正在检查室内。" });
      const floor = await floorOf(ctx, client.centre, ticket.date);
      const here = without(ticket, "away");
      const next = sentOn({ ...here, missed: 0, ...(why === "ready" ? { ready: true } : {}) }, floor, now);
      await commit(ctx, {
        changes: [saveTicket(next)],
        log: { subject: `C#${number}`, action: `floor.${why}`, refs: { exam } },
      });
      return { ...next, v: ticket.v + 1 };
    },
    tries,
  );
}
