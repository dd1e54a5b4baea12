import { type Assessment, concernNames, type ExamVersion } from "../../assessment/index.ts";
import type { Client } from "../../clients/index.ts";
import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import { planAssignments } from "../../education/index.ts";
import { addPlan, draftPlan, type Plan, plansOf, savePlan } from "../../guidance/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { ageOn } from "../../kernel/time.ts";
import {
  casesAsRead,
  changesOf,
  type Looked,
  openIn,
  planFollowUps,
  settleTold,
  turnCycle,
} from "../../monitoring/index.ts";
import { answersOnlyDays, examsOf } from "../../testing/index.ts";
import { topicsOf } from "../learn.ts";
import type { Turn } from "../open-core.ts";

/**
 * What a signed assessment sets in motion. An amendment of an older exam, and answers given on a day of their own,
 * move follow-ups, not turns and plans. What asks
 * only for a telling that was done already ends at once.
 */
export async function planTurn(
  ctx: Ctx,
  { client, groups, cycles, book, cases, assignments }: Turn,
  { date, version, findings, grade }: Assessment,
  looked: readonly Looked[],
): Promise<{ changes: Change[]; log: LogEntry[] }> {
  const { number, centre } = client;
  const subject = `C#${number}`;
  const now = ctx.now();
  const plans = cycles.length ? await plansOf(ctx, number) : [];
  const planned = planFollowUps(book, {
    client: number,
    centre,
    manager: client.manager ?? "",
    zone: client.zone,
    exam: { date, version },
    findings,
    looked,
    now,
    by: ctx.actor.id,
  });
  const told = settleTold(planned.book, cases, { now, by: ctx.actor.id });
  const answersOnly = answersOnlyDays(examsOf(groups)).has(date);
  const turning = answersOnly ? [] : turnCycle(cycles, { client: number, exam: { date, version }, now });
  const newest = answersOnly ? false : !cycles.length || date >= (cycles.at(-1)?.openedBy.date ?? "");
  const followUps = openIn(told.book).map(({ concern, due }) => ({ concern, due }));
  const plan = newest
    ? planChanges(client, { date, version }, grade.path, findings, followUps, plans, turning.length > 0)
    : undefined;
  const reading = newest
    ? planAssignments(
        number,
        { date, version },
        grade.path,
        topicsOf(findings),
        assignments,
        followUps.length > 0,
        now,
      )
    : { given: [], changes: [] };
  return {
    changes: [
      ...turning,
      ...changesOf(told.book),
      ...casesAsRead(cases, date),
      ...(plan?.changes ?? []),
      ...reading.changes,
    ],
    log: [
      ...(turning.length ? [{ subject, action: "cycle.opened", refs: { cycle: cycles.length + 1 } }] : []),
      ...told.book.ended.map(({ id, state }) => ({
        subject,
        action: `follow-up.${state.replace(" ", "-")}`,
        refs: { followUp: id, exam: date },
      })),
      ...(planned.opened.length
        ? [{ subject, action: "follow-ups.opened", refs: { followUps: planned.opened.map(({ id }) => id) } }]
        : []),
      ...(plan ? [{ subject, action: "plan.drafted", refs: { plan: plan.plan.number } }] : []),
      ...(reading.given.length
        ? [
            {
              subject,
              action: "education.assigned",
              refs: { pieces: reading.given.length, given: now },
            },
          ]
        : []),
    ],
  };
}

/**
 * A new turn, and a right report after a recalled one, get a new plan and close the old one; an amendment redrafts
 * the present plan until it is agreed.
 */
function planChanges(
  client: Client,
  exam: ExamVersion,
  grade: Assessment["grade"]["path"],
  findings: Assessment["findings"],
  followUps: { concern: string; due: string }[],
  plans: readonly Plan[],
  turns: boolean,
): { plan: Plan; changes: Change[] } | undefined {
  const present = plans.find(({ state }) => state !== "withdrawn");
  const previous = plans.filter((one) => one !== present && one.state !== "withdrawn")[0];
  const begins = turns || plans[0]?.state === "withdrawn";
  const { date } = exam;
  const { sex, birthDate, health } = client;
  const profile = { sex, age: ageOn(birthDate, date), known: health.diagnoses, pregnant: health.pregnant };
  const input = { client: client.number, date, grade, findings, followUps, profile, names: concernNames };
  if (present && !begins) {
    if (present.state !== "drafted") return undefined;
    const plan = {
      ...draftPlan({ ...input, number: present.number, ...(previous ? { previous } : {}) }),
      exam,
      v: present.v,
    };
    return { plan, changes: [savePlan(plan)] };
  }
  const plan = {
    ...draftPlan({
      ...input,
      number: (plans[0]?.number ?? 0) + 1,
      ...(present ? { previous: present } : {}),
    }),
    exam,
  };
  return {
    plan,
    changes: [
      addPlan(plan),
      ...(present ? [savePlan({ ...present, state: "closed", was: present.state })] : []),
    ],
  };
}
