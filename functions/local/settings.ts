import { isIP } from "node:net";
import { resolve } from "node:path";
import { type Peers, peersIn } from "./mllp-peers.ts";
import { Sentence } from "./sentence.ts";

export interface Settings {
  host: string;
  port: number;
  /** Folder of the data. */
  data: string;
  /** The key file, outside that folder. */
  keys: string;
  empty: boolean;
  mllp: MllpSettings;
}

export interface MllpSettings {
  host: string;
  port: number;
  /** Somebody asked for this very port. */
  chosen: boolean;
  peers: Peers;
}

const loopback: Record<string, string> = { localhost: "127.0.0.1", "127.0.0.1": "127.0.0.1", "::1": "::1" };

/**
 * What the environment and the command line say.
 * @throws Sentence for a public address, a port that is none, keys that lie with the data.
 */
export function readSettings(
  env: Record<string, string | undefined> = process.env,
  args: readonly string[] = process.argv.slice(2),
): Settings {
  const unknown = args.find((arg) => arg !== "--empty");
  if (unknown) throw new Sentence(`Unknown option ${unknown}; the only one is --empty.`);
  const host = loopback[env["HOST"] || "localhost"];
  if (!host)
    throw new Sentence(
      `HOST=${env["HOST"]} is not this machine alone. One-machine mode signs anybody in, so it serves only 127.0.0.1; unset HOST.`,
    );
  const data = resolve(env["PERENNIAL_DATA"] || ".data");
  const keys = resolve(env["PERENNIAL_KEYS"] || ".keys.json");
  if (keys.startsWith(`${data}/`))
    throw new Sentence(
      `The key file ${keys} must lie outside the data folder; set PERENNIAL_KEYS to another place.`,
    );
  return { host, port: portIn(env), data, keys, empty: args.includes("--empty"), mllp: mllpIn(env) };
}

/** Where HL7 over MLLP is listened for, and who may send. @throws Sentence when one of it cannot be read. */
function mllpIn(env: Record<string, string | undefined>): MllpSettings {
  const port = Number(env["MLLP_PORT"] || 2575);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Sentence(`MLLP_PORT=${env["MLLP_PORT"]} is not a port; use a number from 1 to 65535.`);
  const host = env["MLLP_HOST"] || "127.0.0.1";
  if (!isIP(host))
    throw new Sentence(`MLLP_HOST=${host} is not an address of this machine; write it as 127.0.0.1.`);
  return { host, port, chosen: Boolean(env["MLLP_PORT"]), peers: peersIn(env["MLLP_PEERS"]) };
}

/** The port the centre answers at. @throws Sentence when PORT is not a port. */
export function portIn(env: Record<string, string | undefined> = process.env): number {
  const port = Number(env["PORT"] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Sentence(`PORT=${env["PORT"]} is not a port; use a number from 1 to 65535.`);
  return port;
}
