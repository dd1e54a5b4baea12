import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, InvalidInput, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { examsOf, resultGroupsOf } from "../../testing/index.ts";
import { assessmentsOf, saveAssessment } from "../assessments.store.ts";
import { signatureOf } from "../countersign/signature-of.ts";
import { wholeAssessment } from "../read-assessment.ts";
import { changedSince, withoutGaps } from "../review-assessment.ts";
import { type DepartmentConclusion, WriteConclusionSchema } from "./conclusion.ts";
import { addConclusion, saidOf } from "./conclusions.store.ts";
import { departmentCalled } from "./department.ts";
import { questionsAbout } from "./questions.ts";

/**
 * Keeps what a department concludes from an exam, until its summary is signed; a further writing stands over the
 * one before, which stays. Whoever has the summary open is told before signing. The same words again change nothing.
 * @throws NotFound for a department or an exam there is not; NotAllowed for who does not work there; InvalidInput
 * for a blank left in a sentence, and (`despite`) where what is coded says otherwise and no reason is given; Conflict
 * once the summary is signed, and where another writing came since the one `seen`.
 */
export async function writeConclusion(
  ctx: Ctx,
  number: string,
  date: PlainDate,
  department: string,
  input: z.input<typeof WriteConclusionSchema>,
): Promise<DepartmentConclusion> {
  const { outcome, text, template, despite, seen } = parse(WriteConclusionSchema, input);
  const client = await reachClient(ctx, "department:conclude", number);
  if (!departmentCalled(department)) throw new NotFound();
  if (!worksIn(ctx, department)) throw notTheirs();
  return withRetry(ctx, async () => {
    const [versions, groups, { conclusions }] = await Promise.all([
      assessmentsOf(ctx, number),
      resultGroupsOf(ctx, number),
      saidOf(ctx, number, date),
    ]);
    const [newest] = versions.filter((one) => one.date === date);
    if (!newest) throw new NotFound();
    if (newest.signedAt) throw signedAlready();
    const before = conclusions.find((one) => one.department === department);
    if (seen !== undefined && seen !== (before?.n ?? 0)) throw changedSince();
    const said: DepartmentConclusion = withoutGaps({
      department,
      n: (before?.n ?? 0) + 1,
      outcome,
      text: Object.fromEntries(Object.entries(text).filter(([, words]) => words)),
      by: signatureOf(ctx.actor),
      at: ctx.now(),
      template,
      despite,
    });
    if (before && isSame(before, said)) return before;
    const exams = examsOf(groups);
    const { findings } = await wholeAssessment(ctx, newest, client, exams);
    const results = exams.find((exam) => exam.date === date)?.results ?? {};
    const questions = questionsAbout([said], { findings, results });
    if (questions.length && !despite)
      throw new InvalidInput(questions.map(({ sentence }) => ({ field: "despite", message: sentence })));
    await commit(ctx, {
      changes: [addConclusion(number, date, said), saveAssessment(newest)],
      log: {
        subject: `C#${number}`,
        action: "department.concluded",
        refs: { date, department },
        v: said.n,
      },
    });
    return said;
  });
}

/** Whether the actor is of a department's staff. */
export const worksIn = ({ actor }: Pick<Ctx, "actor">, department: string): boolean =>
  actor.kind === "staff" && (actor.departments ?? []).includes(department);

const isSame = (a: DepartmentConclusion, b: DepartmentConclusion): boolean =>
  a.by.id === b.by.id &&
  a.outcome === b.outcome &&
  a.text.zh === b.text.zh &&
  a.text.en === b.text.en &&
  a.despite === b.despite;

const notTheirs = () =>
  new NotAllowed({
    en: "A department's conclusion is written by its own staff.",
    zh: "科室结论须由本科室人员填写。",
  });

const signedAlready = () =>
  new AppError("Conflict", {
    en: "The summary of this exam is signed. Ask a physician to amend it first.",
    zh: "本次体检总检已签发，请先由医师修订。",
  });
