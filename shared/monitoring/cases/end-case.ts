import type * as z from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Case, tellingOf, triedTwice } from "./case.ts";
import { lookedAfter, waitsForTelling, wound } from "./case-clock.ts";
import { CloseCaseSchema, LookSchema } from "./case-wishes.ts";
import { changeCase, isClosed } from "./change-case.ts";

/**
 * Keeps what was found when somebody looked after the client: that look and every other due by now are done
 * with it. After the last look the case waits for its closing word. A look made before changes nothing.
 * @throws Conflict before anybody was told, and where the case is closed; NotFound as `changeCase`.
 */
export async function recordLook(ctx: Ctx, input: z.input<typeof LookSchema>): Promise<Case> {
  const { client, id, look, note } = parse(LookSchema, input);
  return changeCase(ctx, { client, id }, "case.looked", (before) => {
    if (before.state === "closed") throw isClosed();
    if (waitsForTelling(before)) throw tellFirst();
    const done = { at: ctx.now(), by: { id: ctx.actor.id, name: ctx.actor.name }, note };
    return lookedAfter(before, look, done);
  });
}

/**
 * Says that nobody could be reached: the report may go, the case stays open with its manager, and a later
 * contact takes it up again.
 * @throws Conflict unless two attempts by different channels have failed; NotFound as `changeCase`.
 */
export async function loseContact(ctx: Ctx, client: string, id: string): Promise<Case> {
  return changeCase(ctx, { client, id }, "case.lost-contact", (before) => {
    if (before.state === "lost contact") return before;
    if (before.state !== "open" || tellingOf(before) || !triedTwice(before)) throw tryAgain();
    return wound({ ...before, state: "lost contact" });
  });
}

/**
 * Closes a case with the word on what became of it. A corrected value needs no telling, nor does an old one;
 * anything else is closed only after somebody was told, or contact was lost.
 * @throws Conflict before that; NotFound as `changeCase`.
 */
export async function closeCase(ctx: Ctx, input: z.input<typeof CloseCaseSchema>): Promise<Case> {
  const { client, id, word } = parse(CloseCaseSchema, input);
  return changeCase(ctx, { client, id }, "case.closed", (before) => {
    if (before.state === "closed") return before;
    if (waitsForTelling(before) && before.state !== "lost contact") throw tellFirst();
    const closing = { at: ctx.now(), by: { id: ctx.actor.id, name: ctx.actor.name }, word };
    return wound({ ...before, state: "closed", closings: [...before.closings, closing] });
  });
}

const tellFirst = () =>
  new Conflict({
    en: "Nobody has been told yet. Record the contact first.",
    zh: "尚未通知任何人，请先记录联系情况。",
  });

const tryAgain = () =>
  new Conflict({
    en: "Contact counts as lost after two failed attempts by different channels. Try another channel first.",
    zh: "须以两种不同方式联系均未成功，才可记为失联。请先换一种方式联系。",
  });
