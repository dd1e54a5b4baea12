import { authorize } from "../../access/index.ts";
import { openList } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotAllowed, NotFound } from "../../kernel/errors.ts";
import { addMonths, defaultZone, localDate } from "../../kernel/time.ts";
import { followUpKind, type Indicator, indicators } from "./indicators.ts";
import { rowsOfMonth } from "./quality.store.ts";
import type { QualityRow } from "./rows-of.ts";

/** An indicator with its figure; no figure where there is no case, or where nothing is recorded. */
export interface Figure extends Indicator {
  met: number;
  of: number;
  /** A share from 0 to 1, or mean days. */
  value: number | undefined;
}

/** How many of some follow-ups came to an end, and how long that took. */
export interface Closure {
  /** A re-check rule, or a manager ("" for nobody's). */
  of: string;
  opened: number;
  closed: number;
  median: number | undefined;
  ninetieth: number | undefined;
}

export interface Quality {
  from: string;
  until: string;
  figures: Figure[];
  all: Closure;
  byRule: Closure[];
  byManager: Closure[];
}

const most = 24;

/**
 * The seven indicators and the closure of follow-ups over the last months, this one included, from the events as
 * they came in. Counts only.
 */
export async function readQuality(ctx: Ctx, months = 12): Promise<Quality> {
  const { rows, list } = await rowsOf(ctx, months);
  const followUps = rows.filter(({ code }) => code === followUpKind);
  return {
    from: list[0] ?? "",
    until: list.at(-1) ?? "",
    figures: figuresOf(rows),
    all: closureOf("", followUps),
    byRule: grouped(followUps, ({ rule = "" }) => rule),
    byManager: grouped(followUps, ({ manager = "" }) => manager),
  };
}

/**
 * The cases behind a figure, those that do not meet it first, under the clients' numbers; which clients were
 * shown is traced. `FOLLOW-UP` with `of` (a rule or a manager) gives the follow-ups behind a closure rate.
 * @throws NotFound for a code there is not.
 */
export async function qualityCases(
  ctx: Ctx,
  code: string,
  { months = 12, of }: { months?: number; of?: string | undefined } = {},
): Promise<QualityRow[]> {
  if (code !== followUpKind && !indicators.some((one) => one.code === code)) throw new NotFound();
  const { rows } = await rowsOf(ctx, months, code);
  const cases = rows
    .filter((row) => of === undefined || row.rule === of || row.manager === of)
    .sort((a, b) => Number(a.met) - Number(b.met) || b.date.localeCompare(a.date));
  await openList(
    ctx,
    "quality",
    cases.map(({ client }) => client),
  );
  return cases;
}

async function rowsOf(
  ctx: Ctx,
  months: number,
  code?: string,
): Promise<{ rows: QualityRow[]; list: string[] }> {
  if (ctx.actor.kind !== "staff") throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "quality:read", { centre });
  const first = `${localDate(ctx.now(), defaultZone).slice(0, 7)}-01`;
  const many = Math.min(most, Math.max(1, months));
  const list = Array.from({ length: many }, (_, back) => addMonths(first, back - many + 1).slice(0, 7));
  const pages = await Promise.all(
    list.map((month) => rowsOfMonth(ctx, centre, month, code ? `${code}#` : "")),
  );
  return { rows: pages.flat(), list };
}

/** The figures out of their rows. */
export const figuresOf = (rows: readonly QualityRow[]): Figure[] =>
  indicators.map((indicator) => {
    const of = rows.filter(({ code }) => code === indicator.code);
    const met = of.filter((row) => row.met).length;
    const total = of.reduce((sum, { days = 0 }) => sum + days, 0);
    const value = of.length ? (indicator.kind === "share" ? met : total) / of.length : undefined;
    return { ...indicator, met, of: of.length, value: indicator.kind === "not recorded" ? undefined : value };
  });

function grouped(rows: readonly QualityRow[], by: (row: QualityRow) => string): Closure[] {
  const groups = new Map<string, QualityRow[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return [...groups].map(([of, group]) => closureOf(of, group)).sort((a, b) => b.opened - a.opened);
}

function closureOf(of: string, rows: readonly QualityRow[]): Closure {
  const days = rows.flatMap(({ days }) => days ?? []).sort((a, b) => a - b);
  return {
    of,
    opened: rows.length,
    closed: rows.filter(({ met }) => met).length,
    median: quantile(days, 0.5),
    ninetieth: quantile(days, 0.9),
  };
}

/** The nearest-rank quantile of numbers in order; none of none. */
const quantile = (inOrder: readonly number[], share: number): number | undefined =>
  inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)];
