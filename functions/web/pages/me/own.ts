import type { Actor } from "../../../../shared/kernel/context.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { type ClientFile, openFile } from "../../../../shared/loop/index.ts";
import type { Cycle } from "../../../../shared/monitoring/index.ts";
import type { PageCall } from "../../page-route.ts";

/**
 * The number of the client who is reading.
 * @throws NotFound for everybody else: these pages are about the reader alone.
 */
export function ownNumber(actor: Actor): string {
  if (actor.kind !== "client") throw new NotFound();
  return actor.client;
}

/** The reader's own file; `unreleased` are signatures whose report is still to be released. */
export type OwnFile = ClientFile & { unreleased: Cycle[] };

/**
 * Opens the reader's own file. What a report not yet released has set in motion (follow-ups, plan, reading)
 * stays away until the report can be read with it.
 */
export async function ownFile({ ctx, actor }: Pick<PageCall, "ctx" | "actor">): Promise<OwnFile> {
  const file = await openFile(ctx, ownNumber(actor));
  const released = new Set(file.assessments.map(({ date }) => date));
  const unreleased = file.cycles.filter(({ openedBy }) => !released.has(openedBy.date));
  const from = unreleased[0]?.openedAt;
  return {
    ...file,
    unreleased,
    cycles: file.cycles.filter((cycle) => !unreleased.includes(cycle)),
    followUps: file.followUps.filter(({ openedBy }) => released.has(openedBy.date)),
    plan: file.plan && released.has(file.plan.draftedOn) ? file.plan : undefined,
    shelf: file.shelf.filter(({ assignment }) => !from || assignment.assignedAt < from),
  };
}
