import { contextFor, type Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";
import { runImport, runUndo } from "../../shared/loop/index.ts";

/** Works through uploaded results files, and through those whose import is to be undone. */
export function create(home: Home): { handle(job: Job): Promise<void> } {
  return {
    async handle(job) {
      if (job.kind !== "import") return;
      const actor = { kind: "job", id: "intake", name: "Results intake", centre: "*" } as const;
      const ctx = contextFor(home, actor, "intake");
      await runImport(ctx, job.id);
      await runUndo(ctx, job.id);
    },
  };
}
