import type * as z from "zod";
import { authorize } from "../access/index.ts";
import { commit } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { AppError, Conflict, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { entriesOf } from "./book-part.ts";
import { forgetRuleBook } from "./load-rule-book.ts";
import { bookSubject, keepSignOff, turnPage, type WrittenBook, writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";
import { RevokeSchema, SignOffNoteSchema } from "./rule-version.ts";

/**
 * The committee's word for one rule (or one entry of the list of important results) that no published text
 * carries. It holds in every later edition that leaves the rule as it is.
 * @throws NotFound where the edition or rule is not; Conflict where it is signed off already; AppError
 * `Unprocessable` for a rule a published text carries, and for a draft.
 */
export async function signOffRule(
  ctx: Ctx,
  set: string,
  rule: string,
  input: z.input<typeof SignOffNoteSchema> = {},
): Promise<void> {
  const { note } = parse(SignOffNoteSchema, input);
  authorize(ctx, "rules:sign", {});
  const { written, book, home } = await found(ctx, set, rule);
  if (book.signOffOf(home, rule))
    throw new Conflict({ en: "This rule is signed off already.", zh: "该规则已签核。" });
  const before = book.signOffs.find((one) => one.set === home && one.rule === rule);
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [
      turnPage(written),
      keepSignOff({ set: home, rule, by, at: ctx.now(), note, v: before?.v ?? 0 }),
    ],
    log: { subject: bookSubject, action: "rule.signed-off", refs: { ruleSet: home, rule } },
  });
  forgetRuleBook(ctx);
}

/**
 * Takes the word back, with the reason: new assessments show the rule as waiting for one. What was signed
 * meanwhile keeps what was true then.
 * @throws NotFound as above, and where nothing was signed off.
 */
export async function revokeSignOff(
  ctx: Ctx,
  set: string,
  rule: string,
  input: z.input<typeof RevokeSchema>,
): Promise<void> {
  const { why } = parse(RevokeSchema, input);
  authorize(ctx, "rules:sign", {});
  const { written, book, home } = await found(ctx, set, rule);
  const given = book.signOffOf(home, rule);
  if (!given) throw new NotFound();
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [turnPage(written), keepSignOff({ ...given, revoked: { by, at: ctx.now(), why } })],
    log: { subject: bookSubject, action: "rule.sign-off-revoked", refs: { ruleSet: home, rule }, why },
  });
  forgetRuleBook(ctx);
}

/** The book, and the edition in which the rule came to be what it is. */
async function found(
  ctx: Ctx,
  set: string,
  rule: string,
): Promise<{ written: WrittenBook; book: RuleBook; home: string }> {
  const written = await writtenBook(ctx);
  const book = bookOf(written.versions, written.signOffs);
  const edition = book.editionCalled(set);
  const entry = edition && entriesOf(book, edition.part, edition.id).find(({ id }) => id === rule);
  if (!edition || !entry) throw new NotFound();
  if (edition.version && edition.version.state !== "signed")
    throw new AppError("Unprocessable", {
      en: "A draft is signed as a whole, its rules with it.",
      zh: "草稿须整体签署，其中规则一并生效。",
    });
  if (entry.status === "published")
    throw new AppError("Unprocessable", {
      en: "A published text carries this rule; it needs no sign-off.",
      zh: "该规则有公开依据，无需签核。",
    });
  return { written, book, home: book.homeOf(edition.id, rule) };
}
