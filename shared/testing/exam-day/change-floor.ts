import { authorize } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotAllowed } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import { floorSettings, saveSettings, saveTicket, ticketsOn } from "./floor.store.ts";
import { type FloorSettings, floorRooms } from "./floor.ts";
import { sentOn } from "./plan-ticket.ts";
import { type FloorChange, FloorChangeSchema } from "./wishes.ts";

/**
 * Changes how many clients a room takes at a time, which items want a full bladder, or the rule that sends people
 * on. Whoever waits at a room that is closed by it is sent elsewhere at once, so that nobody is stuck there.
 */
export async function changeFloor(ctx: Ctx, input: FloorChange): Promise<FloorSettings> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "floor:change", { centre });
  const wanted = parse(FloorChangeSchema, input);
  const strange = Object.keys(wanted.places ?? {}).find((room) => !floorRooms.includes(room));
  if (strange !== undefined)
    throw new InvalidInput([
      { field: "places", message: { en: "One of these is no room.", zh: "所填房间不存在。" } },
    ]);
  if (wanted.fullBladder?.some((code) => !catalogueItem(code)))
    throw new InvalidInput([
      {
        field: "fullBladder",
        message: { en: "One of these is no item of the catalogue.", zh: "所填代码不在项目目录中。" },
      },
    ]);
  const settings = await withRetry(ctx, async () => {
    const before = await floorSettings(ctx, centre);
    const next: FloorSettings = {
      ...before,
      places: { ...before.places, ...wanted.places },
      fullBladder: wanted.fullBladder ?? before.fullBladder,
      routing: wanted.routing ?? before.routing,
    };
    await commit(ctx, {
      changes: [saveSettings(centre, next)],
      log: { subject: `FLOOR#${centre}`, action: "floor.changed", v: before.v + 1 },
    });
    return { ...next, v: before.v + 1 };
  });
  await leaveClosedRooms(ctx, centre, settings);
  return settings;
}

async function leaveClosedRooms(ctx: Ctx, centre: string, settings: FloorSettings): Promise<void> {
  const now = ctx.now();
  const isStranded = ({ at, away }: Awaited<ReturnType<typeof ticketsOn>>[number]) =>
    at ? at.called === undefined && (settings.places[at.room] ?? 0) === 0 : !away;
  for (const { queue } of (await ticketsOn(ctx, centre, localDate(now))).filter(isStranded))
    await withRetry(ctx, async () => {
      const tickets = await ticketsOn(ctx, centre, localDate(now));
      const ticket = tickets.find((one) => one.queue === queue);
      if (!ticket || !isStranded(ticket)) return;
      const next = sentOn(ticket, { settings, tickets }, now);
      await commit(ctx, {
        changes: [saveTicket(next)],
        log: { subject: `C#${ticket.client}`, action: "floor.sent-on", refs: { exam: ticket.exam } },
      });
    });
}
