import { ruleBook } from "../../assessment/index.ts";
import {
  addClient,
  blankHealthFile,
  type Client,
  claimIdentity,
  disagreements,
  freeNumber,
  knowDocument,
  numberByGuard,
  similarClients,
} from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import {
  addHeld,
  type Held,
  heldAt,
  type ResultRow,
  type RowOutcome,
  saveHeld,
} from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { defaultZone } from "../../kernel/time.ts";
import { openBookOfNobody } from "../../monitoring/index.ts";
import { readExamNumber, takenOutBefore } from "../../testing/index.ts";
import { examByNumber } from "../exam-day/exam-by-number.ts";
import { type Core, openCore } from "../open-core.ts";
import { type Incoming, planResults, takeIn } from "./receive-results.ts";

/**
 * Takes in one row of a results file. Id, name, birth date and sex agree: that client. The id agrees and
 * something else does not, or it says again what was taken out of the file as somebody else's: held back with
 * the reason; so is one that bears the number of an exam another person came to instead (替检). A valid id nobody has: a prospect, who gets no message before consent. The row a second time
 * changes nothing.
 */
export async function receiveRow(
  ctx: Ctx,
  centre: string,
  row: ResultRow,
  file: string,
): Promise<RowOutcome> {
  if (!row.results.length) return "unchanged";
  const said = row.person.document;
  if (!said) return receiveByNumber(ctx, centre, row, file);
  const document = await knowDocument(ctx, said.kind, said.value);
  const incoming = incomingOf(row, file);
  return withRetry(ctx, async (again) => {
    const number = await numberByGuard(ctx, document.stored.guard);
    const core = number ? await openCore(ctx, number, again) : undefined;
    if (core) {
      const known = core.client;
      // Of another centre's client nothing is told here, not even in what they differ.
      if (known.centre !== centre) return hold(ctx, centre, row, file, "", ["another centre"]);
      const differs = disagreements(
        { ...row.person, birthDate: row.person.birthDate ?? document.birthDate },
        known,
      );
      if (differs.length) return hold(ctx, centre, row, file, known.number, differs);
      const exam = await examByNumber(ctx, centre, row.examNumber);
      if (exam && (exam.client !== known.number || exam.state === "passed"))
        return hold(ctx, centre, row, file, known.number, ["exam number"]);
      return takeOrHold(ctx, centre, core, row, incoming);
    }
    const sex = row.person.sex ?? document.sex;
    const birthDate = row.person.birthDate ?? document.birthDate;
    if (!sex || !birthDate) return hold(ctx, centre, row, file, "", ["sex or birth date missing"]);
    const contradiction = [
      ...(document.sex && document.sex !== sex ? ["sex"] : []),
      ...(document.birthDate && document.birthDate !== birthDate ? ["birth date"] : []),
    ];
    if (contradiction.length) return hold(ctx, centre, row, file, "", contradiction);
    const now = ctx.now();
    const client: Client = {
      number: await freeNumber(ctx, document.seed),
      centre,
      state: "prospect",
      name: row.person.name,
      sex,
      birthDate,
      document: document.stored,
      contacts: row.person.phone ? { phone: row.person.phone } : {},
      channels: ["sms"],
      language: "zh",
      zone: defaultZone,
      consents: {},
      health: blankHealthFile(),
      family: [],
      source: "results file",
      createdAt: now,
      v: 1,
    };
    const book = openBookOfNobody(client.number);
    const rules = await ruleBook(ctx);
    const nothing = { client, groups: [], assessments: [], book, cases: [], eaten: [], days: [], rules };
    const planned = planResults(ctx, nothing, incoming);
    const person = [
      addClient(client, () => new Conflict()),
      claimIdentity(document.stored.guard, client.number, () => new Conflict()),
    ];
    await commit(ctx, {
      changes: [...person, ...(planned?.changes ?? [])],
      log: [{ subject: `C#${client.number}`, action: "client.met", v: 1 }, ...(planned?.log ?? [])],
    });
    return "applied";
  });
}

/**
 * A row without a sound document: the client whose exam its number names, or the one client of that name and birth
 * date in whose file this exam number stands on that day already; anything less certain is for a person to decide.
 */
async function receiveByNumber(ctx: Ctx, centre: string, row: ResultRow, file: string): Promise<RowOutcome> {
  const { name, birthDate } = row.person;
  const exam = await examByNumber(ctx, centre, row.examNumber);
  if (exam?.state === "passed") return hold(ctx, centre, row, file, "", ["exam number"]);
  if (exam && birthDate) return receiveForExam(ctx, centre, row, file, exam.client);
  const alike = birthDate ? await similarClients(ctx, centre, name, birthDate) : [];
  return withRetry(ctx, async (again) => {
    const cores = await Promise.all(alike.map((number) => openCore(ctx, number, again)));
    const theirs = cores.filter(
      (core) =>
        core &&
        row.examNumber !== undefined &&
        core.groups.some(
          ({ date, examNumber, withdrawn }) =>
            !withdrawn && date === row.date && examNumber === row.examNumber,
        ) &&
        disagreements(row.person, core.client).length === 0,
    );
    const [core] = theirs;
    if (!core || theirs.length > 1) return hold(ctx, centre, row, file, "", ["no document"]);
    return takeOrHold(ctx, centre, core, row, incomingOf(row, file));
  });
}

