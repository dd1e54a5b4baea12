import type * as z from "zod";
import { authorize, mayEver } from "../access/index.ts";
import {
  AnsweredSchema,
  answersKept,
  factsOf,
  type Given,
  offeredTo,
  type Questionnaire,
  resultsOfAnswers,
  type Score,
  safetyOf,
  safetyResult,
  scoreOfAnswers,
} from "../assessment/index.ts";
import { type Client, openRecord } from "../clients/index.ts";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { Conflict, InvalidInput, NotAllowed, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { addDays, localDate, type PlainDate } from "../kernel/time.ts";
import {
  answersSource,
  type ExamResults,
  examsOf,
  type NewResult,
  resultGroupsOf,
} from "../testing/index.ts";
import { type Core, openCore } from "./open-core.ts";
import { planResults } from "./results/receive-results.ts";

const lookBack = 30;

export interface Answered {
  questionnaire: Questionnaire;
  /** The exam the answers went to. */
  date: PlainDate;
  /** What they come to; undefined where the score is not made for this person. */
  score: Score | undefined;
  /** An answer about death or self-harm that somebody speaks about today. */
  urgent: boolean;
}

/**
 * Takes in a filled-in questionnaire, by the client or for them: its sums and answers are results like any
 * other, proposed on, settling follow-ups and opening cases in one commit. They go to the newest exam of the
 * last 30 days that is not signed; else to the newest signed one of those days that lacks them, as a version
 * to be signed with its reason; else to the day itself, which is no exam. The same answers again change nothing.
 * An answer about safety is kept and opens its case although other answers are refused; only the rest waits.
 * @throws NotFound for a questionnaire not offered to this client; InvalidInput naming each question without
 * a usable answer, and a date that is not within those days; Conflict where a client says less about their
 * safety than before for this exam: that is not taken back by a second try.
 */
export async function answerQuestionnaire(
  ctx: Ctx,
  number: string,
  code: string,
  input: z.input<typeof AnsweredSchema>,
): Promise<Answered> {
  const given = parse(AnsweredSchema, input);
  if (!mayEver(ctx.actor, "questionnaire:answer")) throw new NotAllowed();
  return withRetry(ctx, async (again) => {
    const core = await openCore(ctx, number, again);
    if (!core) throw new NotFound();
    const { client } = core;
    authorize(ctx, "questionnaire:answer", { centre: client.centre, client: number });
    const offered = (await offeredTo(ctx, client)).find((one) => one.questionnaire.code === code);
    if (!offered) throw new NotFound();
    const { questionnaire } = offered;
    const today = localDate(ctx.now(), client.zone);
    const exams = examsOf(core.groups);
    const { answersItem } = questionnaire;
    const date =
      ctx.actor.kind !== "client" && given.date !== undefined
        ? dayAsked(given.date, today)
        : dayOf(core, exams, answersItem, today);
    const keep = async (results: readonly NewResult[]) => {
      const planned = planResults(ctx, core, { date, results, from: { source: answersSource } });
      if (planned) await commit(ctx, planned);
    };
    const there = exams.find((exam) => exam.date === date)?.results;
    const before = Number(there?.[questionnaire.safety?.item ?? ""]?.value ?? 0);
    try {
      const results = resultsOfAnswers(questionnaire, given.answers);
      if (ctx.actor.kind === "client" && safetyOf(questionnaire, given.answers) < before)
        throw answeredBefore();
      await keep(results);
    } catch (error) {
      const safety = error instanceof InvalidInput ? safetyResult(questionnaire, given.answers) : undefined;
      if (safety && Number(safety.value) > before) await keep([safety]);
      throw error;
    }
    return answered(questionnaire, client, exams, date, given.answers);
  });
}

/**
 * What the client answered last, as they were told it then; undefined where they answered nothing themselves.
 * The reading is traced.
 */
export async function readAnswered(ctx: Ctx, number: string, code: string): Promise<Answered | undefined> {
  const client = await openRecord(ctx, "questionnaire:answer", number, "questionnaires");
  const [offered, groups] = await Promise.all([offeredTo(ctx, client), resultGroupsOf(ctx, number)]);
  const questionnaire = offered.find((one) => one.questionnaire.code === code)?.questionnaire;
  if (!questionnaire) return undefined;
  const own = groups
    .filter(({ source, by }) => source === answersSource && by === ctx.actor.id)
    .toSorted((a, b) => b.at.localeCompare(a.at));
  for (const group of own) {
    const kept = answersKept(examsOf([group])[0]?.results[questionnaire.answersItem]?.value);
    if (kept) return answered(questionnaire, client, examsOf(groups), group.date, kept);
  }
  return undefined;
}

function answered(
  questionnaire: Questionnaire,
  client: Client,
  exams: readonly ExamResults[],
  date: PlainDate,
  answers: readonly Given[],
): Answered {
  const results = resultsOfAnswers(questionnaire, answers);
  const score = scoreOfAnswers(questionnaire, factsOf(client, exams, date), date, results);
  return { questionnaire, date, score, urgent: safetyOf(questionnaire, answers) > 0 };
}

function dayAsked(asked: PlainDate, today: PlainDate): PlainDate {
  if (asked <= today && asked >= addDays(today, -lookBack)) return asked;
  throw new InvalidInput([
    {
      field: "date",
      message: {
        en: `A day of the last ${lookBack} days, today at the latest.`,
        zh: `请填写最近${lookBack}天内的日期，最晚为今天。`,
      },
    },
  ]);
}

/** Answers to what a signed exam has answers to already are a new look, on a day of their own. */
function dayOf(
  { assessments }: Core,
  exams: readonly ExamResults[],
  answersItem: string,
  today: PlainDate,
): PlainDate {
  const newest = new Map<PlainDate, Core["assessments"][number]>();
  for (const one of assessments)
    if ((newest.get(one.date)?.version ?? 0) < one.version) newest.set(one.date, one);
  const recent = [...newest.values()]
    .filter(({ date }) => date >= addDays(today, -lookBack) && date <= today)
    .toSorted((a, b) => b.date.localeCompare(a.date));
  const lacks = ({ date, answersOnly, results }: ExamResults) =>
    !answersOnly && !results[answersItem] && date;
  const lacking = new Set(exams.map(lacks));
  const open = recent.find(({ state }) => state === "proposed" || state === "in review");
  const signed = recent.find(({ date, state }) => state === "signed" && lacking.has(date));
  return (open ?? signed)?.date ?? today;
}

const answeredBefore = (): Conflict =>
  new Conflict({
    en: "An answer you gave before asks that we speak with you, so it is not taken back here. To change it, please tell the centre.",
    zh: "您之前的一项回答需要我们与您沟通，此处不能撤回。如需更改，请联系中心。",
  });
