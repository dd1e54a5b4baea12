import { type Change, putNew, save } from "../../data/commit.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type Exam, ExamSchema } from "./exam.ts";

const begins = "FILE#DAY#";

export const examKey = (client: string, id: string): Key => ({ pk: `C#${client}`, sk: `${begins}${id}` });

export const addExam = (exam: Exam): Change => putNew({ ...examKey(exam.client, exam.id), ...exam });
export const saveExam = (exam: Exam): Change => save({ ...examKey(exam.client, exam.id), ...exam });

/** An exam by its booking's id. */
export async function examOf(ctx: Ctx, client: string, id: string): Promise<Exam | undefined> {
  const item = await getItem(ctx, examKey(client, id));
  return item && ExamSchema.parse(item);
}

/** The exams among the items of a file, oldest first. */
export const examDaysIn = (items: readonly Item[]): Exam[] =>
  items
    .filter(({ sk }) => sk.startsWith(begins))
    .map((item) => ExamSchema.parse(item))
    .sort((a, b) => a.arrivedAt.localeCompare(b.arrivedAt));

/** Every exam a client ever came to, oldest first. */
export async function examDaysOf(ctx: Ctx, client: string): Promise<Exam[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins });
  return examDaysIn(items);
}
