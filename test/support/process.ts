import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../functions/local/ports.ts";

const local = new URL("../../functions/local/", import.meta.url).pathname;

/** How a program ended, and what it said. */
interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Running {
  pid: number;
  ended: Promise<Ended>;
  said(): { out: string; err: string };
  signal(name: NodeJS.Signals): void;
}

/** A place of one's own for a centre: a free port, a data folder and a key file that nobody else has. */
export interface Place {
  folder: string;
  env: Record<string, string>;
  origin: string;
  clear(): Promise<void>;
}

export async function place(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "perennial-"));
  folders.push(folder);
  const [port, mllp] = [await freePort(), await freePort()];
  return {
    folder,
    env: {
      PORT: String(port),
      MLLP_PORT: String(mllp),
      PERENNIAL_DATA: join(folder, "data"),
      PERENNIAL_KEYS: join(folder, "keys.json"),
    },
    origin: `http://127.0.0.1:${port}`,
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

const folders: string[] = [];

/** Takes away every place this test file made. */
export async function clearPlaces(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** Starts `functions/local/<program>.ts` as a process of its own, as the npm scripts do. */
export function run(program: string, args: string[], env: Record<string, string>): Running {
  const child: ChildProcess = spawn(process.execPath, [join(local, `${program}.ts`), ...args], {
    env: { ...process.env, HOST: "", DYNAMODB_ENDPOINT: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  return { pid: child.pid ?? 0, ended, said: () => said, signal: (name) => void child.kill(name) };
}

/** Starts a centre and waits until it is ready. @throws Error with its words when it ends before that. */
export async function startCentre(at: Place, args: string[] = ["--empty"]): Promise<Running> {
  const centre = run("main", args, at.env);
  let over: Ended | undefined;
  void centre.ended.then((end) => (over = end));
  while (!(await isReady(at))) {
    if (over) throw new Error(`the centre ended with ${over.code}: ${over.err}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return centre;
}

async function isReady({ origin }: Place): Promise<boolean> {
  const answer = await fetch(`${origin}/health`).catch(() => undefined);
  return answer?.status === 200;
}

/** Whether a process of this id still runs (a dead one waiting for its parent does not). */
export const lives = async (pid: number): Promise<boolean> => {
  const { readFile } = await import("node:fs/promises");
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat !== "" && !/\) [ZX] /.test(stat);
};
