import type { Ctx } from "../kernel/context.ts";

/**
 * The clients of a manager from whom nothing has come for as long as their monitoring plan bears, or undefined
 * where nobody has a plan that says how long: then no list speaks of silence. Monitoring plans answer it.
 */
export type SilentClients = (
  ctx: Ctx,
  centre: string,
  manager: string,
) => Promise<ReadonlySet<string> | undefined>;

/** Until there are monitoring plans nobody can be silent, and the worklist shows no such chip. */
export const silentClients: SilentClients = async () => undefined;
