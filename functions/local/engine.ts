import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { freePort } from "./ports.ts";
import { Sentence } from "./sentence.ts";

/** A DynamoDB that answers; `stop` ends it if we started it. */
export interface Engine {
  endpoint: string;
  /** Process ids of what we started: the guard and, while it can be seen, nothing else. */
  pid?: number;
  stop(): Promise<void>;
}

/** Where a DynamoDB may come from, in this order: the environment, then the packaged engine. */
export type EngineSource = { endpoint: string } | { binary: string };

const missing =
  "No database engine for this machine: install the optional package @dynoxide/linux-x64 (Linux x64: npm ci), " +
  "or set DYNOXIDE_BIN to a dynoxide program, or DYNAMODB_ENDPOINT to a running DynamoDB such as DynamoDB Local.";

/**
 * Finds the engine for this machine.
 * @throws Sentence that names the ways when there is none.
 */
export function findEngine(env: Record<string, string | undefined> = process.env): EngineSource {
  const endpoint = env["DYNAMODB_ENDPOINT"];
  if (endpoint) return { endpoint: endpoint.replace(/\/$/, "") };
  const binary = env["DYNOXIDE_BIN"] ?? packagedBinary();
  if (!binary || !existsSync(binary)) throw new Sentence(missing);
  return { binary };
}

function packagedBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("@dynoxide/linux-x64/dynoxide");
  } catch {
    return undefined;
  }
}

/**
 * The guard's standard input is a pipe held by us alone: whatever ends us, even SIGKILL, closes it,
 * and the guard then ends the engine.
 */
const guard = `exec 3<&0; "$@" </dev/null & engine=$!; (cat <&3 >/dev/null; kill "$engine") & wait "$engine"`;

/**
 * Starts the engine, on a data file or in memory, and waits until it answers.
 * @throws Sentence when it ends before it answers, with the engine's own words.
 */
export async function startEngine(source: EngineSource, dataFile?: string): Promise<Engine> {
  if ("endpoint" in source) {
    if (!(await answers(source.endpoint)))
      throw new Sentence(`No DynamoDB answers at ${source.endpoint} (DYNAMODB_ENDPOINT).`);
    return { endpoint: source.endpoint, stop: async () => {} };
  }
  const port = await freePort();
  const serve = [
    source.binary,
    "serve",
    "--port",
    String(port),
    ...(dataFile ? ["--db-path", dataFile] : []),
  ];
  const child = spawn("sh", ["-c", guard, "engine-guard", ...serve], {
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const said: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.once("exit", () => child.stdin?.destroy());
  child.stdin?.on("error", () => {});
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await answers(endpoint))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      await ended;
      throw new Sentence(
        `The database engine did not start: ${firstLine(said.join("")) || "it said nothing"}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { endpoint, ...(child.pid ? { pid: child.pid } : {}), stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.stdin?.end();
  await ended;
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}

const firstLine = (text: string): string => text.trim().split("\n")[0]?.trim() ?? "";
