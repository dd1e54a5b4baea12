import type { Bilingual } from "../../kernel/text.ts";
import type { Sex } from "../facts.ts";

/** A question with its answers to choose from, as points in the order they are printed. */
interface Choice {
  readonly points: readonly number[];
}

/** A question for a whole number; `noneWith` names the earlier question (by place) whose 0 answers this one too. */
interface Count {
  readonly unit: Bilingual;
  readonly most: number;
  readonly noneWith?: number;
}

export type Question = Choice | Count;

export const isChoice = (question: Question): question is Choice => "points" in question;

/** The words of a questionnaire: `questions` stand in its order, `answers` in the order of their points. */
export interface Wording {
  readonly intro: Bilingual;
  readonly questions: readonly { readonly text: Bilingual; readonly answers: readonly Bilingual[] }[];
}

/** For whom it was made; outside, it is neither offered nor taken. */
export interface MadeFor {
  readonly ageFrom: number;
  readonly ageTo?: number;
  readonly sex?: Sex;
  /** Not for somebody known not to smoke. */
  readonly smokers?: true;
}

/**
 * A questionnaire: codes and points are ours to ship; words are shipped only where they are free without
 * doubt, and otherwise come from the centre, which records its licence.
 */
export interface Questionnaire {
  /** The code of its sum in the catalogue, and its name in addresses. */
  readonly code: string;
  readonly name: Bilingual;
  /** What it looks at, in a few words; no words of the questionnaire itself. */
  readonly about: Bilingual;
  /** The time its questions look back on. */
  readonly recall: Bilingual;
  readonly minutes: number;
  /** The formula that reads the answers. */
  readonly score: string;
  /** Catalogue item that keeps the answers as points. */
  readonly answersItem: string;
  readonly questions: readonly Question[];
  /** What else is kept beside the answers, by catalogue item. */
  sums(answers: readonly number[]): Readonly<Record<string, number>>;
  readonly madeFor: MadeFor;
  readonly source: string;
  readonly licence: Bilingual;
  /** The words, where they are free. */
  readonly wording?: Wording;
  /** The question, from 0, that somebody answers with more than 0 points when they need a person today. */
  readonly safety?: number;
  /** Says how somebody feels: what it finds is told by a person. */
  readonly feelings?: true;
}

export const total = (answers: readonly number[]): number => answers.reduce((all, one) => all + one, 0);

/** So many questions of the same points. */
export const alike = (count: number, points: readonly number[]): Question[] =>
  Array.from({ length: count }, () => ({ points }));

/** Words of questions that share their answers. */
export const sharing = (
  answers: readonly Bilingual[],
  questions: readonly (readonly [zh: string, en: string])[],
): Wording["questions"] => questions.map(([zh, en]) => ({ text: { zh, en }, answers }));

/** The most points a question can bring. */
export const mostOf = (question: Question): number =>
  isChoice(question) ? Math.max(...question.points) : question.most;
