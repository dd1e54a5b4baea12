import type { Actor } from "../../../../shared/kernel/context.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";

export type StaffActor = Extract<Actor, { kind: "staff" }>;

/**
 * Whoever works at the centre. Some verbs are open to clients as well; these desks are not.
 * @throws NotFound for everybody else.
 */
export function staffAt(actor: Actor): StaffActor {
  if (actor.kind !== "staff") throw new NotFound();
  return actor;
}
