import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { sweepDue } from "../../shared/loop/index.ts";

/** The clock's function: once a minute, what has come due becomes jobs. */
export function create(home: Home): { run(): Promise<{ found: number; queued: number }> } {
  const actor = { kind: "job", id: "sweep", name: "sweep", centre: "" } as const;
  return { run: () => sweepDue(contextFor(home, actor, "tick")) };
}
