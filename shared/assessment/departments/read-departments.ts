import type { Client } from "../../clients/index.ts";
import { openRecord } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, NotFound } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { type ExamResults, examsOf, resultGroupsOf } from "../../testing/index.ts";
import type { Assessment } from "../assessment.ts";
import { assessmentsOf } from "../assessments.store.ts";
import { wholeAssessment } from "../read-assessment.ts";
import type { DepartmentConclusion, Settled } from "./conclusion.ts";
import { type Said, saidOf } from "./conclusions.store.ts";
import { departments } from "./data/departments.ts";
import { departmentsOf } from "./department.ts";
import { openQuestions, type Question, questionsAbout } from "./questions.ts";

/** One department's part in an exam. */
export interface DepartmentPart {
  department: string;
  /** Its items that there are results of. */
  items: string[];
  said?: DepartmentConclusion;
  /** What it wrote before, newest first. */
  before: DepartmentConclusion[];
}

/** What departments said of an exam and what is asked about it. */
export interface DepartmentsView {
  parts: DepartmentPart[];
  questions: (Question & { settled?: Settled })[];
}

/** The same from what was read already. Departments without an item or a word are left out. */
export function departmentsIn(
  { every, conclusions, settled }: Said,
  { date, findings }: Pick<Assessment, "date" | "findings">,
  exams: readonly ExamResults[],
): DepartmentsView {
  const results = exams.find((exam) => exam.date === date)?.results ?? {};
  const parts = departments.flatMap(({ id }): DepartmentPart[] => {
    const items = Object.keys(results).filter((code) => departmentsOf(code).includes(id));
    const said = conclusions.find((one) => one.department === id);
    const before = every.filter((one) => one.department === id && one !== said).toReversed();
    return items.length || said ? [{ department: id, items, before, ...(said ? { said } : {}) }] : [];
  });
  const questions = questionsAbout(conclusions, { findings, results }).map((question) => {
    const answer = settled.find((one) => one.question === question.id);
    return answer ? { ...question, settled: answer } : question;
  });
  return { parts, questions };
}

/**
 * What departments said of an exam, for staff of care; the reading is traced.
 * @throws NotFound for a day without an assessment, and for a client: theirs is the released report.
 */
export async function readDepartments(
  ctx: Ctx,
  number: string,
  date: PlainDate,
): Promise<DepartmentsView & { client: Client; assessment: Assessment; exams: ExamResults[] }> {
  const client = await openRecord(ctx, "assessment:read", number, "departments");
  if (ctx.actor.kind === "client") throw new NotFound();
  const [versions, groups, said] = await Promise.all([
    assessmentsOf(ctx, number),
    resultGroupsOf(ctx, number),
    saidOf(ctx, number, date),
  ]);
  const kept = versions.find((one) => one.date === date);
  if (!kept) throw new NotFound();
  const exams = examsOf(groups);
  const assessment = await wholeAssessment(ctx, kept, client, exams);
  return { client, assessment, exams, ...departmentsIn(said, assessment, exams) };
}

/**
 * What departments said, to be signed with the exam.
 * @throws AppError `Unprocessable` while something that they and the codes say differently is not answered.
 */
export function conclusionsToSign(
  { conclusions, settled }: Said,
  { date, findings }: Pick<Assessment, "date" | "findings">,
  exams: readonly ExamResults[],
): DepartmentConclusion[] {
  const results = exams.find((exam) => exam.date === date)?.results ?? {};
  const open = openQuestions(questionsAbout(conclusions, { findings, results }), settled);
  if (open.length)
    throw new AppError("Unprocessable", {
      en: `Answer first: ${open.map(({ sentence }) => sentence.en).join(" ")}`,
      zh: `请先处理：${open.map(({ sentence }) => sentence.zh).join("")}`,
    });
  return conclusions;
}
