import { join } from "node:path";
import type { TableClient } from "../../shared/data/client.ts";
import { getItems, query } from "../../shared/data/read.ts";
import type { Instant } from "../../shared/kernel/time.ts";
import { readJson, writeWhole } from "./files.ts";
import { localCentre, staff } from "./personas.ts";

export interface Person {
  number: string;
  name: string;
}

type Reach = { table: TableClient; now(): Instant };

/** Clients to sign in as: the first of each health manager's panel, then those without a manager. */
export async function clientsToBe(reach: Reach, each = 12): Promise<Person[]> {
  const managers = [...staff.filter(({ role }) => role === "health-manager").map(({ id }) => id), "none"];
  const panels = await Promise.all(
    managers.map((id) => query(reach, { index: "list", pk: `PANEL#${localCentre}#${id}`, limit: each })),
  );
  return personsOf(
    reach,
    panels.flatMap(({ items }) => items.map((item) => String(item["listSk"]))),
  );
}

/** The client of a number, if there is one. */
export async function clientToBe(reach: Reach, number: string): Promise<Person | undefined> {
  return (await personsOf(reach, [number]))[0];
}

async function personsOf(reach: Reach, numbers: readonly string[]): Promise<Person[]> {
  const items = await getItems(
    reach,
    numbers.map((number) => ({ pk: `C#${number}`, sk: "FILE#PROFILE" })),
  );
  return items.map((item) => ({ number: String(item["number"]), name: String(item["name"]) }));
}

const personaFile = (data: string): string => join(data, "persona.json");

/** Remembers in the data folder whom the persona `client` stands for. */
export const notePersona = (data: string, client: Person): Promise<void> =>
  writeWhole(personaFile(data), JSON.stringify(client));

/** Where nobody is the persona `client` yet, the first client there is becomes it, for good. */
export async function choosePersona(reach: Reach, data: string): Promise<void> {
  if (await personaIn(data)) return;
  const [first] = await clientsToBe(reach, 1);
  if (first) await notePersona(data, first);
}

/** Whom the persona `client` stands for, if anybody is enrolled. */
export const personaIn = (data: string): Promise<Person | undefined> =>
  readJson(personaFile(data), undefined);
