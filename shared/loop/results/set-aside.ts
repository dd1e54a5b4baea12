import type * as z from "zod";
import { commit, withRetry } from "../../data/commit.ts";
import { type Held, saveHeld } from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { heldHere } from "./quarantine.ts";
import { UnlinkSchema } from "./quarantine-schema.ts";

/**
 * Sets held results aside that belong into no file here, with the reason: they stay to be read, and the same
 * words sent again are not held again. Setting aside twice changes nothing.
 * @throws NotFound for a row there is not here; Conflict where it is filed with somebody.
 */
export async function setAside(ctx: Ctx, mark: string, input: z.input<typeof UnlinkSchema>): Promise<Held> {
  const { reason } = parse(UnlinkSchema, input);
  return withRetry(ctx, async () => {
    const held = await heldHere(ctx, mark);
    if (held.state === "aside") return held;
    if (held.state === "linked") throw filed();
    return keep(ctx, { ...held, state: "aside", aside: { at: ctx.now(), by: ctx.actor.id, reason } });
  });
}

/** Held results that were set aside wait again; putting back twice changes nothing. */
export async function putBack(ctx: Ctx, mark: string): Promise<Held> {
  return withRetry(ctx, async () => {
    const { aside, ...held } = await heldHere(ctx, mark);
    return held.state === "aside" ? keep(ctx, { ...held, state: "waiting" }) : held;
  });
}

async function keep(ctx: Ctx, held: Held): Promise<Held> {
  const act = held.state === "aside" ? "set aside" : "put back";
  const step = { act, at: ctx.now(), by: ctx.actor.id } as const;
  const kept: Held = { ...held, history: [...held.history, step] };
  const action = held.state === "aside" ? "row.set-aside" : "row.put-back";
  await commit(ctx, {
    changes: [saveHeld(kept)],
    log: { subject: `HELD#${held.centre}`, action, refs: { held: held.mark } },
  });
  return { ...kept, v: held.v + 1 };
}

const filed = () =>
  new Conflict({
    en: "These results are filed with a client. Take them out of that file first.",
    zh: "这些结果已归入客户档案。请先从该档案移出。",
  });
