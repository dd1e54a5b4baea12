import type { TableClient } from "../data/client.ts";
import type { Actor, Ctx } from "./context.ts";
import { idsFrom } from "./ids.ts";
import type { Channels, Files, Keys, Queue } from "./ports.ts";
import type { Bilingual } from "./text.ts";
import type { Instant } from "./time.ts";

/** A line of the operational log: what happened to which id, never what is in the person. */
export interface Log {
  info(message: string, facts?: Record<string, string | number | boolean>): void;
  error(message: string, error?: unknown, facts?: Record<string, string | number | boolean>): void;
}

/** Claims of a verified token, as Cognito issues them (and the local issuer after it). */
export interface Claims {
  sub: string;
  name?: string;
  "cognito:groups"?: readonly string[];
  "custom:centre"?: string;
  /** A physician's title, as the administrator of the directory entered it. */
  "custom:rank"?: string;
  /** Departments by their ids, a space between. */
  "custom:departments"?: string;
  "custom:client"?: string;
  "custom:account"?: string;
  scope?: string;
  client_id?: string;
}

/** Checks a bearer token. @throws when it is not ours, not signed, or over. */
export type Verify = (token: string) => Promise<Claims>;

/** The OIDC provider people sign in with. */
export interface SignIn {
  authorizeUrl: string;
  tokenUrl: string;
  clientId: string;
  signOutUrl: string;
}

export interface Toolbar {
  now: Instant;
  /** Forms that are posted. */
  acts: readonly { action: string; label: Bilingual }[];
  links: readonly { href: string; label: Bilingual; count?: number }[];
}

/** Everything a function needs from the place it runs in: the cloud or one machine. */
export interface Home {
  now(): Instant;
  random(): number;
  table: TableClient;
  keys: Keys;
  files: Files;
  queue: Queue;
  channels: Channels;
  verify: Verify;
  signIn: SignIn;
  /** Where clients reach us, for links in messages; no trailing slash. */
  publicUrl: string;
  log: Log;
  /** A bar above every page that a place may bring: one machine has a clock to move and a mailbox to look into. */
  toolbar?(): Toolbar;
}

/** The context of one act: the home's ways, somebody's hands. */
export function contextFor(home: Home, actor: Actor, from: string): Ctx {
  const { now, random, table, keys, files, queue } = home;
  return { actor, now, random, newId: idsFrom(now, random), table, keys, files, queue, from };
}
