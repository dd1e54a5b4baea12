import { authorize } from "../../access/index.ts";
import { type ClientCard, clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { resultGroupsOf, resultsIn } from "../../testing/index.ts";
import { waitingPage } from "../assessments.store.ts";
import type { DepartmentConclusion } from "./conclusion.ts";
import { saidOf } from "./conclusions.store.ts";
import { departmentCalled, departmentsOf } from "./department.ts";

/** An exam whose summary is not signed, and what the reader's departments have said of it. */
export interface DepartmentTask {
  client: ClientCard;
  date: PlainDate;
  parts: { department: string; said?: DepartmentConclusion }[];
}

/** So many exams are looked through at most, the most urgent ones. */
const lookedThrough = 1000;

/**
 * The exams that wait for a summary, with the part of the departments the actor works in: those that have results of
 * theirs, and those that examine without. What is not written yet comes first, the most urgent before the others. One
 * trace names whom the list showed.
 * @throws NotAllowed for who writes no conclusions.
 */
export async function departmentQueue(ctx: Ctx, limit = 40): Promise<DepartmentTask[]> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const { centre, departments: own = [] } = ctx.actor;
  authorize(ctx, "department:conclude", { centre });
  const [unwritten, written]: [Task[], Task[]] = [[], []];
  let after = own.length ? "" : undefined;
  for (let seen = 0; after !== undefined && unwritten.length < limit && seen < lookedThrough; seen += limit) {
    const { waiting, next }: Awaited<ReturnType<typeof waitingPage>> = await waitingPage(
      ctx,
      centre,
      limit,
      after,
    );
    const tasks = await Promise.all(waiting.map((one) => taskOf(ctx, own, one)));
    for (const task of tasks)
      if (task.parts.length) (task.parts.every(({ said }) => said) ? written : unwritten).push(task);
    after = next;
  }
  const shown = [...unwritten, ...written].slice(0, limit);
  const numbers = shown.map(({ client }) => client);
  await openList(ctx, "departments", numbers);
  const cards = await clientCards(ctx, numbers);
  return shown.flatMap(({ client, ...task }) => {
    const card = cards.get(client);
    return card ? [{ client: card, ...task }] : [];
  });
}

type Task = Omit<DepartmentTask, "client"> & { client: string };

async function taskOf(
  ctx: Ctx,
  own: readonly string[],
  { client, date }: { client: string; date: PlainDate },
): Promise<Task> {
  const [{ conclusions }, groups] = await Promise.all([
    saidOf(ctx, client, date),
    resultGroupsOf(ctx, client),
  ]);
  const theirs = new Set(
    groups
      .filter((group) => group.date === date && !group.withdrawn)
      .flatMap((group) => resultsIn(group).flatMap(({ item }) => departmentsOf(item))),
  );
  const parts = own
    .filter((id) => theirs.has(id) || examinesByHand(id))
    .map((department) => {
      const said = conclusions.find((one) => one.department === department);
      return said ? { department, said } : { department };
    });
  return { client, date, parts };
}

const examinesByHand = (id: string): boolean => {
  const found = departmentCalled(id);
  return found !== undefined && !found.items && !found.groups;
};
