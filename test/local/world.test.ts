import { ThrottlingException } from "@aws-sdk/client-dynamodb";
import { GetCommand, ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { commit, putNew } from "../../shared/data/commit.ts";
import { getItem } from "../../shared/data/read.ts";
import { ProcessDied, world } from "../support/world.ts";

const note = (n: number) => ({
  changes: [putNew({ pk: "C#P-1", sk: `NOTE#${n}` })],
  log: { subject: "C#P-1", action: "note.made" },
});

test("two worlds share nothing, and the same story leaves the same items", async () => {
  const [one, two] = [await world(), await world()];
  await commit(one.ctx(), note(1));
  expect(await two.dump()).toEqual([]);
  await commit(two.ctx(), note(1));
  expect(await two.dump()).toEqual(await one.dump());
  expect(await two.entries()).toEqual(await one.entries());
});

test("a Scan, PartiQL or a change of the log is refused wherever it comes from", async () => {
  const { home } = await world();
  const { doc, records, log } = home.table;
  await expect(doc.send(new ScanCommand({ TableName: records }))).rejects.toThrow("Scan");
  const change = new UpdateCommand({
    TableName: log,
    Key: { pk: "a", sk: "b" },
    UpdateExpression: "SET x = y",
  });
  await expect(doc.send(change)).rejects.toThrow("on the log");
});

test("capacity is counted as a table would bill it", async () => {
  const { ctx, consumed } = await world();
  consumed();
  await commit(ctx(), note(1));
  expect(consumed()).toMatchObject({ calls: 1, wru: 4, rru: 0 });
  await getItem(ctx(), { pk: "C#P-1", sk: "NOTE#1" });
  expect(consumed()).toMatchObject({ calls: 1, wru: 0, rru: 1 });
});

test("a commit gets through collisions, throttling and lost answers exactly once", async () => {
  const { ctx, faults, dump, entries } = await world();
  Object.assign(faults, { conflict: 0.3, throttle: 0.1, lostAnswer: 0.2 });
  await Promise.all(Array.from({ length: 20 }, (_, n) => commit(ctx(), note(n))));
  expect(await dump()).toHaveLength(20);
  expect(await entries()).toHaveLength(20);
});

test("a reading the table refuses four times running is asked for again, and answered", async () => {
  const { ctx, home } = await world();
  await commit(ctx(), note(1));
  let refusals = 4;
  home.table.doc.middlewareStack.add(
    (next) => async (args) => {
      if (refusals-- > 0) throw new ThrottlingException({ message: "Rate exceeded", $metadata: {} } as never);
      return next(args);
    },
    { step: "finalizeRequest", priority: "low", name: "four refusals" },
  );
  expect(await getItem(ctx(), { pk: "C#P-1", sk: "NOTE#1" })).toMatchObject({ sk: "NOTE#1" });
});

test("after its death a process neither writes nor reads", async () => {
  const { ctx, home, faults, dump } = await world();
  faults.writesUntilDeath = 1;
  await commit(ctx(), note(1));
  await expect(commit(ctx(), note(2))).rejects.toThrow(ProcessDied);
  const read = new GetCommand({ TableName: home.table.records, Key: { pk: "C#P-1", sk: "NOTE#1" } });
  await expect(home.table.doc.send(read)).rejects.toThrow(ProcessDied);
  expect(await dump()).toHaveLength(1);
});
