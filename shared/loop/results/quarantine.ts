import type * as z from "zod";
import { authorize, mustEver } from "../../access/index.ts";
import { aliasOf, reachClient } from "../../clients/index.ts";
import { type Change, commit, withRetry } from "../../data/commit.ts";
import { addHeld, type Held, heldAt, type ResultRow, saveHeld } from "../../exchange/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotAllowed, NotFound } from "../../kernel/errors.ts";
import { digest } from "../../kernel/ids.ts";
import { parse } from "../../kernel/parse.ts";
import { overtaken, type ResultGroup, resultsIn } from "../../testing/index.ts";
import { openCore } from "../open-core.ts";
import { LinkSchema, UnlinkSchema } from "./quarantine-schema.ts";
import { planResults } from "./receive-results.ts";
import { incomingOf } from "./receive-row.ts";
import { planUnlinking } from "./unlink-results.ts";

export const centreAtWork = (ctx: Ctx): string => {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  authorize(ctx, "quarantine:work", { centre: ctx.actor.centre });
  return ctx.actor.centre;
};

export async function heldHere(ctx: Ctx, mark: string): Promise<Held> {
  const held = await heldAt(ctx, centreAtWork(ctx), mark);
  if (!held) throw new NotFound();
  return held;
}

export const rowOf = async (ctx: Ctx, held: Held): Promise<ResultRow> =>
  JSON.parse(await ctx.keys.open(held.sealed)) as ResultRow;

/**
 * Files results that waited with the client a person says they are of, in one commit with the proposal, what
 * they settle and what they alarm. An item on which the file has a newer word stays out, and is named in
 * `linked.older`. Linking to the same client again changes nothing.
 * @throws NotFound for a row or a client there is not here; Conflict where it is linked to somebody else, or set
 * aside.
 */
export async function linkHeld(ctx: Ctx, mark: string, input: z.input<typeof LinkSchema>): Promise<Held> {
  const { client: number } = parse(LinkSchema, input);
  await heldHere(ctx, mark);
  const { number: client } = await reachClient(ctx, "quarantine:work", number);
  return withRetry(ctx, async (again) => {
    const held = await heldHere(ctx, mark);
    if (held.linked?.client === client) return held;
    if (held.state === "linked") throw alreadyLinked();
    if (held.state === "aside") throw isAside();
    const core = await openCore(ctx, client, again);
    if (!core) throw new NotFound();
    const heard = held.heard ?? held.at;
    const incoming = incomingOf(await rowOf(ctx, held), held.file, { held: mark, heard });
    const planned = planResults(ctx, core, incoming);
    const older = overtaken(core.groups, incoming.date, incoming.results, { heard });
    const by = ctx.actor.id;
    const at = ctx.now();
    const linked: Held = {
      ...held,
      state: "linked",
      linked: { client, at, by, ...(older.length ? { older } : {}) },
      history: [...held.history, { act: "linked", at, by, client }],
    };
    await commit(ctx, {
      changes: [saveHeld(linked), ...(planned?.changes ?? [])],
      log: [
        {
          subject: `HELD#${held.centre}`,
          action: "row.linked",
          refs: { held: mark, client, older: older.length },
        },
        { subject: `C#${client}`, action: "results.linked", refs: { held: mark, date: held.date } },
        ...(planned?.log ?? []),
      ],
    });
    return { ...linked, v: held.v + 1 };
  });
}

/**
 * Takes linked results out of the file again; they wait as before.
 * @throws Conflict where they are not linked, or a signed assessment rests on them.
 */
export async function unlinkHeld(ctx: Ctx, mark: string, input: z.input<typeof UnlinkSchema>): Promise<Held> {
  const { reason } = parse(UnlinkSchema, input);
  return withRetry(ctx, async () => {
    const held = await heldHere(ctx, mark);
    if (!held.linked) throw notLinked();
    // Their file may have gone into another one since.
    const client = (await aliasOf(ctx, held.linked.client))?.to ?? held.linked.client;
    const core = await openCore(ctx, client, true);
    if (!core) throw new NotFound();
    const group = core.groups.find((one) => one.held === mark && !one.withdrawn);
    const planned = group && (await planUnlinking(ctx, core, group, { reason }));
    const free = waitingAgain(ctx, held);
    await commit(ctx, {
      changes: [saveHeld(free), ...(planned?.changes ?? [])],
      log: [
        { subject: `HELD#${held.centre}`, action: "row.unlinked", refs: { held: mark } },
        ...(planned?.log ?? []),
      ],
    });
    return { ...free, v: held.v + 1 };
  });
}

