import { createInterface } from "node:readline";
import { create } from "../../functions/api/app.ts";
import { world } from "./world.ts";

/** What one process of a storm is told to ask for, all at once. */
export interface StormTask {
  endpoint: string;
  tables: { records: string; log: string };
  seed: number;
  faults: { conflict: number; throttle: number };
  requests: { client: string; date: string; time: string; items?: string[] }[];
}

/** What came of it: how often each status was answered, and how many transactions were tried. */
export interface StormAnswer {
  statuses: Record<string, number>;
  tried: number;
}

const task = JSON.parse(process.argv[2] ?? "") as StormTask;
const { endpoint, tables, seed } = task;
const w = await world({ endpoint, tables, seed });
Object.assign(w.faults, task.faults);
const api = create(w.home);
const token = await w.token(w.as.frontDesk);

const ask = async (body: StormTask["requests"][number], at: number): Promise<number> =>
  (
    await api.request("/api/bookings", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": `storm ${seed} ${at}`,
      },
      body: JSON.stringify({ package: "basic", ...body }),
    })
  ).status;

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "go") continue;
  const answers = await Promise.all(task.requests.map(ask));
  const statuses: Record<string, number> = {};
  for (const status of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  process.stdout.write(`${JSON.stringify({ statuses, tried: w.consumed().tried } satisfies StormAnswer)}\n`);
  break;
}
process.exit(0);
