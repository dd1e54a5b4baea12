import * as z from "zod";
import { authorize } from "../../access/index.ts";
import { openList } from "../../clients/index.ts";
import { type Change, commit, putNew, save, withRetry } from "../../data/commit.ts";
import { getItem, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { addDays, localDate, type PlainDate } from "../../kernel/time.ts";
import { requestMark } from "../booking/plan-booking.ts";
import type { Exam } from "./exam.ts";
import { examInFile } from "./exam-in-file.ts";
import { readExamNumber } from "./exam-number.ts";
import { saveExam } from "./exams.store.ts";
import { examsHere, examsNamed } from "./exams-here.ts";
import { drawnLateOn, examAt, floorDay } from "./floor.store.ts";

/** A rack of samples that went from one hand to another. */
export const HandoverSchema = z.object({
  id: z.string(),
  centre: z.string(),
  date: z.string(),
  /** Labels, `E261122-00375.2`. */
  samples: z.array(z.string()),
  gave: z.object({ by: z.string(), at: z.string() }),
  took: z.object({ by: z.string(), at: z.string() }).optional(),
  /** Mark of the idempotency key it was made under. */
  request: z.string().optional(),
  v: z.number().int(),
});
export type Handover = z.infer<typeof HandoverSchema>;

/** What a rack holds, and what one commit takes. */
const most = 60;

const keyOf = ({ centre, date, id }: Pick<Handover, "centre" | "date" | "id">): Key => ({
  pk: floorDay(centre, date),
  sk: `HAND#${id}`,
});

/** The label of a sample: its exam's number and its own. */
export const labelOf = (exam: Pick<Exam, "number">, n: number): string => `${exam.number}.${n}`;

function centreOf(ctx: Ctx): string {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "samples:work", { centre: ctx.actor.centre });
  return ctx.actor.centre;
}

/**
 * Samples of the exams of a day, and of earlier ones drawn on that day, that were not handed over yet, by their
 * labels, the list traced.
 */
export async function samplesHere(
  ctx: Ctx,
  date: PlainDate = localDate(ctx.now()),
): Promise<{ label: string; tube: string; exam: Exam }[]> {
  const centre = centreOf(ctx);
  const [ofDay, late] = await Promise.all([
    examsHere(ctx, centre, date),
    drawnLateOn(ctx, centre, date).then((named) => examsNamed(ctx, named)),
  ]);
  const exams = [...ofDay, ...late];
  const found = exams.flatMap((exam) =>
    exam.samples
      .filter(({ state }) => state === "collected")
      .map(({ n, tube }) => ({ label: labelOf(exam, n), tube, exam })),
  );
  await openList(
    ctx,
    "samples",
    found.map(({ exam }) => exam.client),
  );
  return found;
}

/**
 * Puts samples on a list that somebody will take: at most 60, each drawn and on no other list. The same
 * idempotency key is the same list.
 * @throws InvalidInput (`samples`) for a label that is none of these.
 */
export async function handOver(
  ctx: Ctx,
  labels: readonly string[],
  idempotencyKey?: string,
): Promise<Handover> {
  const centre = centreOf(ctx);
  const chosen = [...new Set(labels)];
  if (!chosen.length || chosen.length > most)
    throw new InvalidInput([
      { field: "samples", message: { en: `Choose 1 to ${most} samples.`, zh: `请选择1至${most}份标本。` } },
    ]);
  const request = idempotencyKey ? requestMark(ctx, idempotencyKey) : undefined;
  const id = ctx.newId();
  return withRetry(ctx, async () => {
    const same = request && (await handoversOn(ctx)).find((one) => one.request === request);
    if (same) return same;
    const exams = await examsOfLabels(ctx, centre, chosen);
    const changed = exams.map(({ exam, parts }) => ({
      ...exam,
      samples: exam.samples.map((one) =>
        parts.has(one.n) ? { ...one, state: "handed over" as const, handover: id } : one,
      ),
    }));
    const handover: Handover = {
      id,
      centre,
      date: localDate(ctx.now()),
      samples: chosen,
      gave: { by: ctx.actor.id, at: ctx.now() },
      ...(request ? { request } : {}),
      v: 1,
    };
    const changes: Change[] = [...changed.map(saveExam), putNew({ ...keyOf(handover), ...handover })];
    await commit(ctx, {
      changes,
      log: {
        subject: floorDay(centre, handover.date),
        action: "samples.given",
        refs: { handover: id, samples: chosen.length },
      },
    });
    return handover;
  });
}

