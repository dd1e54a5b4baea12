import type * as z from "zod";
import { authorize, mustEver } from "../access/index.ts";
import {
  type Assessment,
  changedSince,
  concernNames,
  type ExamVersion,
  isAsSeen,
  keepSigned,
  SignSchema,
  type StoredAssessment,
  saveAssessment,
  wholeAssessment,
  withoutGaps,
} from "../assessment/index.ts";
import { type Client, saveClient } from "../clients/index.ts";
import { type Change, commit, withRetry } from "../data/commit.ts";
import type { LogEntry } from "../data/log.ts";
import { planAssignments } from "../education/index.ts";
import { addPlan, draftPlan, type Plan, plansOf, savePlan } from "../guidance/index.ts";
import type { Actor, Ctx } from "../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { ageOn } from "../kernel/time.ts";
import { changesOf, type Looked, openIn, planFollowUps, settleTold, turnCycle } from "../monitoring/index.ts";
import { examsOf, itemsLookedAt } from "../testing/index.ts";
import { topicsOf } from "./learn.ts";
import { openTurn, type Turn } from "./open-core.ts";

/**
 * The signature that turns the loop, in one commit: the assessment is kept whole and for good, the turn
 * before it closes and the next opens, every finding that needs one has exactly one open follow-up, the
 * plan is drafted and reading is given. Signing the same version again changes nothing.
 * Where a version of the exam was signed before, this one amends it and needs the reason.
 * @throws NotFound for a version there is not; InvalidInput (`reason`) for an amendment without one; Conflict for
 * a version that was replaced, or that is no longer what was `seen`.
 */
export async function signAssessment(
  ctx: Ctx,
  number: string,
  date: string,
  version: number,
  input: z.input<typeof SignSchema>,
): Promise<Assessment> {
  const { conclusion, reason, seen } = parse(SignSchema, input);
  mustEver(ctx.actor, "assessment:sign");
  return withRetry(ctx, async (again) => {
    const asked = (turn: Turn | undefined) =>
      turn?.assessments.find((one) => one.date === date && one.version === version);
    const soon = await openTurn(ctx, number, again);
    const found = asked(soon);
    const fits = found && isAsSeen(found, seen);
    const before = soon && !fits ? await openTurn(ctx, number, true) : soon;
    if (!before) throw new NotFound();
    const { client, groups, assessments: versions } = before;
    authorize(ctx, "assessment:sign", { centre: client.centre, client: number });
    const kept = asked(before);
    if (!kept) throw new NotFound();
    const exams = examsOf(groups);
    if (kept.state === "signed") return wholeAssessment(ctx, kept, client, exams);
    if (kept.state === "superseded" || kept.state === "recalled") throw new Conflict();
    if (!isAsSeen(kept, seen)) throw changedSince();
    const replaced = versions.find((one) => one.date === date && one.state === "signed");
    if (replaced && !reason) throw unexplained();
    const whole = await wholeAssessment(ctx, kept, client, exams);
    const { ruleSet, findings, scores, grade, gone } = whole;
    const signed: StoredAssessment = {
      ...kept,
      state: "signed",
      conclusion: withoutGaps({ ...kept.conclusion, ...conclusion }),
      signedAt: ctx.now(),
      signedBy: signature(ctx.actor),
      ...(replaced && reason ? { reason } : {}),
    };
    const looked = exams.map((exam) => ({ date: exam.date, items: itemsLookedAt(exam.results) }));
    const turn = await turnTheLoop(ctx, before, whole, looked);
    await commit(ctx, {
      changes: [
        saveAssessment(signed),
        keepSigned(number, date, version, { ruleSet, findings, scores, grade, gone }),
        ...(replaced ? [saveAssessment({ ...replaced, state: "superseded" })] : []),
        ...(client.state === "enrolled" ? [saveClient({ ...client, state: "active" })] : []),
        ...turn.changes,
      ],
      log: [
        {
          subject: `C#${number}`,
          action: replaced ? "assessment.amended" : "assessment.signed",
          refs: { date, version, ruleSet: kept.ruleSet },
          v: kept.v + 1,
        },
        ...turn.log,
      ],
    });
    return { ...whole, ...signed, v: kept.v + 1 };
  });
}

const unexplained = () =>
  new InvalidInput([
    {
      field: "reason",
      message: {
        en: "A version is signed already. Say why you amend it; the client will read the reason.",
        zh: "已有签发版本。请写明修订原因，客户会看到该原因。",
      },
    },
  ]);

/** Who signs, with the title that lets them. */
const signature = (actor: Actor): NonNullable<StoredAssessment["signedBy"]> => ({
  id: actor.id,
  name: actor.name,
  ...(actor.kind === "staff" && actor.rank ? { rank: actor.rank } : {}),
});

/**
 * What a signed assessment sets in motion. An amendment of an older exam moves follow-ups, not plans. What asks
 * only for a telling that was done already ends at once.
 */
async function turnTheLoop(
  ctx: Ctx,
  { client, cycles, book, cases, assignments }: Turn,
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
  const turning = turnCycle(cycles, { client: number, exam: { date, version }, now });
  const newest = !cycles.length || date >= (cycles.at(-1)?.openedBy.date ?? "");
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
    changes: [...turning, ...changesOf(told.book), ...(plan?.changes ?? []), ...reading.changes],
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

/** A new turn gets a new plan and closes the old one; an amendment redrafts the present plan until it is agreed. */
function planChanges(
  client: Client,
  exam: ExamVersion,
  grade: Assessment["grade"]["path"],
  findings: Assessment["findings"],
  followUps: { concern: string; due: string }[],
  plans: readonly Plan[],
  turns: boolean,
): { plan: Plan; changes: Change[] } | undefined {
  const present = plans[0];
  const { date } = exam;
  const { sex, birthDate, health } = client;
  const profile = { sex, age: ageOn(birthDate, date), known: health.diagnoses, pregnant: health.pregnant };
  const input = { client: client.number, date, grade, findings, followUps, profile, names: concernNames };
  if (present && !turns) {
    if (present.state !== "drafted") return undefined;
    const previous = plans[1];
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
      number: (present?.number ?? 0) + 1,
      ...(present ? { previous: present } : {}),
    }),
    exam,
  };
  return { plan, changes: [addPlan(plan), ...(present ? [savePlan({ ...present, state: "closed" })] : [])] };
}
