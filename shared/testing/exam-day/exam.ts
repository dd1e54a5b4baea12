import * as z from "zod";

/**
 * How far an item has come. `declined` (弃检), `deferred` (迟检, to a later visit) and `passed` (替检, to another
 * person) are ends of their own; a deferred order whose item was done on a later visit names that visit (补检).
 */
export const orderStates = [
  "ordered",
  "collected",
  "resulted",
  "verified",
  "declined",
  "deferred",
  "passed",
] as const;
export type OrderState = (typeof orderStates)[number];

export const OrderSchema = z.object({
  item: z.string(),
  state: z.enum(orderStates),
  /** Why it was given up, put off or passed on. */
  reason: z.string().optional(),
  /** The day it was put off to, where one was said. */
  until: z.string().optional(),
  /** The visit on which a deferred item was done after all. */
  madeUpBy: z.string().optional(),
  /** The exam whose deferred item this order makes up for. */
  makesUpFor: z.string().optional(),
});
export type Order = z.infer<typeof OrderSchema>;

export const sampleStates = ["collected", "handed over", "rejected"] as const;

/** What was drawn into one tube. A sample taken again after a rejection is a sample of its own. */
export const SampleSchema = z.object({
  /** Counts the exam's samples; the label is the exam number with this ending. */
  n: z.number().int(),
  tube: z.string(),
  items: z.array(z.string()),
  state: z.enum(sampleStates),
  at: z.string(),
  by: z.string(),
  /** The list it left on. */
  handover: z.string().optional(),
  rejected: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
  /** The rejected sample it stands for. */
  replaces: z.number().int().optional(),
});
export type Sample = z.infer<typeof SampleSchema>;

/** One client's day at the centre, made when they check in (FHIR Encounter). `id` is its booking's. */
export const ExamSchema = z.object({
  id: z.string(),
  client: z.string(),
  centre: z.string(),
  /** Sayable; see `examNumber`. */
  number: z.string(),
  queue: z.number().int(),
  date: z.string(),
  package: z.string(),
  arrivedAt: z.string(),
  fasting: z.boolean(),
  /** Examined on a team day at a company: they walk through no room of the centre. */
  offSite: z.literal(true).optional(),
  state: z.enum(["open", "concluded", "passed"]),
  orders: z.array(OrderSchema),
  samples: z.array(SampleSchema).default([]),
  /** The rooms they went through, for waiting times. */
  steps: z
    .array(
      z.object({ room: z.string(), since: z.string(), called: z.string(), done: z.string(), by: z.string() }),
    )
    .default([]),
  v: z.number().int(),
});
export type Exam = z.infer<typeof ExamSchema>;

const ends: ReadonlySet<OrderState> = new Set(["verified", "declined", "deferred", "passed"]);

/** Whether nothing more is awaited of an order. */
export const hasEnded = (order: Pick<Order, "state">): boolean => ends.has(order.state);

/** The items a client gave up (弃检), each with the reason: what a refund is proposed from. */
export const givenUpOf = (exam: Pick<Exam, "orders">): { item: string; reason: string }[] =>
  exam.orders.flatMap(({ item, state, reason }) =>
    state === "declined" ? [{ item, reason: reason ?? "" }] : [],
  );

/** The items put off to a later visit and not made up for yet (迟检). */
export const putOffIn = (exam: Pick<Exam, "orders">): Order[] =>
  exam.orders.filter(({ state, madeUpBy }) => state === "deferred" && madeUpBy === undefined);

/** The exam with some of its orders changed. */
export const withOrders = <E extends Pick<Exam, "orders">>(
  exam: E,
  change: (order: Order) => Order | undefined,
): E => ({ ...exam, orders: exam.orders.map((order) => change(order) ?? order) });
