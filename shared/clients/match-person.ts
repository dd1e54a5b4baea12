import type { Client } from "./client.ts";

/** What a row, or the desk, says of the person a document belongs to. */
export interface PersonSaid {
  name: string;
  sex?: "female" | "male" | undefined;
  birthDate?: string | undefined;
}

export type Disagreement = "name" | "sex" | "birth date";

const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·•.]/g, "")
    .toLowerCase();

/**
 * In what is said of a person contradicts the file of their id. What is not said contradicts nothing;
 * an empty list means this is the same person.
 */
export function disagreements(
  said: PersonSaid,
  client: Pick<Client, "name" | "nameLatin" | "sex" | "birthDate">,
): Disagreement[] {
  const names = [client.name, client.nameLatin ?? client.name].map(plainName);
  return [
    ...(names.includes(plainName(said.name)) ? [] : (["name"] as const)),
    ...(said.sex && said.sex !== client.sex ? (["sex"] as const) : []),
    ...(said.birthDate && said.birthDate !== client.birthDate ? (["birth date"] as const) : []),
  ];
}
