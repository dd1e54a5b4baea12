import { authorize } from "../../access/index.ts";
import { type ClientCard, clientCards, openList, reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import { type Instant, localDate, type PlainDate } from "../../kernel/time.ts";
import type { Exam } from "./exam.ts";
import { examDaysOf } from "./exams.store.ts";
import { floorSettings, ticketOf, ticketsOn } from "./floor.store.ts";
import { type FloorSettings, floorRooms, type Ticket } from "./floor.ts";
import type { WholeFloor } from "./plan-ticket.ts";
import { expectedWait, lineAt } from "./routing.ts";

/** The floor of a day as it is. */
export async function floorOf(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
  consistent = true,
): Promise<WholeFloor> {
  const [settings, tickets] = await Promise.all([
    floorSettings(ctx, centre),
    ticketsOn(ctx, centre, date, consistent),
  ]);
  return { settings, tickets };
}

/** One room with who is inside and who waits, in the order in which they are called. */
export interface RoomView {
  room: string;
  places: number;
  inside: Ticket[];
  waiting: { ticket: Ticket; wait: number }[];
}

export interface FloorView {
  date: PlainDate;
  settings: FloorSettings;
  rooms: RoomView[];
  /** Those sent to no room: away after three calls, or drinking for a full bladder. */
  nowhere: Ticket[];
  /** Names, for whoever may see them. */
  clients: Map<string, ClientCard>;
}

/** The floor for those who work on it, the names traced. */
export async function readFloor(ctx: Ctx, date: PlainDate = localDate(ctx.now())): Promise<FloorView> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "floor:read", { centre });
  const floor = await floorOf(ctx, centre, date, false);
  const numbers = floor.tickets.map(({ client }) => client);
  await openList(ctx, "floor", numbers);
  return {
    date,
    settings: floor.settings,
    rooms: roomsIn(floor, ctx.now()),
    nowhere: floor.tickets.filter(({ at }) => !at),
    clients: await clientCards(ctx, numbers),
  };
}

function roomsIn(floor: WholeFloor, now: Instant): RoomView[] {
  return floorRooms.map((room) => ({
    room,
    places: floor.settings.places[room] ?? 0,
    inside: floor.tickets.filter(({ at }) => at?.room === room && at.called !== undefined),
    waiting: lineAt(room, floor, now).map((ticket) => ({
      ticket,
      wait: Math.round(expectedWait(ticket, room, floor, now)),
    })),
  }));
}

/** What hangs in the hall: numbers, and nothing else of anybody. */
export interface Board {
  rooms: { room: string; inside: number[]; next: number[] }[];
  away: number[];
}

/** The public board of a centre's day. */
export async function readBoard(ctx: Ctx, centre: string): Promise<Board> {
  const floor = await floorOf(ctx, centre, localDate(ctx.now()), false);
  const rooms = roomsIn(floor, ctx.now())
    .map(({ room, inside, waiting }) => ({
      room,
      inside: inside.map(({ queue }) => queue),
      next: waiting.slice(0, 5).map(({ ticket }) => ticket.queue),
    }))
    .filter(({ inside, next }) => inside.length + next.length > 0);
  return { rooms, away: floor.tickets.filter(({ away }) => away).map(({ queue }) => queue) };
}

/** Where one client is on their way, and how long it will take. */
export interface OwnWay {
  exam: Exam;
  /** Where to go, or where they are (`called`); undefined when every room is done, or none is open to them. */
  room?: string;
  called?: boolean;
  wait?: number;
  /** They drink until the bladder is full, and say so. */
  drinking?: boolean;
  away?: boolean;
  left: string[];
}

/** A client's own day, or that of the client in front of the desk; undefined when they are not here today. */
export async function readWay(ctx: Ctx, number: string): Promise<OwnWay | undefined> {
  const client = await reachClient(ctx, "exam:read", number, true);
  const today = localDate(ctx.now());
  const exam = (await examDaysOf(ctx, number)).findLast(
    ({ date, state, offSite }) => date === today && state === "open" && !offSite,
  );
  if (!exam) return undefined;
  const ticket = await ticketOf(ctx, client.centre, exam.date, exam.queue);
  if (!ticket) return { exam, left: [] };
  const floor = await floorOf(ctx, client.centre, exam.date, false);
  const { at, needs, away } = ticket;
  const drinking = needs.some(({ bladder }) => bladder === "full") && !ticket.ready;
  return {
    exam,
    left: needs.map(({ room }) => room),
    ...(away ? { away } : {}),
    ...(drinking ? { drinking } : {}),
    ...(at
      ? {
          room: at.room,
          called: at.called !== undefined,
          wait: at.called ? 0 : Math.round(expectedWait(ticket, at.room, floor, ctx.now())),
        }
      : {}),
  };
}
