import { type Client, openRecord } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { Score } from "./assessment.ts";
import { assessmentsOf, signedBodies } from "./assessments.store.ts";
import { scoresFor, standing } from "./released.ts";

/** One score through the exams, oldest first; each as it was signed, by the formula of its day. */
export interface ScoreSeries {
  id: string;
  points: { date: PlainDate; version: number; score: Score }[];
}

/**
 * Every score of every exam as it was signed (its last signed version; for the client the last released one, and
 * no score that is the physician's), those computed at least once; the reading is traced.
 */
export async function scoreHistory(
  ctx: Ctx,
  number: string,
): Promise<{ client: Client; series: ScoreSeries[] }> {
  const client = await openRecord(ctx, "assessment:read", number, "scores");
  const own = ctx.actor.kind === "client";
  const shown = new Map<PlainDate, { date: PlainDate; version: number }>();
  for (const { date, version, signedAt, releasedAt } of standing(await assessmentsOf(ctx, number)))
    if ((own ? releasedAt : signedAt) && !shown.has(date)) shown.set(date, { date, version });
  const exams = [...shown.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const bodies = await signedBodies(ctx, number, exams);
  const series = new Map<string, ScoreSeries>();
  bodies.forEach(({ scores }, at) => {
    const exam = exams[at];
    if (!exam) return;
    for (const score of scoresFor(own, scores)) {
      const found = series.get(score.id) ?? { id: score.id, points: [] };
      found.points.push({ ...exam, score });
      series.set(score.id, found);
    }
  });
  return {
    client,
    series: [...series.values()].filter(({ points }) => points.some(({ score }) => score.value !== null)),
  };
}
