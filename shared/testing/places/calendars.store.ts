import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Calendar, type Resource, ResourceSchema } from "./calendar.ts";
import { ordinaryCalendar } from "./ordinary-calendar.ts";

const partition = (centre: string): string => `CAL#${centre}`;
const prefix = "RES#";

const resourceKey = (centre: string, id: string): Key => ({ pk: partition(centre), sk: `${prefix}${id}` });

const resourceFrom = (item: Item): Resource => ResourceSchema.parse(item);

/**
 * A centre's resources: those it has entered, and those it starts with until then. As of a moment ago unless
 * asked otherwise: a place is refused where the plan of its day was changed since.
 */
export async function calendarOf(
  ctx: Pick<Ctx, "table" | "now">,
  centre: string,
  consistent = false,
): Promise<Calendar> {
  const { items } = await query(ctx, { pk: partition(centre), begins: prefix, consistent });
  const entered = items.map(resourceFrom);
  return [
    ...ordinaryCalendar.map((start) => entered.find(({ id }) => id === start.id) ?? start),
    ...entered.filter(({ id }) => !ordinaryCalendar.some((start) => start.id === id)),
  ];
}

/** Keeps a resource over the version that was read; one that had only its beginning is entered now. */
export function saveResource(centre: string, resource: Resource): Change {
  const item = { pk: partition(centre), sk: `${prefix}${resource.id}`, ...resource };
  return resource.v === 0 ? putNew({ ...item, v: 1 }) : save(item);
}

/** One resource a centre has entered. */
export async function resourceAt(ctx: Ctx, centre: string, id: string): Promise<Resource | undefined> {
  const item = await getItem(ctx, resourceKey(centre, id));
  return item && resourceFrom(item);
}

/** Enters a resource of its own, such as a day at a company. */
export const addResource = (centre: string, resource: Resource): Change =>
  putNew({ ...resourceKey(centre, resource.id), ...resource });

/** A resource with no hours on any of its days any more; who is booked there stays so. */
export const closeResource = (centre: string, resource: Resource): Change => {
  const days = resource.days.map((day) => ({ ...day, hours: [] }));
  return save({ ...resourceKey(centre, resource.id), ...resource, days });
};
