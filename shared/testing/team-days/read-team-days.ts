import { authorize } from "../../access/index.ts";
import { clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { stands } from "../booking/booking.ts";
import { bookingsOn } from "../booking/bookings.store.ts";
import { type Arrival, type SlotLeft, slotsLeft } from "../booking/read-day.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { CatalogueItem } from "../catalogue/catalogue-item.ts";
import { bookedItems } from "../places/scarce.ts";
import { resourceOf, type TeamDay } from "./team-day.ts";
import { teamDayOf, teamDaysFrom } from "./team-days.store.ts";

/** A team day with its times, who comes, and what the team takes along for them. */
export interface TeamDayView {
  day: TeamDay;
  slots: SlotLeft[];
  /** Who is booked, by time, whatever became of the day. */
  arrivals: Arrival[];
  /** Its items by room, in the order of the catalogue. */
  rooms: { room: string; items: CatalogueItem[] }[];
  /** How many vessels of each specimen those who are booked need: one each, whatever is measured from it. */
  specimens: { specimen: string; count: number }[];
}

/** The team days of the reader's centre from a date on. */
export async function readTeamDays(ctx: Ctx, from: PlainDate): Promise<TeamDay[]> {
  return teamDaysFrom(ctx, ownCentre(ctx), from);
}

/** One of them with who comes; the reading is traced. @throws NotFound. */
export async function readTeamDay(ctx: Ctx, id: string): Promise<TeamDayView> {
  const centre = ownCentre(ctx);
  const day = await teamDayOf(ctx, centre, id);
  if (!day) throw new NotFound();
  const resource = resourceOf(day);
  const [slots, all] = await Promise.all([
    slotsLeft(ctx, centre, day.date, resource),
    bookingsOn(ctx, centre, day.date),
  ]);
  const here = all.filter((booking) => booking.resource === resource);
  const numbers = here.map(({ client }) => client);
  await openList(ctx, "team-day", numbers);
  const cards = await clientCards(ctx, numbers);
  const arrivals = here.flatMap((booking) => {
    const client = cards.get(booking.client);
    return client ? [{ booking, client }] : [];
  });
  return { day, slots, arrivals, rooms: roomsOf(day), specimens: specimensFor(arrivals) };
}

function roomsOf({ items }: TeamDay): TeamDayView["rooms"] {
  const byRoom = new Map<string, CatalogueItem[]>();
  for (const item of items.flatMap((code) => catalogueItem(code) ?? []))
    byRoom.set(item.room, [...(byRoom.get(item.room) ?? []), item]);
  return [...byRoom].map(([room, inRoom]) => ({ room, items: inRoom }));
}

function specimensFor(arrivals: readonly Arrival[]): TeamDayView["specimens"] {
  const counts = new Map<string, number>();
  for (const { booking, client } of arrivals.filter((one) => stands(one.booking)))
    for (const specimen of new Set(bookedItems(booking, client.sex).flatMap((item) => item.specimen ?? [])))
      counts.set(specimen, (counts.get(specimen) ?? 0) + 1);
  return [...counts].map(([specimen, count]) => ({ specimen, count }));
}

function ownCentre(ctx: Ctx): string {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  authorize(ctx, "team-day:read", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}
