import { assignmentsOf, onShelf, type Shelf } from "../../../../shared/education/index.ts";
import { type Plan, planOf } from "../../../../shared/guidance/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import {
  type Cycle,
  casesFor,
  cyclesOf,
  type FollowUp,
  followUpsOf,
  openBook,
  planFollowUps,
  settleTold,
} from "../../../../shared/monitoring/index.ts";
import { itemsLookedAt } from "../../../../shared/testing/index.ts";
import type { ExamUnderReview } from "./exam.ts";

/** What the signature would do, worked out by the rule the signature itself goes by; nothing is written. */
export interface Planned {
  opens: FollowUp[];
  keeps: FollowUp[];
  closes: FollowUp[];
  /** The turn that would open; undefined when the exam's own turn, or a later one, is there already. */
  turn: number | undefined;
}

export async function whatSigningDoes(ctx: Ctx, review: ExamUnderReview): Promise<Planned> {
  const { client, assessment, exams } = review;
  const { date, version, findings } = assessment;
  const [book, cycles, cases] = await Promise.all([
    openBook(ctx, client.number),
    cyclesOf(ctx, client.number),
    casesFor(ctx, client.number),
  ]);
  const planned = planFollowUps(book, {
    client: client.number,
    centre: client.centre,
    manager: client.manager ?? "",
    zone: client.zone,
    exam: { date, version },
    findings,
    looked: exams.map((exam) => ({ date: exam.date, items: itemsLookedAt(exam.results) })),
    now: ctx.now(),
    by: ctx.actor.id,
  });
  const { closed: told } = settleTold(planned.book, cases, { now: ctx.now(), by: ctx.actor.id });
  const isTold = ({ id }: FollowUp) => told.some((one) => one.id === id);
  const later = cycles.some(({ openedBy }) => openedBy.date >= date);
  return {
    opens: planned.opened.filter((one) => !isTold(one)),
    keeps: planned.kept.filter((one) => !isTold(one)),
    closes: planned.closed,
    turn: later ? undefined : cycles.length + 1,
  };
}

/** What a signature has set in motion. */
export interface InMotion {
  followUps: FollowUp[];
  plan: Plan | undefined;
  reading: Shelf[];
  cycle: Cycle | undefined;
}

export async function whatSigningDid(ctx: Ctx, review: ExamUnderReview): Promise<InMotion> {
  const { client, assessment } = review;
  const [followUps, plan, assignments, cycles] = await Promise.all([
    followUpsOf(ctx, client.number),
    planOf(ctx, client.number),
    assignmentsOf(ctx, client.number),
    cyclesOf(ctx, client.number),
  ]);
  const cycle = cycles.find(({ openedBy }) => openedBy.date === assessment.date);
  const present = cycle !== undefined && cycle === cycles.at(-1);
  return {
    followUps: followUps.filter(({ openedBy }) => openedBy.date === assessment.date),
    plan: present ? plan : undefined,
    reading: present
      ? onShelf(assignments).filter(({ assignment }) => assignment.assignedAt >= (assessment.signedAt ?? ""))
      : [],
    cycle,
  };
}
