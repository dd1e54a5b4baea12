import { authorize } from "../../access/index.ts";
import { type ClientCard, clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Exam, withOrders } from "./exam.ts";
import { examsNamed } from "./exams-here.ts";
import { toDo } from "./orders.ts";
import { addRecall, type Recall, recallsOpen } from "./recalls.store.ts";
import { type Reject, RejectSchema } from "./wishes.ts";
import { workExam } from "./work-exam.ts";

/**
 * A sample that cannot be used: what it was for waits again, and the client stands on the desk's list until a
 * new sample is drawn or they say no (promise: a recall ends by one of the two and by nothing else).
 * @throws Conflict for a sample already rejected, or one with a result.
 */
export function rejectSample(ctx: Ctx, client: string, id: string, n: number, input: Reject): Promise<Exam> {
  const { reason, note } = parse(RejectSchema, input);
  return workExam(ctx, "samples:work", client, id, (exam) => {
    const sample = exam.samples.find((one) => one.n === n);
    if (!sample) throw new NotFound();
    const items = exam.orders
      .filter(({ item, state }) => sample.items.includes(item) && state === "collected")
      .map(({ item }) => item);
    if (sample.state === "rejected" || !items.length)
      throw new Conflict({
        en: "This sample is rejected already, or its results are here.",
        zh: "该标本已退回，或结果已出。",
      });
    const by = { at: ctx.now(), by: ctx.actor.id };
    const recall: Recall = {
      client,
      centre: exam.centre,
      exam: id,
      sample: n,
      items,
      reason: note ? `${reason}: ${note}` : reason,
      ...by,
      v: 1,
    };
    const waiting = withOrders(exam, (order) =>
      items.includes(order.item) ? { ...order, state: "ordered" } : undefined,
    );
    return {
      exam: {
        ...waiting,
        samples: exam.samples.map((one) =>
          one.n === n ? { ...one, state: "rejected", rejected: { ...by, reason: recall.reason } } : one,
        ),
      },
      action: "sample.rejected",
      refs: { sample: n, reason },
      changes: [addRecall(recall)],
    };
  });
}

/** Who is to be asked back for a sample, as long as one of its items waits, with their names, the list traced. */
export async function readRecalls(ctx: Ctx): Promise<{ recall: Recall; client: ClientCard | undefined }[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "samples:read", { centre });
  const recalls = await stillWaiting(ctx, await recallsOpen(ctx, centre));
  const numbers = recalls.map(({ client }) => client);
  await openList(ctx, "recalls", numbers);
  const cards = await clientCards(ctx, numbers);
  return recalls.map((recall) => ({ recall, client: cards.get(recall.client) }));
}

/** A result that came after all, of the rejected sample or from elsewhere, leaves nobody to be asked back. */
async function stillWaiting(ctx: Ctx, recalls: readonly Recall[]): Promise<Recall[]> {
  const exams = await examsNamed(ctx, recalls);
  const waits = new Set(exams.flatMap((exam) => toDo(exam).map((item) => `${exam.id} ${item}`)));
  return recalls.filter(({ exam, items }) => items.some((item) => waits.has(`${exam} ${item}`)));
}
