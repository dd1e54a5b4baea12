import { type FieldProblem, InvalidInput } from "../kernel/errors.ts";
import type { Bilingual } from "../kernel/text.ts";
import type { Piece } from "./education.ts";

export interface MarkedQuestion {
  id: string;
  right: boolean;
  chosen: number;
  answer: number;
  because: Bilingual;
}

export interface MarkedQuiz {
  /** True only when all three are right. */
  understood: boolean;
  /** Right answers, 0 to 3. */
  score: number;
  questions: MarkedQuestion[];
}

/**
 * Marks the three questions of a piece. `answers` is question id → index of the chosen option (0, 1, 2).
 * Every question comes back with the right option and why, so that a wrong answer teaches.
 * Throws InvalidInput when a question is unanswered, an answer names no option, or an id is not of this piece.
 */
export function markQuiz(piece: Pick<Piece, "quiz">, answers: Readonly<Record<string, number>>): MarkedQuiz {
  const problems: FieldProblem[] = [];
  const known = new Set(piece.quiz.map((question) => question.id));
  for (const id of Object.keys(answers)) {
    if (!known.has(id)) {
      problems.push({
        field: `answers.${id}`,
        message: { en: "This question belongs to another quiz.", zh: "此题不属于本次小测。" },
      });
    }
  }
  for (const question of piece.quiz) {
    const chosen = answers[question.id];
    if (chosen === undefined || question.options[chosen] === undefined) {
      problems.push({
        field: `answers.${question.id}`,
        message: { en: "Choose one of the three answers.", zh: "请从三个答案中选择一个。" },
      });
    }
  }
  if (problems.length > 0) throw new InvalidInput(problems);

  const questions = piece.quiz.map((question): MarkedQuestion => {
    const chosen = answers[question.id] as number;
    const { id, answer, because } = question;
    return { id, right: chosen === answer, chosen, answer, because };
  });
  const score = questions.filter((question) => question.right).length;
  return { understood: score === questions.length, score, questions };
}
