import type * as z from "zod";
import { mayEver, staffOf } from "../access/index.ts";
import {
  type ChangeClientSchema,
  type Client,
  changeClient,
  clientOf,
  type Enrol,
  enrolClient,
  saveClient,
  subjectOf,
} from "../clients/index.ts";
import { type Change, commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { InvalidInput } from "../kernel/errors.ts";
import { changesOf, handOver, openBook } from "../monitoring/index.ts";
import { assessedAnew } from "./answer-health.ts";

/**
 * Changes the parts of a file that were sent. What is said of an exam that nobody has signed yet is said anew
 * when health answers come. A new health manager has the client's open follow-ups on the
 * list with the same commit; `manager: ""` leaves the client, and them, to nobody.
 * @throws InvalidInput (`manager`) for somebody who is no health manager of the centre; as `changeClient`.
 */
export async function changeFile(
  ctx: Ctx,
  number: string,
  input: z.input<typeof ChangeClientSchema>,
): Promise<Client> {
  return changeClient(ctx, number, input, async (client, before) => {
    if (client.manager !== before.manager) await mustManage(ctx, client.centre, client.manager);
    const answered = input.health ? await assessedAnew(ctx, client) : [];
    return [...(await handedOver(ctx, client)), ...answered];
  });
}

/**
 * Enrols a client. What was opened while somebody was a prospect goes to the chosen health manager's list
 * with the same commit, and their exams are looked at again with what they told.
 * @throws InvalidInput (`manager`) for somebody who is no health manager of the centre; as `enrolClient`.
 */
export async function enrol(ctx: Ctx, input: Enrol, idempotencyKey?: string): Promise<Client> {
  if (ctx.actor.kind === "staff" && mayEver(ctx.actor, "client:enrol"))
    await mustManage(ctx, ctx.actor.centre, input.manager);
  return enrolClient(ctx, input, idempotencyKey, async (client) => [
    ...(await handedOver(ctx, client)),
    ...(await assessedAnew(ctx, client)),
  ]);
}

/**
 * A client with every open follow-up from one manager's list to another's, in one commit. The caller has asked
 * whether the actor may. @returns false for whoever is not with `from` any more, or not of this centre.
 */
export function giveTo(ctx: Ctx, number: string, to: string, from: string): Promise<boolean> {
  return withRetry(ctx, async () => {
    const before = await clientOf(ctx, number);
    const { manager: had = "", ...kept } = before ?? ({} as Client);
    if (!before || had !== from || from === to) return false;
    if (!("centre" in ctx.actor) || ctx.actor.centre !== before.centre) return false;
    const client: Client = { ...kept, ...(to ? { manager: to } : {}) };
    await commit(ctx, {
      changes: [saveClient(client), ...(await handedOver(ctx, client))],
      log: {
        subject: subjectOf(number),
        action: "client.manager-changed",
        refs: { from, to },
        v: before.v + 1,
      },
    });
    return true;
  });
}

const handedOver = async (ctx: Ctx, { number, manager = "" }: Client): Promise<Change[]> =>
  changesOf(handOver(await openBook(ctx, number), manager));

export async function mustManage(ctx: Ctx, centre: string, manager: string | undefined): Promise<void> {
  if (!manager) return;
  const staff = await staffOf(ctx, centre);
  if (!staff.some(({ id, roles }) => id === manager && roles.includes("health-manager"))) throw nobody();
}

const nobody = () =>
  new InvalidInput([
    {
      field: "manager",
      message: { en: "Choose a health manager of this centre.", zh: "请选择本中心的健康管家。" },
    },
  ]);
