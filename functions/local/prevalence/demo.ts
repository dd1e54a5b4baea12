import { GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { ClientSchema } from "../../../shared/clients/index.ts";
import type { TableClient } from "../../../shared/data/client.ts";
import type { Item } from "../../../shared/data/read.ts";
import type { Home } from "../../../shared/kernel/home.ts";
import { examsOf, resultGroupsIn } from "../../../shared/testing/index.ts";
import { keysFrom, newKeySet } from "../keys.ts";
import { livePast } from "../seed.ts";
import { factsAtExam, type People } from "./people.ts";

/** The demo of one certain day, so that its figures can be written down. */
const day = "2026-11-22T01:00:00.000Z";

/** The enrolled clients of the demo centre with the health files they told, made afresh; no table is needed. */
export async function peopleOfDemo(): Promise<People> {
  const items = await lived();
  const files = new Map<string, Item[]>();
  for (const item of items) files.set(item.pk, [...(files.get(item.pk) ?? []), item]);
  const facts = items
    .filter(({ sk }) => sk === "FILE#PROFILE")
    .map((item) => ClientSchema.parse(item))
    .filter(({ state }) => state !== "prospect")
    .map((client) => factsAtExam(client, examsOf(resultGroupsIn(files.get(`C#${client.number}`) ?? []))));
  return { facts: facts.flatMap((one) => one ?? []), left: facts.filter((one) => !one).length };
}

/** Everything the demo's past leaves in the table of records. */
async function lived(): Promise<Item[]> {
  const kept = new Map<string, Item>();
  const take = async (command: unknown) => {
    if (command instanceof GetCommand) return {};
    if (!(command instanceof TransactWriteCommand)) throw new Error("the demo reads what it did not write");
    for (const { Put, Delete } of command.input.TransactItems ?? []) {
      if (Put?.TableName === "records") kept.set(placeOf(Put.Item), Put.Item as Item);
      if (Delete?.TableName === "records") kept.delete(placeOf(Delete.Key));
    }
    return {};
  };
  const files = new Map<string, Uint8Array>();
  const nowhere = async (): Promise<never> => {
    throw new Error("nobody signs in here");
  };
  const home: Home = {
    now: () => day,
    random: () => 0.5,
    table: {
      doc: { send: take } as unknown as TableClient["doc"],
      records: "records",
      log: "log",
    },
    keys: keysFrom(newKeySet()),
    files: { put: async (key, bytes) => void files.set(key, bytes), get: async (key) => files.get(key) },
    queue: { send: async () => {} },
    channels: { idempotent: () => true, send: async ({ id }) => ({ outcome: "accepted", providerId: id }) },
    verify: nowhere,
    signIn: { authorizeUrl: "", tokenUrl: "", clientId: "", signOutUrl: "" },
    publicUrl: "",
    log: { info: () => {}, error: () => {} },
  };
  await livePast(home);
  return [...kept.values()];
}

const placeOf = (item: object | undefined): string => {
  const { pk, sk } = item as Item;
  return `${pk} ${sk}`;
};
