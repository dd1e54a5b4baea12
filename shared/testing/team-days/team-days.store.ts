import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { type TeamDay, TeamDaySchema, teamDayIdOf } from "./team-day.ts";

const dayKey = (centre: string, id: string): Key => ({ pk: `TEAM#${centre}`, sk: `DAY#${id}` });

export const addTeamDay = (day: TeamDay): Change => putNew({ ...dayKey(day.centre, day.id), ...day });
export const saveTeamDay = (day: TeamDay): Change => save({ ...dayKey(day.centre, day.id), ...day });

export async function teamDayOf(ctx: Ctx, centre: string, id: string): Promise<TeamDay | undefined> {
  const item = await getItem(ctx, dayKey(centre, id));
  return item ? TeamDaySchema.parse(item) : undefined;
}

/** The team days of a centre from a date on, in order; their ids begin with their dates. */
export async function teamDaysFrom(ctx: Ctx, centre: string, from: PlainDate): Promise<TeamDay[]> {
  const { pk, sk } = dayKey(centre, from);
  const { items } = await query(ctx, { pk, from: sk });
  return items.map((item) => TeamDaySchema.parse(item));
}

/** Where a booking's client is expected, where that is not the centre: the company and its address. */
export async function placeOf(
  ctx: Ctx,
  { centre, resource }: { centre: string; resource: string },
): Promise<string | undefined> {
  const id = teamDayIdOf(resource);
  const day = id ? await teamDayOf(ctx, centre, id) : undefined;
  return day && `${day.company} · ${day.address}`;
}
