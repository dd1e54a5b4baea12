import type * as z from "zod";
import { assessmentsOf, type Finding, shownBy, signedBody, visibleIn } from "../assessment/index.ts";
import { commit, withRetry } from "../data/commit.ts";
import {
  type AnswersSchema,
  type Assignment,
  answerQuiz,
  asShown,
  assignmentsOf,
  type MarkedQuiz,
  planAssignments,
} from "../education/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { openBook, openIn } from "../monitoring/index.ts";

/** What findings call for reading about, and how much it matters. */
export const topicsOf = (findings: readonly Finding[]) =>
  findings
    .filter((finding) => finding.class !== "normal")
    .flatMap(({ topics, severity, rule }) => topics.map((topic) => ({ topic, severity, rule })));

/**
 * Marks a quiz, and once a piece is understood gives what comes after it: from knowing to doing, by the
 * findings of the newest released assessment.
 */
export async function learn(
  ctx: Ctx,
  client: string,
  content: string,
  input: z.input<typeof AnswersSchema>,
): Promise<{ assignment: Assignment; marked: MarkedQuiz; next: Assignment[] }> {
  const answered = await answerQuiz(ctx, client, content, input);
  if (!answered.marked.understood) return { ...answered, next: [] };
  const next = await withRetry(ctx, async () => {
    const [versions, assignments, book] = await Promise.all([
      assessmentsOf(ctx, client),
      assignmentsOf(ctx, client),
      openBook(ctx, client),
    ]);
    const shown = shownBy(versions);
    const [newest] = visibleIn(versions);
    if (!newest) return [];
    const { findings, grade } = await signedBody(ctx, client, newest.date, newest.version);
    const topics = topicsOf(findings);
    const now = ctx.now();
    const { given, changes } = planAssignments(
      client,
      newest,
      grade.path,
      topics,
      assignments,
      openIn(book).some(({ openedBy }) => shown.exam(openedBy)),
      now,
    );
    if (given.length)
      await commit(ctx, {
        changes,
        log: {
          subject: `C#${client}`,
          action: "education.assigned",
          refs: { pieces: given.length, given: now },
        },
      });
    return given.flatMap((one) => asShown(one, shown) ?? []);
  });
  return { ...answered, next };
}
