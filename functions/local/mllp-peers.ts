import { isIP } from "node:net";
import { Sentence } from "./sentence.ts";

/** Which systems may send from which address: `LIS/LAB` is MSH-3 and MSH-4. */
export type Peers = ReadonlyMap<string, ReadonlySet<string>>;

const usual = "127.0.0.1=LIS/LAB,::1=LIS/LAB";

/**
 * The allow-list as it is written: `10.0.0.5=LIS/LAB,10.0.0.6=RIS/XRAY`.
 * @throws Sentence naming the entry that cannot be read.
 */
export function peersIn(written: string | undefined): Peers {
  const peers = new Map<string, Set<string>>();
  for (const entry of (written || usual).split(",")) {
    const [address = "", sender = ""] = entry.split("=").map((part) => part.trim());
    if (!isIP(address) || !/^[^/\s]+\/[^/\s]+$/.test(sender))
      throw new Sentence(
        `MLLP_PEERS has ${entry.trim() || "an empty entry"}; write 127.0.0.1=LIS/LAB, one entry a comma.`,
      );
    peers.set(address, (peers.get(address) ?? new Set()).add(sender));
  }
  return peers;
}

/** The systems an address may send for, as the socket names it; undefined for a stranger. */
export const sendersAt = (peers: Peers, address: string | undefined): ReadonlySet<string> | undefined =>
  peers.get((address ?? "").replace(/^::ffff:/, ""));
