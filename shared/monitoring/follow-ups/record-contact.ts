import { reachClient } from "../../clients/index.ts";
import { commit, inputHash, madeBefore, onceKey, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { type Case, type Contact, tells, wasReached } from "../cases/case.ts";
import { withContact } from "../cases/case-clock.ts";
import { type RecordContact, RecordContactSchema } from "../cases/case-wishes.ts";
import { casesFor, saveCase } from "../cases/cases.store.ts";
import { isClosed } from "../cases/change-case.ts";
import { settleTold } from "../cases/settle-told.ts";
import { changesOf, openBook } from "./follow-ups.store.ts";

/**
 * Keeps one attempt to tell somebody of a critical value, for the case and those spoken of with it. The first
 * that reaches somebody (of their safety, the client) stops the clock of telling, sets the looks at 24 h and 7 d, and ends with the same
 * commit the follow-ups that asked only for this. The same idempotency key is the same contact.
 * @throws NotFound where a case is not there for this client and actor; Conflict where it is closed; InvalidInput
 * for a conversation about safety without a note of what was agreed.
 */
export async function recordContact(ctx: Ctx, input: RecordContact, idempotencyKey?: string): Promise<Case> {
  const { client, id, also, ...said } = parse(RecordContactSchema, input);
  await reachClient(ctx, "case:work", client);
  const once = idempotencyKey ? onceKey(ctx, "case:contact", idempotencyKey) : undefined;
  return withRetry(ctx, async () => {
    const before = await casesFor(ctx, client);
    const asked = [...new Set([id, ...also])].map((wanted) => caseIn(before, wanted));
    if (once && (await madeBefore(ctx, once, input))) return caseIn(before, id);
    if (asked.some(({ state }) => state === "closed")) throw isClosed();
    if (!said.note && asked.some((one) => one.kind === "safety" && tells(one, said))) throw nothingAgreed();
    const by = { id: ctx.actor.id, name: ctx.actor.name };
    const contact: Contact = { at: ctx.now(), by, ...withoutGaps(said) };
    const after = asked.map((one) => withContact(one, contact));
    const known = before.map((one) => after.find((changed) => changed.id === one.id) ?? one);
    const settled = wasReached(contact)
      ? settleTold(await openBook(ctx, client), known, { now: ctx.now(), by: ctx.actor.id })
      : undefined;
    const subject = `C#${client}`;
    await commit(ctx, {
      changes: [...after.map(saveCase), ...(settled ? changesOf(settled.book) : [])],
      log: [
        ...after.map((one) => ({
          subject,
          action: tells(one, contact)
            ? "case.told"
            : wasReached(contact)
              ? "case.others-reached"
              : "case.not-reached",
          refs: { case: one.id },
          v: one.v + 1,
        })),
        ...(settled?.closed ?? []).map((followUp) => ({
          subject,
          action: "follow-up.done",
          refs: { followUp: followUp.id },
        })),
      ],
      ...(once ? { once: { key: once, input: inputHash(input), made: { case: id } } } : {}),
    });
    const told = caseIn(after, id);
    return { ...told, v: told.v + 1 };
  });
}

function caseIn(cases: readonly Case[], id: string): Case {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

const nothingAgreed = () =>
  new InvalidInput([
    {
      field: "note",
      message: { en: "Write what was agreed with the client.", zh: "请填写与本人的约定。" },
    },
  ]);

const withoutGaps = ({
  note,
  ...said
}: Omit<Contact, "at" | "by" | "note"> & { note?: string | undefined }) => ({
  ...said,
  ...(note ? { note } : {}),
});
