import type { TableClient } from "../data/client.ts";
import type { Files, Keys, Queue } from "./ports.ts";
import type { Instant } from "./time.ts";

export const staffRoles = ["front-desk", "nurse", "physician", "health-manager", "manager"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The titles of physicians, lowest first (住院医师, 主治医师, 副主任医师, 主任医师). */
export const ranks = ["resident", "attending", "associate-chief", "chief"] as const;
export type Rank = (typeof ranks)[number];

export const roles = [...staffRoles, "hr", "client", "lis", "job"] as const;
/** A row name of the policy table. */
export type Role = (typeof roles)[number];

/** Who acts. Jobs and machines are actors like people; `id` is what the log keeps. */
export type Actor =
  | {
      kind: "staff";
      id: string;
      name: string;
      roles: readonly StaffRole[];
      centre: string;
      rank?: Rank;
      /** The departments somebody works in, and writes conclusions for. */
      departments?: readonly string[];
    }
  | { kind: "corporate"; id: string; name: string; account: string }
  | { kind: "client"; id: string; name: string; client: string }
  | { kind: "machine"; id: string; name: string; centre: string }
  | { kind: "job"; id: string; name: string; centre: string };

/** What every verb is given. Time, ids and chance arrive here and nowhere else. */
export interface Ctx {
  actor: Actor;
  now(): Instant;
  newId(): string;
  random(): number;
  table: TableClient;
  keys: Keys;
  files: Files;
  queue: Queue;
  /** Where the request came from, kept in the log: a door's name and request id, never an address. */
  from: string;
}

/** The roles an actor holds in the policy table. */
export function rolesOf(actor: Actor): readonly Role[] {
  switch (actor.kind) {
    case "staff":
      return actor.roles;
    case "corporate":
      return ["hr"];
    case "client":
      return ["client"];
    case "machine":
      return ["lis"];
    case "job":
      return ["job"];
  }
}
