import { getItems } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Exam } from "./exam.ts";
import { examDaysIn, examKey } from "./exams.store.ts";
import { examsOn } from "./floor.store.ts";

/** Every exam of a day, by queue number; whoever shows it leaves the trace. */
export async function examsHere(ctx: Ctx, centre: string, date: PlainDate): Promise<Exam[]> {
  const keys = await examsOn(ctx, centre, date);
  const items = await getItems(
    ctx,
    keys.map(({ client, exam }) => examKey(client, exam)),
  );
  return examDaysIn(items).sort((a, b) => a.queue - b.queue);
}
