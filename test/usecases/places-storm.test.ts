import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect, inject, test } from "vitest";
import { enrolClient } from "../../shared/clients/index.ts";
import { linYawen, nationalId } from "../support/people.ts";
import type { StormAnswer, StormTask } from "../support/storm-child.ts";
import { type World, world } from "../support/world.ts";

const processes = 3;
const dates = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
const [slotPlaces, capPlaces] = [10, 8];
const child = new URL("../support/storm-child.ts", import.meta.url).pathname;

async function crowd(w: World, size: number): Promise<string[]> {
  const people = Array.from({ length: size }, (_, serial) =>
    linYawen({
      document: { kind: "national-id", text: nationalId("1980-06-15", serial * 2) },
      name: `客户${serial}`,
      contacts: {},
      notADuplicate: true,
    }),
  );
  const numbers: string[] = [];
  for (const person of people) numbers.push((await enrolClient(w.ctx(), person)).number);
  return numbers;
}

/** A process that waits for the word and answers once. */
function start(task: StormTask) {
  const one = spawn(process.execPath, [child, JSON.stringify(task)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: one.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  return {
    ready: async () => expect(await line()).toBe("ready"),
    go: () => one.stdin.write("go\n"),
    answer: async () => JSON.parse(await line()) as StormAnswer,
  };
}

test("500 requests at once from three processes for 50 places sell 50, with collisions and throttling all the while", async () => {
  const w = await world();
  const clients = await crowd(w, 100);
  const { records, log } = w.home.table;
  const requests = clients.flatMap((client, at) =>
    dates.map((date) => ({
      client,
      date,
      time: "08:00",
      ...(at % 2 ? { items: ["HEIGHT", "COLON"] } : {}),
    })),
  );
  const running = Array.from({ length: processes }, (_, seed) =>
    start({
      endpoint: inject("engine"),
      tables: { records, log },
      seed: 100 + seed,
      faults: { conflict: 0.25, throttle: 0.05 },
      requests: requests.filter((_, at) => at % processes === seed),
    }),
  );
  await Promise.all(running.map((one) => one.ready()));
  for (const one of running) one.go();
  const answers = await Promise.all(running.map((one) => one.answer()));

  const of = (status: number) => answers.reduce((sum, { statuses }) => sum + (statuses[status] ?? 0), 0);
  const sold = slotPlaces * dates.length;
  // A table that stays busy is said to be: that too is a refusal, and sells nothing.
  const refused = of(409) + of(503);
  expect([of(201), refused]).toEqual([sold, requests.length - sold]);

  const items = await w.dump();
  const bookings = items.filter(({ sk }) => sk.startsWith("BOOK#"));
  for (const date of dates) {
    const counter = (mark: string) =>
      Number(items.find(({ pk, sk }) => pk === `D#centre-1#${date}` && sk === mark)?.["taken"] ?? 0);
    const ofDay = bookings.filter((one) => one["date"] === date);
    expect([counter("SLOT#08:00#general"), ofDay.length]).toEqual([slotPlaces, slotPlaces]);
    const scoped = ofDay.filter((one) => (one["caps"] as string[]).includes("COLON"));
    expect(counter("CAP#COLON")).toBe(scoped.length);
    expect(scoped.length).toBeLessThanOrEqual(capPlaces);
  }
  const tried = answers.reduce((sum, one) => sum + one.tried, 0);
  console.info(
    `storm: ${requests.length} requests, ${sold} places, ${refused} refused (${refused - of(409)} as busy), ${tried} transactions tried, ` +
      `${((tried - sold - of(409)) / sold).toFixed(2)} retries per success`,
  );
});
