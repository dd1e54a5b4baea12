import { type Actor, type Ctx, rolesOf } from "../kernel/context.ts";
import { NotAllowed, NotFound } from "../kernel/errors.ts";
import { type Action, reachOf } from "./policy.ts";
import { leastRank, ranksHigh } from "./rank.ts";

/** Whom or what an act is about; every part that is known is given. */
export interface Scope {
  centre?: string;
  client?: string;
  account?: string;
}

/** Whether the actor's roles and title may do this at all, wherever it may reach. For menus and buttons. */
export const mayEver = (actor: Actor, action: Action): boolean =>
  rolesOf(actor).some((role) => reachOf(action, role) !== undefined) && ranksHigh(actor, action);

/** @throws NotAllowed for an actor who may never do this; where a title is too low, it says which one is asked. */
export function mustEver(actor: Actor, action: Action): void {
  if (!rolesOf(actor).some((role) => reachOf(action, role) !== undefined)) throw new NotAllowed();
  if (!ranksHigh(actor, action)) throw new NotAllowed(leastRank[action]?.why);
}

/**
 * Lets the act go on, or refuses it.
 * @throws NotAllowed when the actor's roles or title may never do this; NotFound when it may, but not here:
 * the same answer as for a thing that does not exist.
 */
export function authorize(ctx: Pick<Ctx, "actor">, action: Action, scope: Scope): void {
  mustEver(ctx.actor, action);
  const reaches = rolesOf(ctx.actor).flatMap((role) => reachOf(action, role) ?? []);
  if (!reaches.some((reach) => within(ctx.actor, reach, scope))) throw new NotFound();
}

function within(actor: Actor, reach: "centre" | "own" | "account" | "all", scope: Scope): boolean {
  switch (reach) {
    case "all":
      return true;
    case "centre":
      return "centre" in actor && actor.centre === scope.centre;
    case "own":
      return actor.kind === "client" && actor.client === scope.client;
    case "account":
      return actor.kind === "corporate" && actor.account === scope.account;
  }
}
