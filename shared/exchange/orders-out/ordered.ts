import type { Client } from "../../clients/index.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Exam, OrderKind } from "../../testing/index.ts";

/** Orders of one exam as another system is to hear of them. */
export interface Ordered {
  /** MSH-10, and the id of the bundle. */
  id: string;
  kind: OrderKind;
  /** ORC-1: new, or cancelled. */
  control: "NW" | "CA";
  exam: Exam;
  client: Pick<Client, "number" | "name" | "sex" | "birthDate">;
  items: readonly string[];
  at: Instant;
}

/** Sample labels end in 1 to 99; orders begin where they end. */
const firstOrder = 101;

/** The placer's number of an order: the exam's number and the order's own, which comes back with the result. */
export function orderNumber({ number, orders }: Pick<Exam, "number" | "orders">, code: string): string {
  return `${number}.${firstOrder + orders.findIndex(({ item }) => item === code)}`;
}

/** The newest sample that holds an item and was not rejected. */
export const sampleFor = ({ samples }: Pick<Exam, "samples">, code: string) =>
  samples.findLast(({ items, state }) => items.includes(code) && state !== "rejected");
