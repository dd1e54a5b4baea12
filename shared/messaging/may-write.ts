import type { Recipient } from "../clients/index.ts";
import type { ChannelName } from "../kernel/ports.ts";
import type { MessagePurpose, Suppression } from "./message.ts";

/**
 * Whether and how a client may be written to for a purpose, as of now: the first way of her own
 * preference that has an address and has not refused already, or the reason why not.
 */
export function mayWrite(
  to: Recipient | undefined,
  purpose: MessagePurpose,
  refusedBy: readonly ChannelName[] = [],
): { channel: ChannelName; address: string } | { suppressed: Suppression } {
  if (!to?.mayReceive) return { suppressed: "not reachable" };
  if (to.consents[purpose] !== true) return { suppressed: "consent" };
  return to.channels.find(({ channel }) => !refusedBy.includes(channel)) ?? { suppressed: "no channel" };
}
