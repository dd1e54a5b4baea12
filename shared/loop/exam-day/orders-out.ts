import { authorize } from "../../access/index.ts";
import { clientsOf, openList, openRecord, reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import {
  type Acknowledge,
  AcknowledgeSchema,
  fhirOrders,
  hl7Orders,
  type Ordered,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import {
  examOf,
  hasEnded,
  kindOf,
  type OrderKind,
  type Outgoing,
  orderKinds,
  ordersWaiting,
  outgoingOf,
  saveOutgoing,
} from "../../testing/index.ts";

/** One message to another system; `hl7` and `fhir` say the same. */
export interface OrderMessage {
  id: string;
  client: string;
  exam: string;
  kind: OrderKind;
  control: Outgoing["control"];
  hl7: string;
  fhir: ReturnType<typeof fhirOrders>;
}

const messageOf = (ordered: Ordered): OrderMessage => {
  const { id, kind, control, exam, client } = ordered;
  const wire = { hl7: hl7Orders(ordered), fhir: fhirOrders(ordered) };
  return { id, client: client.number, exam: exam.id, kind, control, ...wire };
};

/** The open orders of an exam as one message to the laboratory or to imaging, the reading traced. */
export async function ordersOfExam(
  ctx: Ctx,
  number: string,
  id: string,
  kind: OrderKind,
): Promise<OrderMessage> {
  const client = await openRecord(ctx, "orders:fetch", number, "orders");
  const exam = await examOf(ctx, number, id);
  if (!exam) throw new NotFound();
  const open = exam.orders.filter((order) => !hasEnded(order) && kindOf(order.item) === kind);
  const items = open.map(({ item }) => item);
  return messageOf({ id: `${exam.id}-${kind}`, kind, control: "NW", exam, client, items, at: ctx.now() });
}

const atOnce = 50;

/**
 * Orders that no system has said it took, oldest first and refused ones last, 50 of a system at a time, as they are
 * now; the reading traced. They come again until they are acknowledged.
 */
export async function newOrders(ctx: Ctx, kind?: OrderKind): Promise<OrderMessage[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "orders:fetch", { centre });
  const waiting = await ordersWaiting(ctx, centre, kind ? [kind] : orderKinds, atOnce);
  const numbers = waiting.map(({ client }) => client);
  await openList(ctx, "orders", numbers);
  const clients = new Map((await clientsOf(ctx, [...new Set(numbers)])).map((one) => [one.number, one]));
  const told = await Promise.all(
    waiting.map(async (one) => {
      const client = clients.get(one.client);
      const exam = client && (await examOf(ctx, one.client, one.exam));
      return client && exam ? [messageOf({ ...one, client, exam })] : [];
    }),
  );
  return told.flat();
}

/** What the other system said of a message: AA takes it off the list; an error or a refusal leaves it there. */
export async function acknowledgeOrders(
  ctx: Ctx,
  number: string,
  id: string,
  input: Acknowledge,
): Promise<Outgoing> {
  const { code } = parse(AcknowledgeSchema, input);
  await reachClient(ctx, "orders:fetch", number);
  return withRetry(ctx, async () => {
    const before = await outgoingOf(ctx, number, id);
    if (!before) throw new NotFound();
    if (before.acknowledged?.code === "AA") return before;
    const acknowledged = { at: ctx.now(), by: ctx.actor.id, code };
    const after: Outgoing = { ...before, acknowledged };
    await commit(ctx, {
      changes: [saveOutgoing(after)],
      log: {
        subject: `C#${number}`,
        action: "orders.acknowledged",
        refs: { order: id, code },
        v: before.v + 1,
      },
    });
    return { ...after, v: before.v + 1 };
  });
}
