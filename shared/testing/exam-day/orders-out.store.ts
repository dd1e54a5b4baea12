import * as z from "zod";
import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, getItems, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { epochMs } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Exam } from "./exam.ts";

/** Which system an order goes to: the laboratory's (LIS) or that of the imaging departments (RIS). */
export const orderKinds = ["lab", "imaging"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** Orders of one exam to be told to another system, until it has said that it took them. */
export const OutgoingSchema = z.object({
  id: z.string(),
  client: z.string(),
  centre: z.string(),
  exam: z.string(),
  kind: z.enum(orderKinds),
  /** ORC-1: new, or cancelled. */
  control: z.enum(["NW", "CA"]),
  items: z.array(z.string()),
  at: z.string(),
  acknowledged: z.object({ at: z.string(), by: z.string(), code: z.enum(["AA", "AE", "AR"]) }).optional(),
  v: z.number().int(),
});
export type Outgoing = z.infer<typeof OutgoingSchema>;

const imagingRooms = new Set(["ultrasound", "X-ray", "CT", "MR", "DXA", "mammography", "endoscopy"]);

/** Where an item is ordered from; undefined for what is measured here. */
export function kindOf(code: string): OrderKind | undefined {
  const item = catalogueItem(code);
  if (item?.specimen) return "lab";
  return item && imagingRooms.has(item.room) ? "imaging" : undefined;
}

const outKey = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `SENT#${id}` });
const listOf = (centre: string, kind: OrderKind): string => `ORDERS#${centre}#${kind}`;

/** What was refused stands behind what nobody has seen yet, so that it holds up nothing. */
const placeOf = ({ id, acknowledged }: Outgoing): string => `${acknowledged ? "refused" : "new"}#${id}`;

/** An order nobody took within a month is of a sample that no longer exists. */
const keptDays = 30;

function outItem(one: Outgoing): Item & { v: number } {
  const taken = one.acknowledged?.code === "AA";
  return {
    ...outKey(one.client, one.id),
    ...one,
    expires: Math.floor(epochMs(one.at) / 1000) + keptDays * 24 * 3600,
    ...(taken ? {} : { listPk: listOf(one.centre, one.kind), listSk: placeOf(one) }),
  };
}

/** What must be written so that other systems hear of these items: one message a system. */
export const tellOrders = (
  ctx: Ctx,
  exam: Exam,
  items: readonly string[],
  control: Outgoing["control"] = "NW",
): Change[] =>
  orderKinds.flatMap((kind) => {
    const own = items.filter((item) => kindOf(item) === kind);
    if (!own.length) return [];
    const { client, centre, id } = exam;
    return [
      putNew(
        outItem({
          id: ctx.newId(),
          client,
          centre,
          exam: id,
          kind,
          control,
          items: own,
          at: ctx.now(),
          v: 1,
        }),
      ),
    ];
  });

export const saveOutgoing = (one: Outgoing): Change => save(outItem(one));

export async function outgoingOf(ctx: Ctx, client: string, id: string): Promise<Outgoing | undefined> {
  const item = await getItem(ctx, outKey(client, id));
  return item && OutgoingSchema.parse(item);
}

/**
 * Orders nobody has taken yet, oldest first, those that were refused last; at most `limit` a system. Each system has a list of its own: one
 * that stands still does not keep another from its orders.
 */
export async function ordersWaiting(
  ctx: Ctx,
  centre: string,
  kinds: readonly OrderKind[],
  limit: number,
): Promise<Outgoing[]> {
  const lists = await Promise.all(
    kinds.map((kind) => query(ctx, { index: "list", pk: listOf(centre, kind), limit })),
  );
  const found = await getItems(
    ctx,
    lists.flatMap(({ items }) => items.map(({ pk, sk }) => ({ pk, sk }))),
  );
  return found
    .map((item) => OutgoingSchema.parse(item))
    .filter((one) => one.acknowledged?.code !== "AA")
    .sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
}
