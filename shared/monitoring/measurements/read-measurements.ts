import type { Ctx } from "../../kernel/context.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Measurement } from "./measurement.ts";
import { measurementsSince } from "./measurements.store.ts";

/** A client's readings from an instant on (all of them without one), oldest first. */
export const measurementsOf = (
  ctx: Ctx,
  client: string,
  { since = "" }: { since?: Instant },
): Promise<Measurement[]> => measurementsSince(ctx, client, since);
