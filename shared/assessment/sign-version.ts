import type * as z from "zod";
import { authorize } from "../access/index.ts";
import { commit } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { AppError, Conflict, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { addDays, localDate } from "../kernel/time.ts";
import { mustStand, openDraft } from "./draft-version.ts";
import { forgetRuleBook } from "./load-rule-book.ts";
import { bookSubject, saveVersion, turnPage, writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";
import { type RuleVersion, SignVersionSchema, WithdrawSchema } from "./rule-version.ts";

/**
 * The medical committee's signature: from its day on, which is later than today, assessments of exams use this
 * version; it is never edited again. Editions follow one another: each is made from the one before it.
 * @throws Conflict where a later edition is signed already, or one came between it and its base.
 */
export async function signVersion(
  ctx: Ctx,
  id: string,
  input: z.input<typeof SignVersionSchema> = {},
): Promise<void> {
  const { seen } = parse(SignVersionSchema, input);
  authorize(ctx, "rules:sign", {});
  const written = await writtenBook(ctx);
  const book = bookOf(written.versions, written.signOffs);
  const draft = openDraft(book, id, seen);
  mustStand(ctx, book, draft);
  mustFollow(book, draft);
  const signed: RuleVersion = {
    ...draft,
    state: "signed",
    signedBy: { id: ctx.actor.id, name: ctx.actor.name },
    signedAt: ctx.now(),
  };
  await commit(ctx, {
    changes: [turnPage(written), saveVersion(signed)],
    log: {
      subject: bookSubject,
      action: "rules.signed",
      refs: { version: id, effectiveFrom: signed.effectiveFrom },
      v: signed.v + 1,
    },
  });
  forgetRuleBook(ctx);
}

/** A chain, each edition from the one before: or a signature would silently undo another one's. */
function mustFollow(book: RuleBook, draft: RuleVersion): void {
  const later = book.versions.find(
    ({ part, state, effectiveFrom }) =>
      part === draft.part && state === "signed" && effectiveFrom >= draft.effectiveFrom,
  );
  if (later)
    throw new Conflict({
      en: `Version ${later.id} takes effect on ${later.effectiveFrom}. Choose a later day.`,
      zh: `版本 ${later.id} 将于 ${later.effectiveFrom} 生效，请选择更晚的日期。`,
    });
  const before = book.editionFor(draft.part, addDays(draft.effectiveFrom, -1));
  if (before.id !== draft.base)
    throw new Conflict({
      en: `It was made from ${draft.base}, but ${before.id} is in force before it. Begin it again from ${before.id}.`,
      zh: `该草稿以 ${draft.base} 为基础，但其生效前执行的是 ${before.id}。请以 ${before.id} 为基础重新起草。`,
    });
}

/**
 * Takes a version back: a draft at any time, a signed one by the committee until the day before it takes
 * effect. What is in force is ended by another version.
 * @throws NotFound; AppError `Unprocessable` once it is in force; Conflict when it was withdrawn before, or
 * a signed version was made from it.
 */
export async function withdrawVersion(
  ctx: Ctx,
  id: string,
  input: z.input<typeof WithdrawSchema>,
): Promise<void> {
  const { why } = parse(WithdrawSchema, input);
  authorize(ctx, "rules:draft", {});
  const written = await writtenBook(ctx);
  const version = written.versions.find((one) => one.id === id);
  if (!version) throw new NotFound();
  if (version.state === "withdrawn") throw new Conflict();
  if (version.state === "signed") {
    authorize(ctx, "rules:sign", {});
    if (version.effectiveFrom <= localDate(ctx.now())) throw inForce();
    if (written.versions.some((one) => one.base === id && one.state === "signed")) throw builtUpon();
  }
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [
      turnPage(written),
      saveVersion({ ...version, state: "withdrawn", withdrawn: { by, at: ctx.now(), why } }),
    ],
    log: { subject: bookSubject, action: "rules.withdrawn", refs: { version: id }, v: version.v + 1, why },
  });
  forgetRuleBook(ctx);
}

const inForce = () =>
  new AppError("Unprocessable", {
    en: "This version is in force. Sign another version to end it.",
    zh: "该版本已经生效。如需更改，请签署新的版本。",
  });

const builtUpon = () =>
  new Conflict({
    en: "A signed version was made from this one. Withdraw that one first.",
    zh: "已有签署的版本以此版本为基础，请先撤回该版本。",
  });
