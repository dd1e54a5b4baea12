import { type Change, putNew } from "../../data/commit.ts";
import { type Item, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import {
  type DepartmentConclusion,
  DepartmentConclusionSchema,
  type Settled,
  SettledSchema,
} from "./conclusion.ts";
import { departments } from "./data/departments.ts";

/** What departments said of one exam, and what was settled about it. */
export interface Said {
  /** The newest of each department, in the order of a report. */
  conclusions: DepartmentConclusion[];
  /** Every writing, oldest first. */
  every: DepartmentConclusion[];
  settled: Settled[];
}

const begins = (date: PlainDate): string => `SAID#${date}#`;
const pk = (client: string): string => `C#${client}`;
const settledMark = "~";

export const addConclusion = (client: string, date: PlainDate, said: DepartmentConclusion): Change =>
  putNew(
    { pk: pk(client), sk: `${begins(date)}${said.department}#${String(said.n).padStart(3, "0")}`, ...said },
    () => new Conflict(),
  );

/** An answer is given once; a second one to the same question is refused. */
export const addSettled = (client: string, date: PlainDate, settled: Settled): Change =>
  putNew({ pk: pk(client), sk: `${begins(date)}${settledMark}${settled.question}`, ...settled });

/** Everything departments and physicians said of an exam, by one query, as it is now. */
export async function saidOf(ctx: Ctx, client: string, date: PlainDate): Promise<Said> {
  const { items } = await query(ctx, { pk: pk(client), begins: begins(date) });
  const isSettled = ({ sk }: Item) => sk.startsWith(`${begins(date)}${settledMark}`);
  const every = items
    .filter((item) => !isSettled(item))
    .map((item) => DepartmentConclusionSchema.parse(item));
  return {
    every,
    conclusions: departments.flatMap(({ id }) => every.findLast((one) => one.department === id) ?? []),
    settled: items.filter(isSettled).map((item) => SettledSchema.parse(item)),
  };
}
