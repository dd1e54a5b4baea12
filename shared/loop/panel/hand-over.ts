import { authorize, staffOf } from "../../access/index.ts";
import { panelPage, reachClient } from "../../clients/index.ts";
import { commit, drop, putNew } from "../../data/commit.ts";
import { getItem, type Key } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { giveTo, mustManage } from "../change-manager.ts";

const atOnce = 50;
const key = (centre: string, id: string): Key => ({ pk: `HANDOVER#${centre}`, sk: id });

/** What a hand-over has moved, so that it can be taken back. */
export interface HandOver {
  id: string;
  from: string;
  to: string;
  clients: string[];
}

/**
 * Gives a health manager's whole panel, with every open follow-up, to another for good; each client in a commit of
 * their own. Stopped on the way, the same hand-over again goes on with whoever is left.
 * @throws InvalidInput for somebody who is no health manager of the centre, or the same person twice.
 */
export async function handOverPanel(ctx: Ctx, from: string, to: string): Promise<HandOver> {
  const centre = mayHandOver(ctx);
  const managers = (await staffOf(ctx, centre)).filter(({ roles }) => roles.includes("health-manager"));
  if (from === to || !managers.some(({ id }) => id === to)) throw nobody();
  const clients: string[] = [];
  for (let after = ""; ; ) {
    const page = await panelPage(ctx, centre, from || "none", atOnce, after);
    for (const number of page) if (await giveTo(ctx, number, to, from)) clients.push(number);
    after = page.at(-1) ?? "";
    if (page.length < atOnce) break;
  }
  const id = ctx.newId();
  await commit(ctx, {
    changes: [putNew({ ...key(centre, id), from, to, clients })],
    log: {
      subject: `STAFF#${centre}`,
      action: "panel.handed-over",
      refs: { handOver: id, from, to, clients: clients.length },
    },
  });
  return { id, from, to, clients };
}

/** Gives back whom a hand-over moved and who is still with the new manager. Twice changes nothing. */
export async function takeBackPanel(ctx: Ctx, id: string): Promise<number> {
  const centre = mayHandOver(ctx);
  const item = await getItem(ctx, key(centre, id));
  if (!item) throw new NotFound();
  const { from, to, clients } = item as unknown as HandOver;
  let back = 0;
  for (const number of clients) if (await giveTo(ctx, number, from, to)) back += 1;
  await commit(ctx, {
    changes: [drop({ ...key(centre, id), v: 1 })],
    log: {
      subject: `STAFF#${centre}`,
      action: "panel.taken-back",
      refs: { handOver: id, from: to, to: from, clients: back },
    },
  });
  return back;
}

/**
 * Several clients to one manager, or (`""`) to nobody; who has that manager already is left alone.
 * @throws InvalidInput (`manager`) for somebody who is no health manager of the centre; as `reachClient`.
 */
export async function assignClients(
  ctx: Ctx,
  numbers: readonly string[],
  to: string,
): Promise<{ client: string; from: string }[]> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  await mustManage(ctx, ctx.actor.centre, to);
  const moved: { client: string; from: string }[] = [];
  for (const number of new Set(numbers)) {
    const { manager: from = "" } = await reachClient(ctx, "client:change", number);
    if (await giveTo(ctx, number, to, from)) moved.push({ client: number, from });
  }
  return moved;
}

function mayHandOver(ctx: Ctx): string {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  authorize(ctx, "panel:hand-over", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}

const nobody = () =>
  new InvalidInput([
    {
      field: "to",
      message: { en: "Choose another health manager of this centre.", zh: "请选择本中心的另一位健康管家。" },
    },
  ]);
