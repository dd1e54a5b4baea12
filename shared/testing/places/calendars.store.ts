import { type Item, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Calendar, type Resource, ResourceSchema } from "./calendar.ts";
import { ordinaryCalendar } from "./ordinary-calendar.ts";

const partition = (centre: string): string => `CAL#${centre}`;
const prefix = "RES#";

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
