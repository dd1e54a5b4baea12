import * as z from "zod";
import { type Change, putNew, save } from "../../data/commit.ts";
import { getItems, type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";

const recallEnds = ["collected", "resulted", "deferred", "declined"] as const;

/** A client to be asked back because a sample could not be used; ends with a new sample or their word. */
export const RecallSchema = z.object({
  client: z.string(),
  centre: z.string(),
  exam: z.string(),
  /** The rejected sample. */
  sample: z.number().int(),
  items: z.array(z.string()),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  ended: z.object({ at: z.string(), by: z.string(), how: z.enum(recallEnds) }).optional(),
  v: z.number().int(),
});
export type Recall = z.infer<typeof RecallSchema>;

const recallKey = ({ client, exam, sample }: Pick<Recall, "client" | "exam" | "sample">): Key => ({
  pk: `C#${client}`,
  sk: `RECALL#${exam}#${String(sample).padStart(3, "0")}`,
});

function recallItem(recall: Recall): Item & { v: number } {
  const listed = recall.ended ? {} : { listPk: `RECALL#${recall.centre}`, listSk: recall.at };
  return { ...recallKey(recall), ...recall, ...listed };
}

export const addRecall = (recall: Recall): Change => putNew(recallItem(recall));
export const saveRecall = (recall: Recall): Change => save(recallItem(recall));

/** The recalls of one exam. */
export async function recallsOf(ctx: Ctx, client: string, exam: string): Promise<Recall[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: `RECALL#${exam}#` });
  return items.map((item) => RecallSchema.parse(item));
}

/** Who is still to be asked back, oldest first. */
export async function recallsOpen(ctx: Ctx, centre: string): Promise<Recall[]> {
  const { items } = await query(ctx, { index: "list", pk: `RECALL#${centre}` });
  const found = await getItems(
    ctx,
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
  return found.map((item) => RecallSchema.parse(item)).filter(({ ended }) => !ended);
}
