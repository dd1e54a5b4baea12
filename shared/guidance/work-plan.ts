import type * as z from "zod";
import type { Action as Permission } from "../access/index.ts";
import { shownTo } from "../assessment/index.ts";
import { reachClient } from "../clients/index.ts";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { localDate } from "../kernel/time.ts";
import { ActionChangeSchema, examOf, type Plan } from "./plan.ts";
import { planOf, savePlan } from "./plans.store.ts";

/** The present plan, as far as the actor may see it: a client none whose exam is not released. */
async function visiblePlan(ctx: Ctx, client: string): Promise<Plan | undefined> {
  const [plan, shown] = await Promise.all([planOf(ctx, client), shownTo(ctx, client)]);
  return plan && shown.exam(examOf(plan)) ? plan : undefined;
}

/** The client's word that this is the plan; the health manager records it when it was given in person. */
export const agreePlan = (ctx: Ctx, client: string): Promise<Plan> =>
  change(ctx, client, "plan:agree", "plan.agreed", (plan) => ({
    ...plan,
    state: "agreed",
    agreedAt: ctx.now(),
    agreedBy: ctx.actor.kind === "client" ? "client" : ctx.actor.id,
  }));

/**
 * Ticks an action done today, or takes today's tick back.
 * @throws NotFound where a client ticks what is another's to do.
 */
export const tickAction = (ctx: Ctx, client: string, action: string, done: boolean): Promise<Plan> =>
  change(ctx, client, "plan:tick", done ? "action.ticked" : "action.unticked", (plan) => {
    const today = (at: string) => localDate(at) === localDate(ctx.now());
    const own = ctx.actor.kind === "client";
    return onAction(plan, action, (one) => {
      if (own && one.owner !== "client" && one.owner !== "family") throw new NotFound();
      return {
        ...one,
        done: [
          ...one.done.filter(({ at }) => !today(at)),
          ...(done ? [{ at: ctx.now(), by: own ? "client" : ctx.actor.id }] : []),
        ],
      };
    });
  });

/** The manager's hand on a drafted action: who, how often, by when. An agreed plan is then to be agreed again. */
export const changeAction = (
  ctx: Ctx,
  client: string,
  action: string,
  input: z.input<typeof ActionChangeSchema>,
): Promise<Plan> => {
  const wanted = parse(ActionChangeSchema, input);
  const said = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return change(ctx, client, "plan:change", "plan.changed", (plan) => ({
    ...onAction(plan, action, (one) => ({ ...one, ...said })),
    state: plan.state === "agreed" ? "revised" : plan.state,
  }));
};

function onAction(
  plan: Plan,
  id: string,
  act: (one: Plan["actions"][number]) => Plan["actions"][number],
): Plan {
  if (!plan.actions.some((one) => one.id === id)) throw new NotFound();
  return { ...plan, actions: plan.actions.map((one) => (one.id === id ? act(one) : one)) };
}

async function change(
  ctx: Ctx,
  client: string,
  permission: Permission,
  action: string,
  act: (plan: Plan) => Plan,
): Promise<Plan> {
  await reachClient(ctx, permission, client);
  return withRetry(ctx, async () => {
    const before = await visiblePlan(ctx, client);
    if (!before) throw new NotFound();
    const plan = act(before);
    await commit(ctx, {
      changes: [savePlan(plan)],
      log: { subject: `C#${client}`, action, refs: { plan: plan.number }, v: before.v + 1 },
    });
    return { ...plan, v: before.v + 1 };
  });
}
