import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import type { Contact } from "../cases/case.ts";
import { withContact } from "../cases/case-clock.ts";
import { casesFor, saveCase } from "../cases/cases.store.ts";
import { untoldBehind } from "../cases/settle-told.ts";
import { type Besides, endFollowUp } from "./end-follow-up.ts";
import { type FollowUp, type OutcomeKind, outcomeKinds } from "./follow-up.ts";
import { recheckRule } from "./recheck-rule.ts";
import { OutcomeSchema } from "./wishes.ts";

/** The records that end a follow-up of this re-check rule as done; none where only a value or a report does. */
export function outcomesOf(rule: string): OutcomeKind[] {
  const ways = recheckRule(rule).closedBy.anyOf;
  return outcomeKinds.filter((kind) => ways.some((way) => "record" in way && way.record === kind));
}

/**
 * Ends a follow-up as done by what a person did and writes down: the client was told, a referral came back,
 * a treatment was begun. Its rule must accept that kind of record. That the client was told is kept with the
 * critical values behind it too, and stops their clocks.
 * @throws InvalidInput for a kind the rule does not accept, and for a day still to come or before the
 * finding; NotFound where it is not open for this client and actor.
 */
export async function recordOutcome(ctx: Ctx, input: z.input<typeof OutcomeSchema>): Promise<FollowUp> {
  const { client, id, kind, note, ...said } = parse(OutcomeSchema, input);
  const { zone } = await reachClient(ctx, "follow-up:work", client);
  const today = localDate(ctx.now(), zone);
  const { date = today } = said;
  if (date > today) throw wrongDay();
  return endFollowUp(ctx, {
    client,
    id,
    state: "done",
    closed: { reason: note, evidence: { items: [], date, record: kind } },
    check(followUp) {
      if (!outcomesOf(followUp.rule).includes(kind)) throw wrongKind();
      if (date < followUp.openedBy.date) throw wrongDay();
    },
    besides: (followUp) => toldOf(ctx, followUp, note),
  });
}

/** The contact with the client, for each case the follow-up stands for that nobody has heard of yet. */
export async function toldOf(ctx: Ctx, followUp: FollowUp, note: string): Promise<Besides> {
  const untold = untoldBehind(followUp, await casesFor(ctx, followUp.client));
  const contact: Contact = {
    at: ctx.now(),
    by: { id: ctx.actor.id, name: ctx.actor.name },
    person: "client",
    outcome: followUp.rule === "class-a" ? "confirmed" : "reached, no read-back",
    note,
  };
  return {
    changes: untold.map((one) => saveCase(withContact(one, contact))),
    log: untold.map(({ client, id, v }) => ({
      subject: `C#${client}`,
      action: "case.told",
      refs: { case: id },
      v: v + 1,
    })),
  };
}

const wrongDay = () =>
  new InvalidInput([
    {
      field: "date",
      message: {
        en: "Give the day it happened: not before the exam, and not in the future.",
        zh: "请填写实际发生日期：不早于体检日，且不晚于今天。",
      },
    },
  ]);

const wrongKind = () =>
  new InvalidInput([
    {
      field: "kind",
      message: {
        en: "A record of this kind does not end this follow-up.",
        zh: "该类记录不能结束这项随访。",
      },
    },
  ]);
