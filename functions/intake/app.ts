import { contextFor, type Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";
import { runImport } from "../../shared/loop/index.ts";

/** Works through uploaded results files. */
export function create(home: Home): { handle(job: Job): Promise<void> } {
  return {
    async handle(job) {
      if (job.kind !== "import") return;
      const actor = { kind: "job", id: "intake", name: "Results intake", centre: "*" } as const;
      await runImport(contextFor(home, actor, "intake"), job.id);
    },
  };
}
