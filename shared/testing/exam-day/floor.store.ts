import { type Change, drop, putNew, save } from "../../data/commit.ts";
import { giveBack, take } from "../../data/count.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, Conflict } from "../../kernel/errors.ts";
import { epochMs, type PlainDate } from "../../kernel/time.ts";
import type { Exam } from "./exam.ts";
import { type FloorSettings, FloorSettingsSchema, type Ticket, TicketSchema, usualFloor } from "./floor.ts";

/** Apart from the places of the day, which are read as a whole partition. */
export const floorDay = (centre: string, date: PlainDate): string => `F#${centre}#${date}`;
const padded = (queue: number): string => String(queue).padStart(4, "0");

/** A queue number of a day, taken for good: it finds the exam by its number. */
const numberKey = (centre: string, date: PlainDate, queue: number): Key => ({
  pk: floorDay(centre, date),
  sk: `QUEUE#${padded(queue)}`,
});

const ticketKey = ({ centre, date, queue }: Pick<Ticket, "centre" | "date" | "queue">): Key => ({
  pk: floorDay(centre, date),
  sk: `WAIT#${padded(queue)}`,
});

/** The next queue number of a day; whoever takes it meanwhile makes `takeQueue` a Conflict. */
export async function nextQueue(ctx: Ctx, centre: string, date: PlainDate): Promise<number> {
  const { items } = await query(ctx, {
    pk: floorDay(centre, date),
    begins: "QUEUE#",
    newestFirst: true,
    limit: 1,
  });
  return Number(items[0]?.sk.slice("QUEUE#".length) ?? 0) + 1;
}

export const takeQueue = ({ centre, date, queue, client, id }: Exam): Change =>
  putNew({ ...numberKey(centre, date, queue), client, exam: id });

/** Whose exam a number names, or undefined. */
export async function examAt(
  ctx: Ctx,
  centre: string,
  { date, queue }: { date: PlainDate; queue: number },
): Promise<{ client: string; exam: string } | undefined> {
  const item = await getItem(ctx, numberKey(centre, date, queue));
  return item && { client: String(item["client"]), exam: String(item["exam"]) };
}

/** Every exam of a day, by queue number. */
export async function examsOn(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
): Promise<{ client: string; exam: string }[]> {
  const { items } = await query(ctx, { pk: floorDay(centre, date), begins: "QUEUE#", consistent: false });
  return items.map((item) => ({ client: String(item["client"]), exam: String(item["exam"]) }));
}

/** A sample drawn on a later day than its exam's (brought along, or drawn anew) is found by the day it was drawn. */
export const noteDrawn = ({ centre, client, id }: Exam, date: PlainDate, sample: number): Change =>
  putNew({ pk: floorDay(centre, date), sk: `DRAWN#${id}#${sample}`, client, exam: id });

/** The earlier exams of which something was drawn on a day, each once. */
export async function drawnLateOn(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
): Promise<{ client: string; exam: string }[]> {
  const { items } = await query(ctx, { pk: floorDay(centre, date), begins: "DRAWN#", consistent: false });
  const exams = new Map(items.map((item) => [String(item["exam"]), String(item["client"])]));
  return [...exams].map(([exam, client]) => ({ client, exam }));
}

/** A way through the rooms ends with its day; one that was left lying is forgotten soon after. */
const keptHours = 72;

const ticketItem = (ticket: Ticket): Item & { v: number } => ({
  ...ticketKey(ticket),
  ...ticket,
  expires: Math.floor(epochMs(ticket.arrivedAt) / 1000) + keptHours * 3600,
});

export const addTicket = (ticket: Ticket): Change => putNew(ticketItem(ticket));
export const saveTicket = (ticket: Ticket): Change => save(ticketItem(ticket));
export const dropTicket = (ticket: Ticket): Change => drop({ ...ticketKey(ticket), v: ticket.v });

export async function ticketOf(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
  queue: number,
): Promise<Ticket | undefined> {
  const item = await getItem(ctx, ticketKey({ centre, date, queue }));
  return item && TicketSchema.parse(item);
}

/** Everybody of a day who still has a room to go to. */
export async function ticketsOn(
  ctx: Ctx,
  centre: string,
  date: PlainDate,
  consistent = true,
): Promise<Ticket[]> {
  const { items } = await query(ctx, { pk: floorDay(centre, date), begins: "WAIT#", consistent });
  return items.map((item: Item) => TicketSchema.parse(item));
}

const insideKey = (centre: string, date: PlainDate, room: string): Key => ({
  pk: floorDay(centre, date),
  sk: `ROOM#${room}`,
});

/** One client more in a room, or a refusal: never more than its places under any interleaving. */
export const goIn = (centre: string, date: PlainDate, room: string, places: number): Change =>
  take(insideKey(centre, date, room), { limit: places }, roomFull);

/** One client fewer. */
export const goOut = (centre: string, date: PlainDate, room: string): Change =>
  giveBack(insideKey(centre, date, room), false, () => new Conflict());

const roomFull = () =>
  new AppError("CapacityFull", {
    en: "Every place in this room is taken. Finish somebody first.",
    zh: "本室已满，请先完成在检客户。",
  });

const settingsKey = (centre: string): Key => ({ pk: `FLOOR#${centre}`, sk: "SETTINGS" });

export async function floorSettings(ctx: Ctx, centre: string): Promise<FloorSettings> {
  const item = await getItem(ctx, settingsKey(centre));
  return item ? FloorSettingsSchema.parse(item) : usualFloor;
}

export const saveSettings = (centre: string, settings: FloorSettings): Change =>
  settings.v === 0
    ? putNew({ ...settingsKey(centre), ...settings, v: 1 })
    : save({ ...settingsKey(centre), ...settings });
