import { type Change, putNew } from "../../data/commit.ts";
import { type Item, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { AppError } from "../../kernel/errors.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Measurement, MeasurementSchema } from "./measurement.ts";

const item = (measurement: Measurement): Item => ({
  pk: `C#${measurement.client}`,
  sk: `MEA#${measurement.at}#${measurement.kind}`,
  ...measurement,
});

/** One reading of a kind at an instant; the same again is refused. */
export const addMeasurement = (measurement: Measurement, refusal: () => AppError): Change =>
  putNew(item(measurement), refusal);

/** A client's readings from an instant on, oldest first. */
export async function measurementsSince(ctx: Ctx, client: string, since: Instant): Promise<Measurement[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, from: `MEA#${since}`, to: "MEA#~" });
  return measurementsIn(items);
}

/** The readings among the items of a client, oldest first. */
export const measurementsIn = (items: readonly Item[]): Measurement[] =>
  items.filter(({ sk }) => sk.startsWith("MEA#")).map((found) => MeasurementSchema.parse(found));
