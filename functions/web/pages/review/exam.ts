import {
  type Assessment,
  assessmentOf,
  type DepartmentsView,
  departmentsIn,
  examsNamed,
  readAssessment,
  saidOf,
  type Version,
  visibleIn,
  wholeAssessment,
} from "../../../../shared/assessment/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { ExamResults } from "../../../../shared/testing/index.ts";

/** One version of one exam's assessment, with what stands beside it. */
export interface ExamUnderReview {
  client: Client;
  assessment: Assessment;
  /** Every exam there is, newest first; the one in question; the ones before it. */
  exams: ExamResults[];
  exam: ExamResults;
  earlier: ExamResults[];
  /** Every version of this exam, newest first. */
  versions: Version[];
  /** What departments say now; what was signed of it stands in a signed assessment. */
  departments: DepartmentsView;
  /** Exams this assessment names that the client was not shown: released, it would tell of them. */
  unshown: PlainDate[];
}

/** @throws NotFound for a version there is not; the reading is traced. */
export async function examUnderReview(ctx: Ctx, params: Record<string, string>): Promise<ExamUnderReview> {
  const { client: number = "", date = "", version = "" } = params;
  // Read before its results: what comes in between then makes it out of date, never silently seen.
  const kept = await assessmentOf(ctx, number, date, Number(version) || 0);
  const said = await saidOf(ctx, number, date);
  const { client, exams, versions } = await readAssessment(ctx, number, date);
  if (!kept) throw new NotFound();
  const whole = await wholeAssessment(ctx, kept, client, exams);
  const assessment = kept.signedAt ? whole : { ...whole, departments: said.conclusions };
  const shown = new Set(visibleIn(versions).map((one) => one.date));
  return {
    client,
    assessment,
    exams,
    departments: departmentsIn(said, assessment, exams),
    exam: exams.find((one) => one.date === date) ?? { date, results: {} },
    earlier: exams.filter((one) => one.date < date),
    versions: versions.filter((one) => one.date === date),
    unshown: examsNamed(assessment).filter((one) => !shown.has(one)),
  };
}

export const reviewPath = ({
  client,
  date,
  version,
}: {
  client: string;
  date: PlainDate;
  version: number;
}): string => `/review/${client}/${date}/${version}`;
