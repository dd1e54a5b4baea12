import type { Appointment } from "../../../../shared/testing/index.ts";

export const sheetPath = ({ client, id }: Pick<Appointment, "client" | "id">): string =>
  `/appointments/${client}/${id}`;

/** Where staff choose a time for a client. */
export const newPath = (parts: Readonly<Record<string, string | undefined>>): string =>
  `/appointments/new?${new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )}`;