/** A row that names an exam of ours: its client's, where everything that is said of the person agrees. */
function receiveForExam(
  ctx: Ctx,
  centre: string,
  row: ResultRow,
  file: string,
  number: string,
): Promise<RowOutcome> {
  return withRetry(ctx, async (again) => {
    const core = await openCore(ctx, number, again);
    const differs = core ? disagreements(row.person, core.client) : ["name"];
    if (!core || differs.length) return hold(ctx, centre, row, file, core ? number : "", differs);
    return takeOrHold(ctx, centre, core, row, incomingOf(row, file));
  });
}

/** Files a row with the client it names, unless a person took the same out of this file before. */
function takeOrHold(
  ctx: Ctx,
  centre: string,
  core: Core,
  row: ResultRow,
  incoming: Incoming,
): Promise<RowOutcome> {
  const { date, results, from } = incoming;
  return takenOutBefore(core.groups, date, results, from)
    ? hold(ctx, centre, row, from.file ?? "", core.client.number, ["taken out before"])
    : takeIn(ctx, core, incoming);
}

/** What a row brings to the file it belongs to. */
export const incomingOf = (
  row: ResultRow,
  file: string,
  waited?: { held: string; heard: string },
): Incoming => ({
  date: row.date,
  results: row.results,
  from: {
    source: row.source,
    examNumber: readExamNumber(row.examNumber ?? "")?.number ?? row.examNumber,
    file,
    line: row.line,
    ...(row.heard ? { heard: row.heard } : {}),
    ...waited,
  },
});

/** Keeps a row that may be about somebody else, sealed, once. */
export async function hold(
  ctx: Ctx,
  centre: string,
  row: ResultRow,
  file: string,
  client: string,
  reasons: readonly string[],
): Promise<"quarantined" | "unchanged"> {
  const mark = markOf(row);
  const there = await heldAt(ctx, centre, mark);
  if (there?.aside?.undone) return holdAgain(ctx, there, row, file, reasons);
  if (there?.state === "waiting" && there.file !== file && correctsSomething(row))
    return saidAgain(ctx, there, file, row.heard);
  if (there) return there.state === "waiting" ? "quarantined" : "unchanged";
  const sealed = await ctx.keys.seal(JSON.stringify(row));
  const at = ctx.now();
  const held = addHeld({
    centre,
    mark,
    state: "waiting",
    client,
    sealed,
    reasons: [...reasons],
    source: row.source,
    file,
    line: row.line,
    date: row.date,
    at,
    ...(row.heard ? { heard: row.heard } : {}),
    history: [{ act: "held", at, by: ctx.actor.id }],
    v: 1,
  });
  await commit(ctx, {
    changes: [held],
    log: { subject: `HELD#${centre}`, action: "row.held", refs: { line: row.line, file } },
  });
  return "quarantined";
}

const correctsSomething = ({ results }: ResultRow): boolean =>
  results.some(({ status }) => status === "corrected" || status === "deleted");

/** A correction said once more counts from now: what was said in between is the older word. */
async function saidAgain(ctx: Ctx, held: Held, file: string, said = ctx.now()): Promise<"quarantined"> {
  const [, heard = said] = [said, held.heard ?? held.at].toSorted();
  await commit(ctx, {
    changes: [saveHeld({ ...held, file, heard })],
    log: { subject: `HELD#${held.centre}`, action: "row.held", refs: { line: held.line, file } },
  });
  return "quarantined";
}

/** A row whose import was undone comes again: it waits again, as what this one brought. */
async function holdAgain(
  ctx: Ctx,
  { aside: _, ...held }: Held,
  row: ResultRow,
  file: string,
  reasons: readonly string[],
): Promise<"quarantined"> {
  const at = ctx.now();
  const again: Held = {
    ...held,
    state: "waiting",
    sealed: await ctx.keys.seal(JSON.stringify(row)),
    reasons: [...reasons],
    file,
    line: row.line,
    at,
    heard: held.heard ?? held.at,
    history: [...held.history, { act: "held", at, by: ctx.actor.id }],
  };
  await commit(ctx, {
    changes: [saveHeld(again)],
    log: { subject: `HELD#${held.centre}`, action: "row.held", refs: { line: row.line, file } },
  });
  return "quarantined";
}

/** The same words on the same person are held once, whoever sends them; final is what nothing said means. */
export const markOf = ({ person, date, results }: ResultRow): string =>
  digest(
    JSON.stringify([
      person,
      date,
      results.map(({ item, value, unit, comparator, status }) => [
        item,
        value,
        unit,
        comparator ?? "",
        status === "final" ? "" : (status ?? ""),
      ]),
    ]),
  );
