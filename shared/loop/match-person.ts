import type { Client } from "../clients/index.ts";

/** What a row says of the person it is about. */
export interface RowPerson {
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
 * In what a row contradicts the file its id belongs to. What a row does not say contradicts nothing;
 * an empty list means this is the same person.
 */
export function disagreements(
  row: RowPerson,
  client: Pick<Client, "name" | "nameLatin" | "sex" | "birthDate">,
): Disagreement[] {
  const names = [client.name, client.nameLatin ?? client.name].map(plainName);
  return [
    ...(names.includes(plainName(row.name)) ? [] : (["name"] as const)),
    ...(row.sex && row.sex !== client.sex ? (["sex"] as const) : []),
    ...(row.birthDate && row.birthDate !== client.birthDate ? (["birth date"] as const) : []),
  ];
}
