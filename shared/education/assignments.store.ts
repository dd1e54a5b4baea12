import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, type Item, type Key, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Assignment, AssignmentSchema } from "./education.ts";

const key = (client: string, content: string): Key => ({ pk: `C#${client}`, sk: `EDU#${content}` });
const item = (assignment: Assignment): Item & { v: number } => ({
  ...key(assignment.client, assignment.content),
  ...assignment,
});

export const addAssignment = (assignment: Assignment): Change => putNew(item(assignment));
export const saveAssignment = (assignment: Assignment): Change => save(item(assignment));

/** Every piece a client was ever given. */
export async function assignmentsOf(ctx: Ctx, client: string): Promise<Assignment[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "EDU#" });
  return assignmentsIn(items);
}

/** The pieces among the items of a client. */
export const assignmentsIn = (items: readonly Item[]): Assignment[] =>
  items.filter(({ sk }) => sk.startsWith("EDU#")).map((found) => AssignmentSchema.parse(found));

export async function assignmentOf(
  ctx: Ctx,
  client: string,
  content: string,
): Promise<Assignment | undefined> {
  const found = await getItem(ctx, key(client, content));
  return found ? AssignmentSchema.parse(found) : undefined;
}
