import type * as z from "zod";
import { shownTo } from "../assessment/index.ts";
import { openRecord, reachClient } from "../clients/index.ts";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { asShown } from "./as-shown.ts";
import { assignmentOf, saveAssignment } from "./assignments.store.ts";
import { AnswersSchema, type Assignment, type Piece } from "./education.ts";
import { contentById } from "./library.ts";
import { type MarkedQuiz, markQuiz } from "./mark-quiz.ts";

export interface Shelf {
  assignment: Assignment;
  piece: Piece;
}

/** Assignments beside their pieces, newest first; a piece the library no longer has is left out. */
export const onShelf = (assignments: readonly Assignment[]): Shelf[] =>
  assignments
    .flatMap((assignment) => {
      const piece = contentById(assignment.content);
      return piece ? [{ assignment, piece }] : [];
    })
    .sort((a, b) => b.assignment.assignedAt.localeCompare(a.assignment.assignedAt));

/**
 * Opens a piece for reading; the first opening by the client is remembered.
 * @throws NotFound for a piece this client was not given, or not yet with a released report.
 */
export async function openPiece(ctx: Ctx, client: string, content: string): Promise<Shelf> {
  await openRecord(ctx, "education:read", client, "education");
  const piece = contentById(content);
  const [before, shown] = await Promise.all([assignmentOf(ctx, client, content), shownTo(ctx, client)]);
  const seen = before && asShown(before, shown);
  if (!piece || !before || !seen) throw new NotFound();
  if (ctx.actor.kind !== "client" || before.openedAt) return { assignment: seen, piece };
  const assignment: Assignment = { ...before, state: "opened", openedAt: ctx.now() };
  await commit(ctx, {
    changes: [saveAssignment(assignment)],
    log: {
      subject: `C#${client}`,
      action: "education.opened",
      refs: { opened: assignment.openedAt ?? "" },
      v: before.v + 1,
    },
  });
  return { assignment: asShown({ ...assignment, v: before.v + 1 }, shown) ?? seen, piece };
}

/**
 * Marks the three questions; understood when all are right, else the piece stays open to be read again.
 * @throws NotFound as `openPiece`; InvalidInput naming the question that has no answer.
 */
export async function answerQuiz(
  ctx: Ctx,
  client: string,
  content: string,
  input: z.input<typeof AnswersSchema>,
): Promise<{ assignment: Assignment; marked: MarkedQuiz }> {
  const { answers } = parse(AnswersSchema, input);
  await reachClient(ctx, "education:answer", client);
  const piece = contentById(content);
  if (!piece) throw new NotFound();
  const shown = await shownTo(ctx, client);
  return withRetry(ctx, async () => {
    const before = await assignmentOf(ctx, client, content);
    if (!before || !asShown(before, shown)) throw new NotFound();
    const marked = markQuiz(piece, answers);
    const now = ctx.now();
    const assignment: Assignment = {
      ...before,
      answers,
      score: marked.score,
      attempts: before.attempts + 1,
      openedAt: before.openedAt ?? now,
      ...(marked.understood ? { state: "understood", understoodAt: before.understoodAt ?? now } : {}),
      ...(marked.understood || before.state === "understood" ? {} : { state: "opened" }),
    };
    await commit(ctx, {
      changes: [saveAssignment(assignment)],
      log: {
        subject: `C#${client}`,
        action: marked.understood ? "education.understood" : "education.answered",
        refs: { opened: assignment.openedAt ?? now },
        v: before.v + 1,
      },
    });
    const kept = { ...assignment, v: before.v + 1 };
    return { assignment: asShown(kept, shown) ?? kept, marked };
  });
}
