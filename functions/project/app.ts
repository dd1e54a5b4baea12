import { fileNames } from "../../shared/clients/index.ts";
import type { StoredEntry } from "../../shared/data/log.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { refileQuality } from "../../shared/loop/index.ts";
import { answersSource } from "../../shared/testing/index.ts";

const changesNames = new Set([
  "client.enrolled",
  "client.met",
  "client.changed",
  "client.merged",
  "client.alias",
  "client.unmerged",
]);

/** Acts after which no indicator reads otherwise. */
const changesNoFigure =
  /^(message|education|measurement|plan|action|consent|link|share|shared-report|sale|wait|document)\.|^client\.(enrolled|met|changed)$/;

/** A thousand results of a file are read for nothing: what they set in motion has entries of its own. */
const changesFigures = ({ action, refs }: StoredEntry): boolean =>
  action === "results.received"
    ? refs?.["orders"] === true || refs?.["source"] === answersSource
    : !changesNoFigure.test(action);

/** Keeps what is derived from the records in step with the log. Entries may come twice or late. */
export function create(home: Home): { handle(entries: readonly StoredEntry[]): Promise<void> } {
  return {
    async handle(entries) {
      const actor = { kind: "job", id: "project", name: "Projections", centre: "*" } as const;
      const ctx = contextFor(home, actor, "project");
      const clients = entries.flatMap(({ action, subject }) =>
        changesNames.has(action) && subject.startsWith("C#") ? [subject.slice(2)] : [],
      );
      for (const number of new Set(clients)) await fileNames(ctx, number);
      const counted = entries.flatMap((entry) =>
        entry.subject.startsWith("C#") && changesFigures(entry) ? [entry.subject.slice(2)] : [],
      );
      for (const number of new Set(counted)) await refileQuality(ctx, number);
    },
  };
}
