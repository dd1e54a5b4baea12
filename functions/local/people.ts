import { join } from "node:path";
import { clientCards } from "../../shared/clients/index.ts";
import { query } from "../../shared/data/read.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { readJson, writeWhole } from "./files.ts";
import { localCentre, staff } from "./personas.ts";

export interface Person {
  number: string;
  name: string;
}

const doorway: Actor = { kind: "job", id: "sign-in-page", name: "Sign-in page", centre: localCentre };

/** Clients to sign in as: the first of each health manager's panel, then those without a manager. */
export async function clientsToBe(home: Home, each = 12): Promise<Person[]> {
  const managers = [...staff.filter(({ role }) => role === "health-manager").map(({ id }) => id), "none"];
  const panels = await Promise.all(
    managers.map((id) => query(home, { index: "list", pk: `PANEL#${localCentre}#${id}`, limit: each })),
  );
  return personsOf(
    home,
    panels.flatMap(({ items }) => items.map((item) => String(item["listSk"]))),
  );
}

/** The client of a number, if there is one. */
export async function clientToBe(home: Home, number: string): Promise<Person | undefined> {
  return (await personsOf(home, [number]))[0];
}

async function personsOf(home: Home, numbers: readonly string[]): Promise<Person[]> {
  const cards = await clientCards(contextFor(home, doorway, "sign-in page"), numbers);
  return [...cards.values()].map(({ number, name }) => ({ number, name }));
}

const personaFile = (data: string): string => join(data, "persona.json");

/** Remembers in the data folder whom the persona `client` stands for. */
export const notePersona = (data: string, client: Person): Promise<void> =>
  writeWhole(personaFile(data), JSON.stringify(client));

/** Where nobody is the persona `client` yet, the first client there is becomes it, for good. */
export async function choosePersona(home: Home, data: string): Promise<void> {
  if (await personaIn(data)) return;
  const [first] = await clientsToBe(home, 1);
  if (first) await notePersona(data, first);
}

/** Whom the persona `client` stands for, if anybody is enrolled. */
export const personaIn = (data: string): Promise<Person | undefined> =>
  readJson(personaFile(data), undefined);
