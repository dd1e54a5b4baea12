import { examOf, type Plan } from "./plan.ts";

/** The plans of one person out of two files, numbered in the order of their exams; only the last goes on. */
export function joinPlans(client: string, plans: readonly Plan[]): Plan[] {
  const inOrder = [...plans].sort(
    (a, b) => examOf(a).date.localeCompare(examOf(b).date) || a.number - b.number,
  );
  return inOrder.map((plan, at) => ({
    ...plan,
    client,
    number: at + 1,
    ...(at < inOrder.length - 1 ? { state: "closed" as const } : {}),
  }));
}
