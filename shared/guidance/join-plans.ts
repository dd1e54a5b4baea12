import { examOf, type Plan } from "./plan.ts";

/**
 * The plans of one person out of two files, numbered in the order of their exams; only the last that no recall took
 * back goes on.
 */
export function joinPlans(client: string, plans: readonly Plan[]): Plan[] {
  const inOrder = [...plans].sort(
    (a, b) => examOf(a).date.localeCompare(examOf(b).date) || a.number - b.number,
  );
  const last = inOrder.findLast(({ state }) => state !== "withdrawn");
  return inOrder.map((plan, at) => ({
    ...plan,
    client,
    number: at + 1,
    ...(plan === last || plan.state === "withdrawn" ? {} : { state: "closed" as const }),
  }));
}
