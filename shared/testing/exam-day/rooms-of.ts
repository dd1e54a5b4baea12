import { catalogueItem } from "../catalogue/catalogue.ts";
import type { CatalogueItem } from "../catalogue/catalogue-item.ts";
import { oneNeedle, procedures } from "./data/rooms.ts";
import type { Need } from "./floor.ts";

type Gathered = Need & { procedures: Map<string, number> };

/** Answered on one's own phone, in no room. */
const nowhere = "questionnaire";

/**
 * The rooms that items are done in, with the minutes of the catalogue: what is one procedure (one needle, one
 * breath, one cup) counts once, by its longest part. `fullBladder` names the items that need one.
 */
export function roomsOf(codes: readonly string[], fullBladder: readonly string[] = []): Need[] {
  const needs = new Map<string, Gathered>();
  for (const item of codes.flatMap((code) => catalogueItem(code) ?? [])) {
    if (item.room === nowhere || item.partOf) continue;
    const fresh: Gathered = { room: item.room, minutes: 0, procedures: new Map() };
    const need = needs.get(item.room) ?? fresh;
    const { name, minutes } = procedureOf(item);
    need.procedures.set(name, Math.max(minutes, need.procedures.get(name) ?? 0));
    if (item.fasting) need.fasting = true;
    if (fullBladder.includes(item.code)) need.bladder = "full";
    else if (item.specimen === "urine") need.bladder ??= "empties";
    needs.set(item.room, need);
  }
  return [...needs.values()].map(({ procedures: each, ...need }) => ({
    ...need,
    minutes: [...each.values()].reduce((sum, minutes) => sum + minutes, 0),
  }));
}

function procedureOf(item: CatalogueItem): { name: string; minutes: number } {
  const own = procedures.find(({ items }) => items.includes(item.code));
  if (own) return { name: own.items[0] ?? item.code, minutes: own.attended ?? item.minutes };
  if (item.room === oneNeedle) return { name: oneNeedle, minutes: item.minutes };
  if (item.specimen) return { name: item.specimen, minutes: item.minutes };
  return { name: item.code, minutes: item.minutes };
}
