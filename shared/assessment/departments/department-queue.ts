import { authorize } from "../../access/index.ts";
import { type ClientCard, clientCards, openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { resultGroupsOf, resultsIn } from "../../testing/index.ts";
import { waitingFor } from "../assessments.store.ts";
import type { DepartmentConclusion } from "./conclusion.ts";
import { saidOf } from "./conclusions.store.ts";
import { departmentCalled, departmentsOf } from "./department.ts";

/** An exam whose summary is not signed, and what the reader's departments have said of it. */
export interface DepartmentTask {
  client: ClientCard;
  date: PlainDate;
  parts: { department: string; said?: DepartmentConclusion }[];
}

/**
 * The exams that wait for a summary, most urgent first, with the part of the departments the actor works in: those
 * that have results of theirs, and those that examine without. One trace names whom the list showed.
 * @throws NotAllowed for who writes no conclusions.
 */
export async function departmentQueue(ctx: Ctx, limit = 40): Promise<DepartmentTask[]> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const { centre, departments: own = [] } = ctx.actor;
  authorize(ctx, "department:conclude", { centre });
  const waiting = own.length ? await waitingFor(ctx, centre, limit) : [];
  const numbers = waiting.map(({ client }) => client);
  await openList(ctx, "departments", numbers);
  const cards = await clientCards(ctx, numbers);
  const tasks = await Promise.all(
    waiting.map(async ({ client, date }): Promise<DepartmentTask[]> => {
      const card = cards.get(client);
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
      return card && parts.length ? [{ client: card, date, parts }] : [];
    }),
  );
  return tasks.flat();
}

const examinesByHand = (id: string): boolean => {
  const found = departmentCalled(id);
  return found !== undefined && !found.items && !found.groups;
};
