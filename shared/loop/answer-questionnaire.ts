import type * as z from "zod";
import { authorize, mayEver } from "../access/index.ts";
import {
  AnsweredSchema,
  factsOf,
  offeredTo,
  type Questionnaire,
  resultsOfAnswers,
  type Score,
  scoreOfAnswers,
} from "../assessment/index.ts";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { Conflict, InvalidInput, NotAllowed, NotFound } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import { addDays, localDate, type PlainDate } from "../kernel/time.ts";
import { examsOf } from "../testing/index.ts";
import { type Core, openCore } from "./open-core.ts";
import { planResults } from "./receive-results.ts";

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
 * last 30 days that is not signed, else to the day itself. The same answers again change nothing.
 * @throws NotFound for a questionnaire not offered to this client; InvalidInput naming each question without
 * a usable answer, and a date that is not within those days; Conflict where a client has given other answers
 * for this exam: what was said about safety is not taken back by a second try.
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
    const date = dayOf(core, ctx.actor.kind === "client" ? undefined : given.date, today);
    const results = resultsOfAnswers(questionnaire, given.answers);
    const exams = examsOf(core.groups);
    const there = exams.find((exam) => exam.date === date)?.results[questionnaire.answersItem];
    if (ctx.actor.kind === "client" && there && there.value !== results[0]?.value) throw answeredBefore();
    const planned = planResults(ctx, core, { date, results, from: { source: "questionnaire" } });
    if (planned) await commit(ctx, planned);
    const score = scoreOfAnswers(questionnaire, factsOf(client, exams, date), date, results);
    const urgent = results.some(({ item, value }) => item === "PHQ9I9" && Number(value) > 0);
    return { questionnaire, date, score, urgent };
  });
}

function dayOf({ assessments }: Core, asked: PlainDate | undefined, today: PlainDate): PlainDate {
  const from = addDays(today, -lookBack);
  if (asked !== undefined) {
    if (asked > today || asked < from)
      throw new InvalidInput([
        {
          field: "date",
          message: {
            en: `A day of the last ${lookBack} days, today at the latest.`,
            zh: `请填写最近${lookBack}天内的日期，最晚为今天。`,
          },
        },
      ]);
    return asked;
  }
  const newest = new Map<PlainDate, Core["assessments"][number]>();
  for (const one of assessments)
    if ((newest.get(one.date)?.version ?? 0) < one.version) newest.set(one.date, one);
  const open = [...newest.values()]
    .filter(({ date, state }) => date >= from && date <= today && ["proposed", "in review"].includes(state))
    .map(({ date }) => date);
  return open.toSorted().at(-1) ?? today;
}

const answeredBefore = (): Conflict =>
  new Conflict({
    en: "You have answered this one already for this exam. To change an answer, please tell the centre.",
    zh: "本次体检您已填写过该问卷。如需更改，请联系中心。",
  });
