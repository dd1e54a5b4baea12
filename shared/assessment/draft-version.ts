import type * as z from "zod";
import { authorize } from "../access/index.ts";
import { commit, inputHash, madeBefore, onceKey, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { localDate } from "../kernel/time.ts";
import { draftProblems } from "./draft-problems.ts";
import { addVersion, bookSubject, saveVersion, turnPage, writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";
import { DraftSchema, RedraftSchema, type RuleVersion } from "./rule-version.ts";

/**
 * Begins a version of a rule set (or of the list of important results) with other cut-offs. It changes
 * nothing until it is signed and its day has come. The same idempotency key begins it once.
 * @throws InvalidInput naming each change that cannot stand.
 */
export async function draftVersion(
  ctx: Ctx,
  input: z.input<typeof DraftSchema>,
  idempotencyKey?: string,
): Promise<{ id: string }> {
  const draft = parse(DraftSchema, input);
  authorize(ctx, "rules:draft", {});
  const once = idempotencyKey ? onceKey(ctx, "rules:draft", idempotencyKey) : undefined;
  return withRetry(ctx, async () => {
    const made = once ? await madeBefore(ctx, once, input) : undefined;
    if (made) return { id: String(made["id"]) };
    const written = await writtenBook(ctx);
    const book = bookOf(written.versions, written.signOffs);
    mustStand(ctx, book, draft);
    const version: RuleVersion = {
      ...draft,
      id: nextId(book, draft.base),
      state: "draft",
      madeBy: { id: ctx.actor.id, name: ctx.actor.name },
      madeAt: ctx.now(),
      v: 1,
    };
    await commit(ctx, {
      changes: [turnPage(written), addVersion(version)],
      log: { subject: bookSubject, action: "rules.drafted", refs: { version: version.id }, v: 1 },
      ...(once ? { once: { key: once, input: inputHash(input), made: { id: version.id } } } : {}),
    });
    return { id: version.id };
  });
}

/**
 * Changes a draft.
 * @throws NotFound where there is none; Conflict once it is signed or withdrawn, or when it is no longer what
 * was `seen`; InvalidInput as `draftVersion`.
 */
export async function redraftVersion(
  ctx: Ctx,
  id: string,
  input: z.input<typeof RedraftSchema>,
): Promise<void> {
  const { seen, ...wanted } = parse(RedraftSchema, input);
  authorize(ctx, "rules:draft", {});
  const written = await writtenBook(ctx);
  const book = bookOf(written.versions, written.signOffs);
  const version = { ...openDraft(book, id, seen), ...wanted };
  mustStand(ctx, book, version);
  await commit(ctx, {
    changes: [turnPage(written), saveVersion(version)],
    log: { subject: bookSubject, action: "rules.redrafted", refs: { version: id }, v: version.v + 1 },
  });
}

/** The draft of an id as it was seen. @throws NotFound, or Conflict where it is none any more. */
export function openDraft(book: RuleBook, id: string, seen: number | undefined): RuleVersion {
  const version = book.versions.find((one) => one.id === id);
  if (!version) throw new NotFound();
  if (version.state !== "draft")
    throw new Conflict({
      en: "This version is no draft any more. A signed version is never edited; begin another one.",
      zh: "该版本已不是草稿。已签署的版本不可修改，请另起新版本。",
    });
  if (seen !== undefined && seen !== version.v) throw new Conflict();
  return version;
}

/** @throws InvalidInput naming everything that stops it. */
export function mustStand(
  ctx: Ctx,
  book: RuleBook,
  draft: Pick<RuleVersion, "part" | "base" | "effectiveFrom" | "changes">,
): void {
  const problems = draftProblems(book, draft, localDate(ctx.now()));
  if (problems.length) throw new InvalidInput(problems);
}

/** The shipped set it goes back to, and a number of its own: 2026-11.1, 2026-11.2 … */
function nextId(book: RuleBook, base: string): string {
  const version = book.versions.find((one) => one.id === base);
  if (version) return nextId(book, version.base);
  const numbers = book.versions.flatMap(({ id }) =>
    id.startsWith(`${base}.`) ? [Number(id.slice(base.length + 1))] : [],
  );
  return `${base}.${Math.max(0, ...numbers) + 1}`;
}