/**
 * Takes one group of results that proved to be somebody else's out of a client's file, however it came there;
 * it waits in quarantine until it is linked to whom it belongs to.
 * @returns the mark under which it waits.
 */
export async function unlinkResults(
  ctx: Ctx,
  number: string,
  date: string,
  n: number,
  input: z.input<typeof UnlinkSchema>,
): Promise<{ mark: string }> {
  const { reason } = parse(UnlinkSchema, input);
  mustEver(ctx.actor, "quarantine:work");
  const { number: client } = await reachClient(ctx, "quarantine:work", number);
  return withRetry(ctx, async () => {
    const core = await openCore(ctx, client, true);
    const group = core?.groups.find((one) => one.date === date && one.n === n);
    if (!core || !group) throw new NotFound();
    const mark = group.held ?? digest(JSON.stringify([client, date, n]));
    if (group.withdrawn) return { mark };
    const planned = await planUnlinking(ctx, core, group, { reason });
    const { change } = await waitingFor(ctx, mark, core.client, group);
    await commit(ctx, {
      changes: [change, ...planned.changes],
      log: [
        { subject: `HELD#${core.client.centre}`, action: "row.unlinked", refs: { held: mark } },
        ...planned.log,
      ],
    });
    return { mark };
  });
}

/** The row as it waits again: the one that was held, or one made of the group, which named this client. */
async function waitingFor(
  ctx: Ctx,
  mark: string,
  person: { number: string; centre: string; name: string; sex: "female" | "male"; birthDate: string },
  group: ResultGroup,
): Promise<{ change: Change }> {
  const there = await heldAt(ctx, person.centre, mark);
  if (there) return { change: saveHeld(waitingAgain(ctx, there)) };
  const { number, centre, name, sex, birthDate } = person;
  const row: ResultRow = {
    line: group.line ?? 1,
    ...(group.examNumber ? { examNumber: group.examNumber } : {}),
    person: { name, sex, birthDate },
    date: group.date,
    source: group.source,
    results: [
      ...resultsIn(group).map(({ comparator, status, ...one }) => ({
        ...one,
        column: one.item,
        ...(comparator ? { comparator } : {}),
        ...(status ? { status } : {}),
      })),
      ...(group.removed ?? []).map((item) => ({
        item,
        value: "",
        unit: "",
        column: item,
        status: "deleted" as const,
      })),
    ],
  };
  const at = ctx.now();
  const change = addHeld({
    centre,
    mark,
    state: "waiting",
    client: number,
    sealed: await ctx.keys.seal(JSON.stringify(row)),
    reasons: ["taken out"],
    source: group.source,
    file: group.file ?? mark,
    line: row.line,
    date: group.date,
    at,
    heard: group.heard ?? group.at,
    history: [{ act: "unlinked", at, by: ctx.actor.id, client: number }],
    v: 1,
  });
  return { change };
}

function waitingAgain(ctx: Ctx, { linked, ...held }: Held): Held {
  const step = { act: "unlinked" as const, at: ctx.now(), by: ctx.actor.id };
  return {
    ...held,
    state: "waiting",
    history: [...held.history, linked ? { ...step, client: linked.client } : step],
  };
}

const isAside = () =>
  new Conflict({
    en: "These results were set aside. Put them back first.",
    zh: "这些结果已搁置。请先恢复。",
  });

const alreadyLinked = () =>
  new Conflict({
    en: "These results are filed with another client. Take them out of that file first.",
    zh: "这些结果已归入其他客户。请先从该档案移出。",
  });

const notLinked = () =>
  new Conflict({ en: "These results are in nobody's file.", zh: "这些结果未归入任何档案。" });