async function examsOfLabels(
  ctx: Ctx,
  centre: string,
  labels: readonly string[],
): Promise<{ exam: Exam; parts: Set<number> }[]> {
  const byExam = new Map<string, { exam: Exam; parts: Set<number> }>();
  for (const label of labels) {
    const read = readExamNumber(label);
    if (!read?.part) throw notHere(label);
    const there = byExam.get(read.number) ?? (await examFor(ctx, centre, read, label));
    const sample = there.exam.samples.find(({ n }) => n === read.part);
    if (sample?.state !== "collected") throw notHere(label);
    there.parts.add(read.part);
    byExam.set(read.number, there);
  }
  return [...byExam.values()];
}

async function examFor(
  ctx: Ctx,
  centre: string,
  read: { date: PlainDate; queue: number },
  label: string,
): Promise<{ exam: Exam; parts: Set<number> }> {
  const at = await examAt(ctx, centre, read);
  const exam = at && (await examInFile(ctx, at));
  if (!exam) throw notHere(label);
  return { exam, parts: new Set() };
}

const notHere = (label: string) =>
  new InvalidInput([
    {
      field: "samples",
      message: {
        en: `${label.slice(0, 24)} is no sample that waits to be handed over.`,
        zh: `${label.slice(0, 24)} 不是待交接的标本。`,
      },
    },
  ]);

/**
 * Takes a list over: by somebody else than who gave it, and only when the count agrees.
 * @throws Conflict naming both counts (`facts`), or when it was taken already.
 */
export async function takeOver(ctx: Ctx, date: PlainDate, id: string, count: number): Promise<Handover> {
  const centre = centreOf(ctx);
  return withRetry(ctx, async () => {
    const item = await getItem(ctx, keyOf({ centre, date, id }));
    if (!item) throw new NotFound();
    const handover = HandoverSchema.parse(item);
    if (handover.took?.by === ctx.actor.id) return handover;
    if (handover.took) throw new Conflict({ en: "Somebody has taken this list.", zh: "该清单已被接收。" });
    if (handover.gave.by === ctx.actor.id)
      throw new Conflict({
        en: "Whoever takes the samples is somebody else than who gave them.",
        zh: "接收人与交出人不能为同一人。",
      });
    const listed = handover.samples.length;
    if (count !== listed)
      throw new Conflict(
        {
          en: `The list has ${listed} samples and ${count} were counted. Count again, or look for the missing one.`,
          zh: `清单为 ${listed} 份，清点为 ${count} 份，请重新清点或查找缺少的标本。`,
        },
        { listed, counted: count },
      );
    const took = { by: ctx.actor.id, at: ctx.now() };
    const next: Handover = { ...handover, took };
    await commit(ctx, {
      changes: [save({ ...keyOf(handover), ...next })],
      log: {
        subject: floorDay(centre, date),
        action: "samples.taken",
        refs: { handover: id, samples: listed },
      },
    });
    return { ...next, v: handover.v + 1 };
  });
}

/** The lists of a day, oldest first. */
export async function handoversOn(ctx: Ctx, date: PlainDate = localDate(ctx.now())): Promise<Handover[]> {
  const centre = centreOf(ctx);
  const { items } = await query(ctx, { pk: floorDay(centre, date), begins: "HAND#" });
  return items.map((item: Item) => HandoverSchema.parse(item));
}

/** A rack nobody took is looked for so many days. */
const lookedForDays = 7;

/** Today's lists, and before them those of the last days that nobody has taken yet: a day's end loses none. */
export async function handoversNow(ctx: Ctx): Promise<Handover[]> {
  const today = localDate(ctx.now());
  const days = Array.from({ length: lookedForDays + 1 }, (_, at) => addDays(today, at - lookedForDays));
  const lists = await Promise.all(days.map((date) => handoversOn(ctx, date)));
  return lists.flat().filter(({ date, took }) => date === today || !took);
}
