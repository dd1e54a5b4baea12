import type { Instant } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import { itemsLookedAt } from "../results/result-words.ts";
import { answersSource, examsOf, type ResultGroup } from "../results/results.ts";
import { workedOut } from "./data/rooms.ts";
import { tubes } from "./data/tubes.ts";
import { type Exam, type OrderState, type Sample, withOrders } from "./exam.ts";

/** Items done in a room and still to do. */
export const toDoIn = (exam: Exam, room: string): string[] =>
  exam.orders
    .filter(({ item, state }) => state === "ordered" && catalogueItem(item)?.room === room)
    .map(({ item }) => item);

/** Items still to do anywhere. */
export const toDo = (exam: Exam): string[] =>
  exam.orders.filter(({ state }) => state === "ordered").map(({ item }) => item);

/** The items as done: what is drawn goes into tubes, a sample each. Items not waiting are left as they are. */
export function collect(exam: Exam, items: readonly string[], by: { at: Instant; by: string }): Exam {
  const done = exam.orders.filter(({ item, state }) => state === "ordered" && items.includes(item));
  const codes = done.map(({ item }) => item);
  return {
    ...withOrders(exam, (order) => (done.includes(order) ? { ...order, state: "collected" } : undefined)),
    samples: [...exam.samples, ...samplesOf(exam, codes, by)],
  };
}

function samplesOf(exam: Exam, codes: readonly string[], by: { at: Instant; by: string }): Sample[] {
  let n = Math.max(0, ...exam.samples.map((sample) => sample.n));
  return tubesFor(codes).map(({ tube, items }) => {
    const replaced = exam.samples.findLast(
      (one) =>
        one.state === "rejected" && one.tube === tube && one.items.some((item) => items.includes(item)),
    );
    return {
      n: ++n,
      tube,
      items,
      state: "collected",
      ...by,
      ...(replaced ? { replaces: replaced.n } : {}),
    };
  });
}

/** The tubes items are drawn into, in order of draw; items that need none are left out. */
export const tubesFor = (codes: readonly string[]): { tube: string; items: string[] }[] =>
  tubes.flatMap(({ id, specimens }) => {
    const items = codes.filter((code) => specimens.includes(catalogueItem(code)?.specimen ?? ""));
    return items.length ? [{ tube: id, items }] : [];
  });

/** What results may move: an order that was given up, put off or passed on stays what it is. */
const moves: ReadonlySet<OrderState> = new Set(["ordered", "collected", "resulted", "verified"]);

/**
 * The exam with its orders as far as the results say: `verified` by a final word of the laboratory or the
 * department that sent it, `resulted` by one that is not final or was typed here and nobody verified yet. An order
 * whose result was taken out again is `collected`. The same results always give the same orders.
 */
export function withResults(exam: Exam, groups: readonly ResultGroup[]): Exam {
  const own = groups.filter(
    (group) =>
      !group.withdrawn &&
      group.source !== answersSource &&
      (group.date === exam.date || group.examNumber === exam.number),
  );
  const words = new Map<string, OrderState>();
  for (const group of [...own].sort((a, b) => a.at.localeCompare(b.at) || a.n - b.n)) {
    for (const item of group.removed ?? []) words.delete(item);
    const preliminary = new Set(group.preliminary);
    const results = examsOf([group])[0]?.results ?? {};
    const sent = group.file !== undefined;
    for (const item of itemsLookedAt(results))
      words.set(item, sent && !preliminary.has(item) ? "verified" : "resulted");
  }
  for (const [item, from] of Object.entries(workedOut))
    if (!words.has(item) && from.every((one) => words.has(one)))
      words.set(item, from.every((one) => words.get(one) === "verified") ? "verified" : "resulted");
  return withOrders(exam, (order) => {
    if (!moves.has(order.state)) return undefined;
    const said = words.get(order.item);
    if (!said) return order.state === "ordered" ? undefined : { ...order, state: "collected" };
    return { ...order, state: order.state === "verified" ? "verified" : said };
  });
}

/** Whether two states of an exam hold the same orders. */
export const sameOrders = (a: Exam, b: Exam): boolean =>
  a.orders.every(({ state }, at) => state === b.orders[at]?.state);

/** The exam a set of results belongs to: by its number, else by its day. */
export const examFor = (
  exams: readonly Exam[],
  from: { date: string; examNumber?: string | undefined },
): Exam | undefined =>
  exams.find(({ number, state }) => number === from.examNumber && state !== "passed") ??
  exams.find(({ date, state }) => date === from.date && state !== "passed");
