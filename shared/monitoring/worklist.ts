import { authorize } from "../access/index.ts";
import { type ClientCard, clientCards, openList } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { NotAllowed } from "../kernel/errors.ts";
import { addDays, ageOn, daysBetween, defaultZone, localDate, type PlainDate } from "../kernel/time.ts";
import { asksManager, type FollowUp } from "./follow-ups/follow-up.ts";
import { type ListedRow, listedFor, openAt } from "./follow-ups/follow-ups.store.ts";
import { silentClients } from "./silence.ts";
import { standInsOf } from "./stand-ins.ts";

export const worklistFilters = ["overdue", "today", "7days", "high", "silent", "unanswered", "all"] as const;
export type WorklistFilter = (typeof worklistFilters)[number];

export const worklistGroups = ["overdue", "today", "7days", "later"] as const;
export type WorklistGroup = (typeof worklistGroups)[number];

export interface WorklistRow {
  followUp: FollowUp;
  client: ClientCard & { age: number };
  group: WorklistGroup;
  /** Days until its window closes; below 0, days over. */
  days: number;
}

export interface Worklist {
  today: PlainDate;
  rows: WorklistRow[];
  /** How many each filter holds; a filter that nothing can answer yet is left out. */
  counts: Partial<Record<WorklistFilter, number>>;
  /** Rows that match the filter beyond those given. */
  more: number;
  /** The earliest last day of all, for an empty list's word on what comes next. */
  nextDue: PlainDate | undefined;
  /** Whom the list stands in for today. */
  standsInFor: string[];
}

/**
 * A health manager's open follow-ups, the most pressing first: past their window, then what closes today
 * or was put before the manager, then within 7 days, then later. Without `manager` the actor's own; "" for
 * those nobody has. One trace names everybody it showed.
 * @throws NotAllowed for a role that works no follow-ups.
 */
export async function worklist(
  ctx: Ctx,
  {
    filter = "all",
    manager,
    limit = 100,
  }: { filter?: WorklistFilter; manager?: string | undefined; limit?: number } = {},
): Promise<Worklist> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const { centre, id } = ctx.actor;
  authorize(ctx, "follow-up:work", { centre });
  const today = localDate(ctx.now(), defaultZone);
  const whose = manager ?? id;
  const standsInFor = whose ? await standInsOf(ctx, centre, whose, today) : [];
  const lists = [whose, ...standsInFor];
  const [rows, silence] = await Promise.all([
    Promise.all(lists.map((of) => listedFor(ctx, centre, of))),
    Promise.all(lists.map((of) => silentClients(ctx, centre, of))),
  ]);
  const listed = rows.flat().sort((a, b) => a.overdueAfter.localeCompare(b.overdueAfter));
  const known = silence.filter((one) => one !== undefined);
  const silent = known.length ? new Set(known.flatMap((one) => [...one])) : undefined;
  const matching = listed
    .filter((row) => matches(row, filter, today, silent))
    .sort((a, b) => groupRank(a, today) - groupRank(b, today) || putOff(a, today) - putOff(b, today));
  const shown = matching.slice(0, limit);
  const numbers = shown.map(({ client }) => client);
  await openList(ctx, "worklist", numbers);
  const [open, cards] = await Promise.all([openAt(ctx, shown), clientCards(ctx, numbers)]);
  return {
    today,
    rows: open.flatMap((followUp) => {
      const client = cards.get(followUp.client);
      return client ? [rowOf(followUp, client, today)] : [];
    }),
    counts: countsOf(listed, today, silent),
    more: matching.length - shown.length,
    nextDue: listed[0]?.overdueAfter,
    standsInFor,
  };
}

function rowOf(followUp: FollowUp, client: ClientCard, today: PlainDate): WorklistRow {
  return {
    followUp,
    client: { ...client, age: ageOn(client.birthDate, today) },
    group: groupOf({ overdueAfter: followUp.overdueAfter, asks: asksManager(followUp) }, today),
    days: daysBetween(today, followUp.overdueAfter),
  };
}

function groupOf(
  { overdueAfter, asks }: Pick<ListedRow, "overdueAfter" | "asks">,
  today: PlainDate,
): WorklistGroup {
  if (overdueAfter < today) return "overdue";
  if (overdueAfter === today || asks === true || (asks && asks <= today)) return "today";
  return overdueAfter <= addDays(today, 7) ? "7days" : "later";
}

const groupRank = (row: ListedRow, today: PlainDate): number => worklistGroups.indexOf(groupOf(row, today));

/** What somebody has dealt with for today stands behind what nobody has looked at. */
const putOff = ({ asks }: ListedRow, today: PlainDate): number =>
  typeof asks === "string" && asks > today ? 1 : 0;

function matches(
  row: ListedRow,
  filter: WorklistFilter,
  today: PlainDate,
  silent: ReadonlySet<string> | undefined,
): boolean {
  switch (filter) {
    case "all":
      return true;
    case "high":
      return row.high;
    case "unanswered":
      return row.unanswered;
    case "silent":
      return silent?.has(row.client) ?? false;
    default:
      return groupOf(row, today) === filter;
  }
}

const countsOf = (
  rows: readonly ListedRow[],
  today: PlainDate,
  silent: ReadonlySet<string> | undefined,
): Worklist["counts"] =>
  Object.fromEntries(
    worklistFilters
      .filter((filter) => filter !== "silent" || silent)
      .map((filter) => [filter, rows.filter((row) => matches(row, filter, today, silent)).length]),
  );

/** How many open follow-ups a manager has, and how many of them are overdue or for this week. */
export async function loadOf(
  ctx: Ctx,
  centre: string,
  manager: string,
): Promise<{ open: number; pressing: number }> {
  const today = localDate(ctx.now(), defaultZone);
  const listed = await listedFor(ctx, centre, manager);
  const pressing = listed.filter((row) => groupOf(row, today) !== "later").length;
  return { open: listed.length, pressing };
}
