import { type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import type { Bilingual } from "../../kernel/text.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { NewResult } from "../../testing/index.ts";
import type { Score } from "../assessment.ts";
import type { Facts } from "../facts.ts";
import { scoresOf } from "../scores/registry.ts";
import { isChoice, type Question, type Questionnaire } from "./questionnaire.ts";

/** An answer as it came in; nothing, where the question was left out. */
export type Given = number | null | undefined;

/**
 * The results a filled-in questionnaire brings: the answers as points, and its sums.
 * @throws InvalidInput naming every question (`answers.0` is the first) that has no answer, or one it does not offer.
 */
export function resultsOfAnswers(questionnaire: Questionnaire, given: readonly Given[]): NewResult[] {
  const problems: FieldProblem[] = [];
  const answers = questionnaire.questions.map((question, at) => {
    const answer = given[at] ?? unasked(question, given);
    const refusal = refusalOf(question, answer, at + 1);
    if (refusal) problems.push({ field: `answers.${at}`, message: refusal });
    return answer ?? 0;
  });
  for (let at = answers.length; at < given.length; at++)
    problems.push({
      field: `answers.${at}`,
      message: { en: "There is no such question.", zh: "没有该题。" },
    });
  if (problems.length) throw new InvalidInput(problems);
  return [
    { item: questionnaire.answersItem, value: answers.join(" "), unit: "" },
    ...Object.entries(questionnaire.sums(answers)).map(([item, value]) => ({ item, value, unit: "" })),
  ];
}

/** What was answered about safety, in points; none where that is not asked or was left out. */
export const safetyOf = ({ safety }: Questionnaire, given: readonly Given[]): number =>
  (safety === undefined ? undefined : given[safety]) ?? 0;

/** The answers as points, out of the result that keeps them. */
export const answersKept = (value: number | string | undefined): number[] | undefined =>
  value === undefined ? undefined : String(value).split(" ").map(Number);

/** No days of something need no minutes of it. */
const unasked = (question: Question, given: readonly Given[]): number | undefined =>
  !isChoice(question) && question.noneWith !== undefined && given[question.noneWith] === 0 ? 0 : undefined;

function refusalOf(question: Question, answer: Given, number: number): Bilingual | undefined {
  if (answer === undefined || answer === null)
    return { en: `Answer question ${number}.`, zh: `请回答第${number}题。` };
  if (isChoice(question))
    return question.points.includes(answer)
      ? undefined
      : { en: `Choose one of the answers to question ${number}.`, zh: `请选择第${number}题的一个选项。` };
  return Number.isInteger(answer) && answer >= 0 && answer <= question.most
    ? undefined
    : {
        en: `Question ${number}: a whole number from 0 to ${question.most}.`,
        zh: `第${number}题：请填写0至${question.most}之间的整数。`,
      };
}

/** What the answers come to for this person, as an assessment of that day says it. */
export function scoreOfAnswers(
  { score }: Questionnaire,
  facts: Facts,
  date: PlainDate,
  results: readonly NewResult[],
): Score | undefined {
  const readings = results.map(({ item, value, unit }) => [item, { value, unit, date }] as const);
  const seen = { ...facts, date, results: { ...facts.results, ...Object.fromEntries(readings) } };
  return scoresOf(seen, [score]).get(score);
}
