import * as z from "zod";
import { authorize, mayEver, staffOf } from "../access/index.ts";
import { commit, drop, putNew, save, withRetry } from "../data/commit.ts";
import { type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { InvalidInput, NotAllowed } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { defaultZone, localDate, type PlainDate } from "../kernel/time.ts";

const StandInSchema = z.object({
  manager: z.string(),
  /** Who sees to the list meanwhile. */
  standIn: z.string(),
  from: z.string(),
  until: z.string(),
  v: z.number().int(),
});
/** A health manager's holidays: from … until, both days included, and who has the list in them. */
export type StandIn = z.infer<typeof StandInSchema>;

export const AwaySchema = z.strictObject({
  manager: z.string().min(1),
  standIn: z.string().min(1),
  from: z.iso.date(),
  until: z.iso.date(),
});

const partition = (centre: string): string => `AWAY#${centre}`;
const itemOf = (centre: string, one: StandIn): Item & { v: number } => ({
  pk: partition(centre),
  sk: one.manager,
  ...one,
});

/** Whose holidays are known, those that are over too. */
export async function standIns(ctx: Ctx, centre: string): Promise<StandIn[]> {
  const { items } = await query(ctx, { pk: partition(centre) });
  return items.map((item) => StandInSchema.parse(item));
}

/** Those whose list this manager has on a day. */
export const standInsOf = async (
  ctx: Ctx,
  centre: string,
  manager: string,
  day: PlainDate,
): Promise<string[]> =>
  (await standIns(ctx, centre))
    .filter(({ standIn, from, until }) => standIn === manager && from <= day && day <= until)
    .map((one) => one.manager);

/**
 * Says who has a manager's list in the holidays. Nothing moves: the list shows with the other's own, and comes
 * back by itself. Said again, the later word counts; a manager says it of the own list only.
 * @throws InvalidInput for somebody who is no health manager of the centre, or the same person, or days that are
 * over or the wrong way round; NotAllowed for another's list.
 */
export async function goAway(ctx: Ctx, input: z.input<typeof AwaySchema>): Promise<StandIn> {
  const wanted = parse(AwaySchema, input);
  const centre = mayPlan(ctx, wanted.manager);
  const managers = (await staffOf(ctx, centre)).filter(({ roles }) => roles.includes("health-manager"));
  const known = (id: string) => managers.some((one) => one.id === id);
  if (!known(wanted.manager) || !known(wanted.standIn) || wanted.manager === wanted.standIn)
    throw problem("standIn", {
      en: "Choose another health manager of this centre.",
      zh: "请选择本中心的另一位健康管家。",
    });
  if (wanted.until < wanted.from || wanted.until < localDate(ctx.now(), defaultZone))
    throw problem("until", {
      en: "The last day comes after the first, and not before today.",
      zh: "结束日期应不早于开始日期和今天。",
    });
  return withRetry(ctx, async () => {
    const before = (await standIns(ctx, centre)).find(({ manager }) => manager === wanted.manager);
    const after: StandIn = { ...wanted, v: before?.v ?? 1 };
    await commit(ctx, {
      changes: [before ? save(itemOf(centre, after)) : putNew(itemOf(centre, after))],
      log: {
        subject: `STAFF#${centre}`,
        action: "staff.away",
        refs: { staff: wanted.manager, standIn: wanted.standIn, from: wanted.from, until: wanted.until },
      },
    });
    return after;
  });
}

/** Takes it back: the list is with its own manager again. */
export async function comeBack(ctx: Ctx, manager: string): Promise<StandIn | undefined> {
  const centre = mayPlan(ctx, manager);
  return withRetry(ctx, async () => {
    const before = (await standIns(ctx, centre)).find((one) => one.manager === manager);
    if (!before) return undefined;
    await commit(ctx, {
      changes: [drop(itemOf(centre, before))],
      log: { subject: `STAFF#${centre}`, action: "staff.back", refs: { staff: manager } },
    });
    return before;
  });
}

function mayPlan(ctx: Ctx, manager: string): string {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const { centre, id } = ctx.actor;
  authorize(ctx, "panel:plan", { centre });
  if (manager !== id && !mayEver(ctx.actor, "panel:hand-over")) throw new NotAllowed();
  return centre;
}

const problem = (field: string, message: { en: string; zh: string }) =>
  new InvalidInput([{ field, message }]);
