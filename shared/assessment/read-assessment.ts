import { authorize } from "../access/index.ts";
import { type Client, type ClientCard, clientCards, openList, openRecord } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotAllowed, NotFound } from "../kernel/errors.ts";
import type { PlainDate } from "../kernel/time.ts";
import { answersOnlyDays, type ExamResults, examsOf, resultGroupsOf } from "../testing/index.ts";
import { assess } from "./assess.ts";
import type { Assessment, Proposal } from "./assessment.ts";
import { assessmentsOf, type StoredAssessment, signedBody, waitingFor } from "./assessments.store.ts";
import { factsOf } from "./facts-of.ts";
import { ruleBookWith } from "./load-rule-book.ts";
import type { Recalled } from "./recall.ts";
import { asReleased, shownBy, standing, visibleIn } from "./released.ts";
import { withoutGaps } from "./review-assessment.ts";
import type { RuleBook } from "./rule-book.ts";
import { withSignOffs } from "./with-sign-offs.ts";

/**
 * An assessment in full: as signed, or as the rules it names say of the results there are now, and as far as
 * those rules are signed off now.
 */
export async function wholeAssessment(
  ctx: Ctx,
  kept: StoredAssessment,
  client: Client,
  exams: readonly ExamResults[],
): Promise<Assessment> {
  const proposal = kept.signedAt
    ? await signedBody(ctx, kept.client, kept.date, kept.version)
    : proposed(kept, client, exams, await ruleBookWith(ctx, kept.ruleSet));
  const { centre: _c, path: _p, rules: _r, urgency: _u, ...rest } = kept;
  return { ...rest, ...proposal };
}

function proposed(
  { date, ruleSet }: StoredAssessment,
  client: Client,
  exams: readonly ExamResults[],
  book: RuleBook,
): Proposal {
  return withSignOffs(assess(factsOf(client, exams, date), book.ruleSetCalled(ruleSet)), book);
}

/** What a list of versions says of one. */
export type Version = Pick<
  StoredAssessment,
  "date" | "version" | "state" | "signedAt" | "signedBy" | "second" | "releasedAt" | "reason" | "recalled"
>;

export interface AssessmentView {
  client: Client;
  assessment: Assessment;
  exams: ExamResults[];
  /** Every version there is, newest first. */
  versions: Version[];
}

/**
 * The assessment of an exam (the newest one that no recall took back without a date), the reading traced; a day on which only
 * questionnaires were answered is asked for by its date. A client is shown only what was released.
 */
export async function readAssessment(ctx: Ctx, number: string, date?: PlainDate): Promise<AssessmentView> {
  const client = await openRecord(ctx, "assessment:read", number, "assessment");
  // Versions before results: what comes in between makes the version out of date, never silently seen.
  const every = await assessmentsOf(ctx, number);
  const groups = await resultGroupsOf(ctx, number);
  const own = ctx.actor.kind === "client";
  const visible = own ? visibleIn(every) : every;
  const answers = answersOnlyDays(examsOf(groups));
  const kept = date
    ? visible.find((one) => one.date === date)
    : standing(visible).find((one) => !answers.has(one.date));
  if (!kept) throw new NotFound();
  const exams = examsOf(own ? groups.filter(shownBy(every).results) : groups);
  const assessment = await wholeAssessment(ctx, kept, client, exams);
  return {
    client,
    assessment: own ? asReleased(assessment, new Set(visible.map((one) => one.date))) : assessment,
    exams,
    versions: visible.map(versionOf),
  };
}

/** A report that was taken back, as its client is told of it. */
export interface RecalledReport extends Pick<Recalled, "at" | "cause" | "reason"> {
  date: PlainDate;
}

/** That the report of an exam was recalled, where nothing right has taken its place yet; the asking is traced. */
export async function recallOf(
  ctx: Ctx,
  number: string,
  date: PlainDate,
): Promise<RecalledReport | undefined> {
  await openRecord(ctx, "assessment:read", number, "assessment");
  return recallsIn(await assessmentsOf(ctx, number)).find((one) => one.date === date);
}

/** The reports that were taken back, where nothing right has taken their place yet; the newest exam first. */
export const recallsIn = (every: readonly StoredAssessment[]): RecalledReport[] =>
  [...new Set(every.map(({ date }) => date))].flatMap((date) => {
    const ofExam = every.filter((one) => one.date === date);
    const [last] = ofExam.flatMap(({ recalled }) => recalled ?? []);
    if (!last || visibleIn(ofExam).length) return [];
    const { at, cause, reason } = last;
    return [{ date, at, cause, reason }];
  });

function versionOf({
  date,
  version,
  state,
  signedAt,
  signedBy,
  second,
  releasedAt,
  reason,
  recalled,
}: StoredAssessment): Version {
  return withoutGaps({ date, version, state, signedAt, signedBy, second, releasedAt, reason, recalled });
}

export interface Waiting {
  client: ClientCard;
  date: string;
  version: number;
  path: StoredAssessment["path"];
  urgency: number;
  findings: number;
  state: StoredAssessment["state"];
  /** Whoever signed first, where it waits for the second signature. */
  signedBy?: StoredAssessment["signedBy"];
}

/** Exams that wait for the physician, most urgent first; one trace names whom the list showed. */
export const reviewQueue = (ctx: Ctx, limit = 100): Promise<Waiting[]> => queueOf(ctx, "REVIEW", limit);

/** Signed exams that wait for a second physician's signature, read like the others. */
export const secondQueue = (ctx: Ctx, limit = 100): Promise<Waiting[]> => queueOf(ctx, "SECOND", limit);

async function queueOf(ctx: Ctx, list: "REVIEW" | "SECOND", limit: number): Promise<Waiting[]> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "assessment:review", { centre: ctx.actor.centre });
  const waiting = await waitingFor(ctx, ctx.actor.centre, limit, list);
  await openList(
    ctx,
    list === "REVIEW" ? "review" : "second-signature",
    waiting.map(({ client }) => client),
  );
  const cards = await clientCards(
    ctx,
    waiting.map(({ client }) => client),
  );
  return waiting.flatMap(({ client, date, version, path, urgency, rules, state, signedBy }) => {
    const card = cards.get(client);
    const first = signedBy ? { signedBy } : {};
    return card
      ? [{ client: card, date, version, path, urgency, findings: rules.length, state, ...first }]
      : [];
  });
}
