import { getItems } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Exam } from "./exam.ts";
import { examInFile } from "./exam-in-file.ts";
import { examDaysIn, examKey } from "./exams.store.ts";
import { examsOn } from "./floor.store.ts";

/** Every exam of a day, by queue number, whatever file it stands in now; whoever shows it leaves the trace. */
export async function examsHere(ctx: Ctx, centre: string, date: PlainDate): Promise<Exam[]> {
  return (await examsNamed(ctx, await examsOn(ctx, centre, date))).sort((a, b) => a.queue - b.queue);
}

/** The exams that numbers of a day name. */
export async function examsNamed(
  ctx: Ctx,
  named: readonly { client: string; exam: string }[],
): Promise<Exam[]> {
  const items = await getItems(
    ctx,
    named.map(({ client, exam }) => examKey(client, exam)),
  );
  const there = new Set(items.map((item) => String(item["id"])));
  const moved = await Promise.all(
    named.filter(({ exam }) => !there.has(exam)).map((one) => examInFile(ctx, one)),
  );
  return [...examDaysIn(items), ...moved.flatMap((exam) => exam ?? [])];
}
