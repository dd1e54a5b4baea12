import * as z from "zod";
import { authorize, staffOf } from "../access/index.ts";
import { type Client, type ClientCard, cardOf, clientsOf, openList, panelPage } from "../clients/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { InvalidInput, NotAllowed } from "../kernel/errors.ts";
import { parse } from "../kernel/parse.ts";
import type { PlainDate } from "../kernel/time.ts";
import { type ExamResults, examsOf, newestExam, resultGroupsOf } from "../testing/index.ts";
import { waitingPage } from "./assessments.store.ts";
import { type Differences, differences } from "./differences.ts";
import { factsOf } from "./facts-of.ts";
import { writtenBook } from "./rule-book.store.ts";
import { bookOf, type RuleBook } from "./rule-book.ts";
import { CompareSchema } from "./rule-version.ts";

/** Somebody whose latest exam two rule sets judge differently. */
export interface WouldChange extends Differences {
  client: ClientCard;
  date: PlainDate;
}

export interface Comparison {
  from: string;
  to: string;
  /** Clients with an exam that this page looked at. */
  looked: number;
  changed: WouldChange[];
  /** Hand it back for the next page; none on the last one. */
  next?: string;
}

const pageSize = 100;
const atOnce = 10;

/**
 * Who of the centre would be judged differently by another rule set, by the latest exam of each: everyone on the
 * panel of a member of staff or on nobody's, then those who came with a results file and wait for review. A page is at most 100 clients; one
 * trace names all it looked at.
 * @throws InvalidInput for a rule set or a cursor that is none.
 */
export async function compareRuleSets(ctx: Ctx, input: z.input<typeof CompareSchema>): Promise<Comparison> {
  const { from, to, cursor } = parse(CompareSchema, input);
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "rules:compare", { centre });
  const written = await writtenBook(ctx);
  const book = bookOf(written.versions, written.signOffs);
  mustBeRules(book, { from, to });
  const page = await nextPage(ctx, centre, cursor);
  await openList(ctx, "rules-comparison", page.numbers);
  const clients = (await clientsOf(ctx, page.numbers)).filter((one) => one.centre === centre);
  const sets = { from: book.ruleSetCalled(from), to: book.ruleSetCalled(to) };
  const seen: { client: Client; exams: ExamResults[] }[] = [];
  for (let start = 0; start < clients.length; start += atOnce)
    seen.push(
      ...(await Promise.all(
        clients.slice(start, start + atOnce).map(async (client) => ({
          client,
          exams: examsOf(await resultGroupsOf(ctx, client.number)),
        })),
      )),
    );
  const examined = seen.flatMap(({ client, exams }) => {
    const date = newestExam(exams)?.date;
    return date && page.isTheirs(client, date) ? [{ client, exams, date }] : [];
  });
  return {
    from,
    to,
    looked: examined.length,
    changed: examined.flatMap(({ client, exams, date }) => {
      const said = differences(factsOf(client, exams, date), sets.from, sets.to);
      return said ? [{ client: cardOf(client), date, ...said }] : [];
    }),
    ...(page.next ? { next: page.next } : {}),
  };
}

function mustBeRules(book: RuleBook, asked: { from: string; to: string }): void {
  const problems = (["from", "to"] as const)
    .filter((field) => book.editionCalled(asked[field])?.part !== "rules")
    .map((field) => ({ field, message: { en: "There is no such rule set.", zh: "没有该规则集。" } }));
  if (problems.length) throw new InvalidInput(problems);
}

/** Where a page begins: the list it is in, and whom it has already shown there. */
const CursorSchema = z.tuple([z.string(), z.string()]);

interface Page {
  numbers: string[];
  /** Whether this list is the one that speaks for the client, so that nobody is counted twice. */
  isTheirs(client: Client, date: PlainDate): boolean;
  next?: string;
}

const waiting = "waiting for review";

async function nextPage(ctx: Ctx, centre: string, cursor: string | undefined): Promise<Page> {
  const staff = (await staffOf(ctx, centre)).map(({ id }) => id).toSorted();
  const panels = ["none", ...staff];
  const [list, after] = cursor ? cursorIn(cursor) : ["none", ""];
  const panelNumbers: string[] = [];
  let at = panels.indexOf(list);
  if (at < 0 && list !== waiting) throw beginAgain();
  let last = after;
  while (at >= 0 && at < panels.length && panelNumbers.length < pageSize) {
    const panel = panels[at] as string;
    const room = pageSize - panelNumbers.length;
    const found = await panelPage(ctx, centre, panel, room, last);
    panelNumbers.push(...found);
    last = found.length === room ? (found.at(-1) as string) : "";
    if (found.length < room) at += 1;
  }
  if (panelNumbers.length) {
    const open = at < panels.length ? (panels[at] as string) : waiting;
    return { numbers: panelNumbers, isTheirs: () => true, next: cursorOf([open, last]) };
  }
  const queue = await waitingPage(ctx, centre, pageSize, list === waiting ? after : "");
  const dates = new Set(queue.waiting.map(({ client, date }) => `${client} ${date}`));
  return {
    numbers: [...new Set(queue.waiting.map(({ client }) => client))],
    isTheirs: ({ number, state }, date) => state === "prospect" && dates.has(`${number} ${date}`),
    ...(queue.next ? { next: cursorOf([waiting, queue.next]) } : {}),
  };
}

const cursorOf = (at: [list: string, after: string]): string =>
  Buffer.from(JSON.stringify(at)).toString("base64url");

/** It says only where to go on in lists of the reader's own centre, so it needs no signature. */
function cursorIn(cursor: string): [string, string] {
  try {
    return CursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw beginAgain();
  }
}

const beginAgain = () =>
  new InvalidInput([
    { field: "cursor", message: { en: "Begin again without it.", zh: "请去掉后重新开始。" } },
  ]);
