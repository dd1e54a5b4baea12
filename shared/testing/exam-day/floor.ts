import * as z from "zod";
import { rooms } from "../catalogue/data/names.ts";
import { usualPlaces } from "./data/rooms.ts";

/** What a client still has to do in one room. */
const NeedSchema = z.object({
  room: z.string(),
  /** Minutes somebody attends to them there. */
  minutes: z.number(),
  /** Something there is only right before food. */
  fasting: z.boolean().optional(),
  /** `full`: only once the bladder is; `empties`: gives urine, and so comes after those. */
  bladder: z.enum(["full", "empties"]).optional(),
});
export type Need = z.infer<typeof NeedSchema>;

/** One client on their way through the rooms of a day; gone when they have been to all of them. */
export const TicketSchema = z.object({
  queue: z.number().int(),
  centre: z.string(),
  date: z.string(),
  client: z.string(),
  exam: z.string(),
  arrivedAt: z.string(),
  /** Rooms still to go to. */
  needs: z.array(NeedSchema),
  /** Where they wait, or are; nowhere while they are away or drink for a full bladder. */
  at: z
    .object({
      room: z.string(),
      since: z.string(),
      /** When they were called in; absent while they wait. */
      called: z.string().optional(),
    })
    .optional(),
  /** How often nobody came when they were called. */
  missed: z.number().int().default(0),
  /** Three calls without an answer: the desk looks for them. */
  away: z.boolean().optional(),
  /** Says that the bladder is full. */
  ready: z.boolean().optional(),
  v: z.number().int(),
});
export type Ticket = z.infer<typeof TicketSchema>;

export const routings = ["shortest-wait", "first-come"] as const;

/** How a centre runs its floor. */
export const FloorSettingsSchema = z.object({
  places: z.record(z.string(), z.number().int()),
  fullBladder: z.array(z.string()),
  routing: z.enum(routings),
  v: z.number().int(),
});
export type FloorSettings = z.infer<typeof FloorSettingsSchema>;

export const usualFloor: FloorSettings = {
  places: { ...usualPlaces },
  fullBladder: [],
  routing: "shortest-wait",
  v: 0,
};

/** The rooms of the floor in the order of the printed guide sheet. */
export const floorRooms: readonly string[] = Object.keys(rooms).filter((room) => room in usualPlaces);

/** A floor as the rule sees it. */
export interface Floor {
  settings: Pick<FloorSettings, "places" | "routing">;
  /** Everybody who still has a room to go to. */
  tickets: readonly Ticket[];
}
