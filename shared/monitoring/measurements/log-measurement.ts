import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, inputHash, madeBefore, onceKey, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, Conflict, type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addMinutes, epochMs, instantOf, localDate } from "../../kernel/time.ts";
import { catalogueItem, plausibilityOf } from "../../testing/index.ts";
import { type Closed, closeBySeries } from "../follow-ups/close-by-evidence.ts";
import { changesOf, openBook } from "../follow-ups/follow-ups.store.ts";
import { openIn } from "../follow-ups/open-book.ts";
import {
  type LogMeasurement,
  LogMeasurementSchema,
  type Measurement,
  measurementKinds,
} from "./measurement.ts";
import { addMeasurement, measurementsSince } from "./measurements.store.ts";

/**
 * Keeps one reading taken at home. A value no living person has is refused; an unusual one must be said
 * again (`confirmed`). A home series it completes ends the follow-up that asked for one. The same
 * idempotency key is the same reading.
 * @throws InvalidInput naming each value; AlreadyThere for a second reading of a kind at one instant.
 */
export async function logMeasurement(
  ctx: Ctx,
  input: LogMeasurement,
  idempotencyKey?: string,
): Promise<Measurement> {
  const wanted = parse(LogMeasurementSchema, input);
  const { client, kind } = wanted;
  const { zone } = await reachClient(ctx, "measurement:log", client);
  const once = idempotencyKey ? onceKey(ctx, "measurement:log", idempotencyKey) : undefined;
  const now = ctx.now();
  const at = wanted.at ? instantOf(epochMs(wanted.at)) : now;
  const { values, unusual } = checked(wanted, at > addMinutes(now, 5));
  const measurement: Measurement = {
    client,
    at,
    date: localDate(at, zone),
    kind,
    values,
    device: wanted.device,
    unusual,
    by: ctx.actor.id,
    ...(wanted.note ? { note: wanted.note } : {}),
    v: 1,
  };
  return withRetry(ctx, async () => {
    const made = once ? await madeBefore(ctx, once, input) : undefined;
    if (made) return readingAt(ctx, client, kind, made["at"] as string);
    const settled = await settledBy(ctx, measurement);
    await commit(ctx, {
      changes: [...changesOf(settled.book), addMeasurement(measurement, once ? maybeSame : thereAlready)],
      log: [
        { subject: `C#${client}`, action: "measurement.logged", refs: { at }, v: 1 },
        ...settled.closed.map(({ id }) => ({
          subject: `C#${client}`,
          action: "follow-up.done",
          refs: { followUp: id },
        })),
      ],
      ...(once ? { once: { key: once, input: inputHash(input), made: { at } } } : {}),
    });
    return measurement;
  });
}

/** What the reading settles together with the ones before it: readings on several days make a series. */
async function settledBy(ctx: Ctx, reading: Measurement): Promise<Closed> {
  const book = await openBook(ctx, reading.client);
  const raised = openIn(book)
    .map(({ openedBy }) => openedBy.date)
    .sort()[0];
  if (reading.kind !== "blood-pressure" || !raised) return { book, closed: [], asked: [] };
  const before = await measurementsSince(ctx, reading.client, raised);
  return closeBySeries(book, [...before, reading], { now: ctx.now(), by: ctx.actor.id });
}

function checked(
  { kind, values, confirmed }: z.output<typeof LogMeasurementSchema>,
  ahead: boolean,
): { values: Measurement["values"]; unusual: boolean } {
  const items: readonly string[] = measurementKinds[kind];
  const problems: FieldProblem[] = ahead ? [{ field: "at", message: notYet }] : [];
  let unusual = false;
  for (const item of Object.keys(values))
    if (!items.includes(item)) problems.push({ field: `values.${item}`, message: notOfThis });
  for (const item of items) {
    const value = values[item];
    if (value === undefined) {
      problems.push({ field: `values.${item}`, message: missing });
      continue;
    }
    const plausibility = plausibilityOf(item, value);
    if (plausibility === "impossible") problems.push({ field: `values.${item}`, message: impossible });
    if (plausibility === "unlikely") unusual = true;
    if (plausibility === "unlikely" && !confirmed)
      problems.push({ field: `values.${item}`, message: unlikely });
  }
  if (problems.length) throw new InvalidInput(problems);
  const kept = items.map((item) => ({
    item,
    value: values[item] as number,
    unit: catalogueItem(item)?.unit ?? "",
  }));
  return { values: kept, unusual };
}

async function readingAt(ctx: Ctx, client: string, kind: string, at: string): Promise<Measurement> {
  const found = (await measurementsSince(ctx, client, at)).find((one) => one.at === at && one.kind === kind);
  if (!found) throw thereAlready();
  return found;
}

const missing = { en: "Please fill this in.", zh: "请填写此项。" };
const notOfThis = {
  en: "This does not belong to this reading; leave it out.",
  zh: "该项不属于本次测量，请去掉。",
};
const notYet = { en: "This time is still to come.", zh: "测量时间不能晚于现在。" };
const impossible = {
  en: "This value cannot be. Check it and its unit.",
  zh: "该数值不可能出现，请核对数值与单位。",
};
const unlikely = {
  en: "This value is unusual. If it is right, confirm it.",
  zh: "该数值不常见，如确认无误请再次确认。",
};
/** Under a key the reading that is there may be this very one: looking again tells. */
const maybeSame = () => new Conflict();
const thereAlready = () => new AlreadyThere({ en: "This reading is there already.", zh: "该次测量已记录。" });
