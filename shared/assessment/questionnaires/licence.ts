import * as z from "zod";
import type { Bilingual } from "../../kernel/text.ts";
import { isChoice, type Questionnaire } from "./questionnaire.ts";

/** Words of the centre; English left out is said in Chinese. */
const words = z
  .strictObject({ zh: z.string().trim().min(1).max(1000), en: z.string().trim().max(1000).default("") })
  .transform(({ zh, en }) => ({ zh, en: en || zh }));

const WordingSchema = z.strictObject({
  intro: words,
  questions: z.array(z.strictObject({ text: words, answers: z.array(words).max(12) })).max(40),
});

/** What a centre records to use the words of a questionnaire: its licence, and the words it was given. */
export const LicenceInputSchema = z.strictObject({
  reference: z.string().trim().min(1).max(300),
  wording: WordingSchema,
});

type Words = z.output<typeof WordingSchema>["questions"];

/** The words that do not fit a questionnaire, by question. */
function misfits({ questions }: Questionnaire, given: Words): { at: number; words: Bilingual }[] {
  const unfit = questions.flatMap((question, at) => {
    const said = given[at];
    const wanted = isChoice(question) ? question.points.length : 0;
    if (said?.answers.length === wanted) return [];
    const below = wanted
      ? { en: ` and below it ${wanted} answers, one a line`, zh: `，其下每行一个选项，共 ${wanted} 个` }
      : { en: ", nothing else", zh: "，不写其他内容" };
    return [
      {
        at,
        words: { en: `Write the question on the first line${below.en}.`, zh: `第一行写题目${below.zh}。` },
      },
    ];
  });
  const more = given.length > questions.length;
  const tooMany = {
    en: "There are more questions than the questionnaire has.",
    zh: "题目数多于该问卷。",
  };
  return more ? [...unfit, { at: questions.length, words: tooMany }] : unfit;
}

/** The same, asking for exactly the questions and answers the questionnaire has. */
export const licenceFor = (questionnaire: Questionnaire) =>
  LicenceInputSchema.superRefine(({ wording }, refine) => {
    for (const { at, words } of misfits(questionnaire, wording.questions))
      refine.addIssue({
        code: "custom",
        path: ["wording", "questions", at],
        message: words.en,
        params: { words },
      });
  });

const Person = z.object({ id: z.string(), name: z.string() });

/** A licence as it is kept; once `ended` the questionnaire is not asked any more, and what was answered stays. */
export const LicenceSchema = z.object({
  code: z.string(),
  reference: z.string(),
  wording: z.object({
    intro: z.object({ zh: z.string(), en: z.string() }),
    questions: z.array(
      z.object({
        text: z.object({ zh: z.string(), en: z.string() }),
        answers: z.array(z.object({ zh: z.string(), en: z.string() })),
      }),
    ),
  }),
  by: Person,
  at: z.string(),
  ended: z.exactOptional(z.object({ by: Person, at: z.string() })),
  v: z.int(),
});
export type Licence = z.infer<typeof LicenceSchema>;
