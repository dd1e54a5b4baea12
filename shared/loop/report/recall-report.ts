import type * as z from "zod";
import {
  assessmentOf,
  assessmentsOf,
  RecallSchema,
  saveAssessment,
  visibleIn,
} from "../../assessment/index.ts";
import { reachClient, recipientOf } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import { plansOf, withdrawPlan } from "../../guidance/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { queueMessage } from "../../messaging/index.ts";
import {
  casesFor,
  casesRecalled,
  changesOf,
  followUpsOf,
  isOpen,
  openBook,
  undoExam,
} from "../../monitoring/index.ts";
import { revokeSharesOf } from "./share-report.ts";

/**
 * Takes a released report back, because it is about somebody else or was entered in error: in one commit the
 * client does not see it any more, its links open nothing, what it raised is voided, what it seemed to have
 * settled is open again, its plan gives way to the one before, the cases of its values say so to whoever works
 * them, and the client is told that there is news, once. Every version stays, for staff.
 * An amendment that is signed and not released is recalled for the version before it, which the client still reads.
 * Recalling again changes nothing.
 * @throws Conflict for a version that is not in force, and for an exam of which nothing is released; InvalidInput without a reason.
 */
export async function recallReport(
  ctx: Ctx,
  number: string,
  date: string,
  version: number,
  input: z.input<typeof RecallSchema>,
): Promise<void> {
  const { cause, reason } = parse(RecallSchema, input);
  const client = await reachClient(ctx, "report:recall", number);
  const recipient = await recipientOf(ctx, number);
  await withRetry(ctx, async () => {
    const before = await assessmentOf(ctx, number, date, version);
    if (!before) throw new NotFound();
    if (before.state === "recalled") return;
    if (before.state !== "signed" || !(await isRead(ctx, number, date))) throw notReleased();
    const now = ctx.now();
    const [book, everything] = await Promise.all([openBook(ctx, number), followUpsOf(ctx, number)]);
    const undone = undoExam(
      book,
      everything.filter((one) => !isOpen(one)),
      {
        client: number,
        centre: client.centre,
        manager: client.manager ?? "",
        zone: client.zone,
        exam: { date, version },
        now,
        by: ctx.actor.id,
      },
    );
    const marked = casesRecalled(await casesFor(ctx, number), date, { at: now, cause });
    const plans = withdrawPlan(await plansOf(ctx, number), { date, version });
    const shares = await revokeSharesOf(ctx, number, date);
    const about = [{ type: "report", id: date, step: `v${version} recalled` }];
    const told = queueMessage(recipient, { client: number, template: "report-recalled", about }, now);
    const subject = `C#${number}`;
    const by = { id: ctx.actor.id, name: ctx.actor.name };
    await commit(ctx, {
      changes: [
        saveAssessment({ ...before, state: "recalled", recalled: { at: now, by, cause, reason } }),
        ...changesOf(undone.book),
        ...marked.changes,
        ...(plans?.changes ?? []),
        ...shares,
        told.change,
      ],
      log: [
        { subject, action: "report.recalled", refs: { date, version, cause }, v: before.v + 1 },
        ...undone.voided.map(({ id, state }) => ({
          subject,
          action: `follow-up.${state}`,
          refs: { followUp: id, exam: date },
        })),
        ...(undone.opened.length
          ? [{ subject, action: "follow-ups.opened", refs: { followUps: undone.opened.map(({ id }) => id) } }]
          : []),
        ...marked.marked.map(({ id }) => ({ subject, action: "case.report-recalled", refs: { case: id } })),
        ...(plans ? [{ subject, action: "plan.withdrawn", refs: { plan: plans.withdrawn.number } }] : []),
        ...(plans?.back ? [{ subject, action: "plan.restored", refs: { plan: plans.back.number } }] : []),
        { subject, action: `message.${told.message.state}`, refs: { message: told.message.id } },
      ],
    });
  });
}

/** Whether the client can read any version of this exam. */
const isRead = async (ctx: Ctx, number: string, date: string): Promise<boolean> =>
  visibleIn(await assessmentsOf(ctx, number)).some((one) => one.date === date);

const notReleased = () =>
  new Conflict({
    en: "Only the version in force is recalled, once the client can read the report. What nobody has read is simply edited or amended.",
    zh: "只能撤回当前有效且客户已可查阅的报告；尚未发布的内容请直接编辑或修订。",
  });
