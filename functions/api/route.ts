import type * as z from "zod";
import type { Action } from "../../shared/access/index.ts";
import type { Ctx } from "../../shared/kernel/context.ts";
import type { Home } from "../../shared/kernel/home.ts";
import type { Language } from "../../shared/kernel/text.ts";

type Asks = typeof import("./asks.ts");

/** What a route's act is given: parsed input only. */
export interface Call<B, Q> {
  ctx: Ctx;
  home: Home;
  params: Record<string, string>;
  body: B;
  query: Q;
  bytes: Uint8Array;
  header(name: string): string | undefined;
  /** What the caller reads. */
  language: Language;
  /** The `Idempotency-Key` header. */
  key: string | undefined;
}

export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path under `/api`, parameters as `:name`. */
  path: string;
  /** The row of the policy table that decides; `null` for what anybody may ask. */
  action: Action | null;
  summary: string;
  /** Schemas of what is sent, by name, so that nobody makes them before they are needed. */
  body?: keyof Asks;
  query?: keyof Asks;
  /** Takes the request body as bytes. */
  takesFile?: boolean;
  /** Makes something new: 201, and an `Idempotency-Key` makes it once. */
  creates?: boolean;
  run(call: Call<never, never>): Promise<unknown>;
}

type Parsed<N> = N extends keyof Asks ? z.output<Asks[N]> : undefined;

/** Declares a route; the types of `body` and `query` follow from their schemas. */
export function route<
  B extends keyof Asks | undefined = undefined,
  Q extends keyof Asks | undefined = undefined,
>(
  declared: Omit<Route, "run" | "body" | "query"> & {
    body?: B;
    query?: Q;
    run(call: Call<Parsed<B>, Parsed<Q>>): Promise<unknown>;
  },
): Route {
  return declared as unknown as Route;
}

/** The name (`x-file-name`) a file was sent under; one that is not percent-encoded is taken as it stands. */
export function fileNameIn(header: (name: string) => string | undefined, otherwise: string): string {
  const sent = header("x-file-name") ?? otherwise;
  try {
    return decodeURIComponent(sent);
  } catch {
    return sent;
  }
}
