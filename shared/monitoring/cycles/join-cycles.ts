import type { Cycle } from "./cycle.ts";

const exam = ({ openedBy }: Pick<Cycle, "openedBy">): string => openedBy.date;

/**
 * The turns of one person out of two files, numbered in the order of their exams: each closes with the one
 * after it, and the last is as it was.
 */
export function joinCycles(client: string, cycles: readonly Cycle[]): Cycle[] {
  const inOrder = [...cycles].sort(
    (a, b) => exam(a).localeCompare(exam(b)) || a.openedAt.localeCompare(b.openedAt),
  );
  return inOrder.map((cycle, at) => {
    const after = inOrder[at + 1];
    const numbered = { ...cycle, client, number: at + 1 };
    if (!after) return numbered;
    return {
      ...numbered,
      state: "closed" as const,
      closedBy: after.openedBy,
      closedAt: cycle.closedAt ?? after.openedAt,
    };
  });
}
