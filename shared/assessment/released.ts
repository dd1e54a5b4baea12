import type { Ctx } from "../kernel/context.ts";
import type { Instant, PlainDate } from "../kernel/time.ts";
import type { Assessment, Score } from "./assessment.ts";
import { assessmentsOf, type StoredAssessment } from "./assessments.store.ts";

/** One version of one exam: what a plan, a follow-up or a piece of reading came from. */
export interface ExamVersion {
  date: PlainDate;
  version: number;
}

/** What of a file its reader may see. */
export interface Shown {
  /** What this version of an exam said or set in motion; what came from no exam is nobody's to see. */
  exam(exam: ExamVersion | undefined): boolean;
  /** Results of this day that came in at this time. */
  results(group: { date: PlainDate; at: Instant }): boolean;
}

const everything: Shown = { exam: () => true, results: () => true };

type Standing = Pick<StoredAssessment, "date" | "version" | "releasedAt" | "recalled">;

/** Versions a client may see: released, and none that a recall took back. */
export const visibleIn = <T extends Standing>(versions: readonly T[]): T[] =>
  standing(versions).filter(({ releasedAt }) => releasedAt);

/** Versions that no recall of their exam took back; a recall takes back what came before it as well. */
export function standing<T extends Standing>(versions: readonly T[]): T[] {
  const recalled = new Map<PlainDate, number>();
  for (const one of versions)
    if (one.recalled) recalled.set(one.date, Math.max(one.version, recalled.get(one.date) ?? 0));
  return versions.filter(({ date, version }) => version > (recalled.get(date) ?? 0));
}

/**
 * What a client may see by these assessments: of each exam, what was known when the newest released version
 * was signed. What comes later, results and versions alike, waits for a release of its own.
 */
export function shownBy(versions: readonly StoredAssessment[]): Shown {
  const newest = new Map<PlainDate, { version: number; signedAt: Instant }>();
  for (const { date, version, signedAt } of visibleIn(versions))
    if (signedAt && version > (newest.get(date)?.version ?? 0)) newest.set(date, { version, signedAt });
  return {
    exam: (exam) => exam !== undefined && exam.version <= (newest.get(exam.date)?.version ?? 0),
    results: ({ date, at }) => at <= (newest.get(date)?.signedAt ?? ""),
  };
}

/** The other exams an assessment names: those its values were compared with, and whose findings are gone. */
export function examsNamed({ date, findings, gone }: Assessment): PlainDate[] {
  const named = findings.flatMap(({ previous, evidence }) => [...(previous ? [previous] : []), ...evidence]);
  const dates = new Set([...named, ...gone].map((one) => one.date));
  return [...dates].filter((one) => one !== date).toSorted();
}

/** Scores as they are told: some only a physician weighs against each other. */
export const scoresFor = (own: boolean, scores: readonly Score[]): Score[] =>
  scores.filter(({ audience }) => !own || !audience);

/**
 * An assessment as its client reads it: nothing of an exam whose report was not released, and no score that is
 * the physician's. A finding compared with such an exam reads as a first one.
 */
export function asReleased(assessment: Assessment, released: ReadonlySet<PlainDate>): Assessment {
  return {
    ...assessment,
    findings: assessment.findings.map(({ previous, ...finding }) =>
      previous && released.has(previous.date)
        ? { ...finding, previous }
        : { ...finding, change: "first" as const },
    ),
    scores: scoresFor(true, assessment.scores),
    gone: assessment.gone.filter(({ date }) => released.has(date)),
  };
}

/** What of this client's file the actor may see: staff all of it, the client what was released. */
export async function shownTo(ctx: Ctx, client: string): Promise<Shown> {
  return ctx.actor.kind === "client" ? shownBy(await assessmentsOf(ctx, client)) : everything;
}
