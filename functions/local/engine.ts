import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { freePort } from "./ports.ts";
import { Sentence } from "./sentence.ts";

/** A DynamoDB that answers; `stop` ends it if we started it. */
export interface Engine {
  endpoint: string;
  /** The engine's process, where we started one. */
  pid?: number;
  /** Resolves when the engine we started has ended. */
  ended: Promise<void>;
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
const guard = `exec 3<&0; "$@" </dev/null >/dev/null & engine=$!; echo "$engine"; exec >&-
(cat <&3 >/dev/null; kill "$engine") 2>/dev/null & wait "$engine"`;

/**
 * Starts the engine, on a data file or in memory, and waits until it answers.
 * @throws Sentence when it ends before it answers, with the engine's own words.
 */
export async function startEngine(source: EngineSource, dataFile?: string): Promise<Engine> {
  if ("endpoint" in source) {
    if (!(await answers(source.endpoint)))
      throw new Sentence(`No DynamoDB answers at ${source.endpoint} (DYNAMODB_ENDPOINT).`);
    return { endpoint: source.endpoint, ended: new Promise(() => {}), stop: async () => {} };
  }
  const port = await freePort();
  const serve = [
    source.binary,
    "serve",
    "--port",
    String(port),
    ...(dataFile ? ["--db-path", dataFile] : []),
  ];
  const child = spawn("sh", ["-c", guard, "engine-guard", ...serve], { detached: true, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  child.stdin.on("error", () => {});
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      over = true;
      child.stdin.destroy();
      child.once("close", () => resolve());
    });
  });
  const endpoint = `http://127.0.0.1:${port}`;
  while (over || !(await answers(endpoint))) {
    if (over) {
      await ended;
      throw new Sentence(unstartable(said.err, dataFile));
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  return { endpoint, pid: Number(said.out), ended, stop };
}

function unstartable(words: string, dataFile: string | undefined): string {
  const reason = words.trim().split("\n")[0]?.trim() || "it said nothing";
  return dataFile
    ? `The data file ${dataFile} cannot be opened (${reason}). Restore it or choose another folder with PERENNIAL_DATA.`
    : `The database engine did not start (${reason}).`;
}

/** The engine over a data folder; one that outlived an earlier centre is ended first. */
export async function openEngine(folder: { file(name: string): string }): Promise<Engine> {
  const [dataFile, pidFile] = [folder.file("engine.db"), folder.file("engine.pid")];
  const lived = existsSync(folder.file("keys.mark")) && existsSync(folder.file("sown.json"));
  if (lived && !existsSync(dataFile))
    throw new Sentence(
      `The data file ${dataFile} is gone, though this folder has been in use. Restore it or choose another folder with PERENNIAL_DATA.`,
    );
  if (existsSync(pidFile)) endStaleEngine(Number(readFileSync(pidFile, "utf8")), dataFile);
  const engine = await startEngine(findEngine(), dataFile);
  if (engine.pid) writeFileSync(pidFile, String(engine.pid));
  return engine;
}

/** Ends an engine that outlived its centre and its guard, if one still has this data file open. */
function endStaleEngine(pid: number, dataFile: string): void {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (command.includes("--db-path") && command.includes(dataFile)) process.kill(pid, "SIGKILL");
  } catch {
    // No such process, or a machine without /proc: nothing to end.
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}
