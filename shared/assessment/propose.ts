import type { Client } from "../clients/index.ts";
import type { Change } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { ExamResults } from "../testing/index.ts";
import { assess } from "./assess.ts";
import type { Proposal } from "./assessment.ts";
import { addAssessment, type StoredAssessment, saveAssessment, summary } from "./assessments.store.ts";
import { factsOf } from "./facts-of.ts";
import type { RuleBook } from "./rule-book.ts";

/**
 * What the rules in force on its day say about an exam now, and what must be written so that a physician sees
 * it: a first version, a fresh look at one that is not signed yet, or a further version beside a signed one.
 * `begun` is what a new version starts with.
 */
export function planProposal(
  ctx: Ctx,
  client: Client,
  exams: readonly ExamResults[],
  date: PlainDate,
  before: readonly StoredAssessment[],
  book: RuleBook,
  begun: Partial<Pick<StoredAssessment, "state" | "conclusion">> = {},
): { proposal: Proposal; changes: Change[]; version: number } {
  const proposal = assess(factsOf(client, exams, date), book.ruleSetFor(date));
  const latest = before.find((one) => one.date === date);
  const open = latest && waits(latest) ? latest : undefined;
  if (open)
    return { proposal, version: open.version, changes: [saveAssessment({ ...open, ...summary(proposal) })] };
  const version = (latest?.version ?? 0) + 1;
  const made: StoredAssessment = {
    client: client.number,
    centre: client.centre,
    date,
    version,
    state: "proposed",
    ...begun,
    ...summary(proposal),
    createdAt: ctx.now(),
    v: 1,
  };
  return { proposal, version, changes: [addAssessment(made)] };
}

const waits = ({ state }: StoredAssessment): boolean => state === "proposed" || state === "in review";

/**
 * A fresh look at every exam that waits for a signature, those after a day where one is given: each is compared
 * with what came before it, and whoever has one open is told before signing.
 */
export const proposeAnew = (
  ctx: Ctx,
  client: Client,
  exams: readonly ExamResults[],
  before: readonly StoredAssessment[],
  book: RuleBook,
  after: PlainDate = "",
): Change[] =>
  before
    .filter((one) => waits(one) && one.date > after)
    .flatMap(({ date }) => planProposal(ctx, client, exams, date, before, book).changes);
