import type { Ctx } from "../kernel/context.ts";
import type { ChannelName } from "../kernel/ports.ts";
import type { Language } from "../kernel/text.ts";
import { type Client, type ClientCard, cardOf, type Purpose } from "./client.ts";
import { clientOf, clientsOf } from "./clients.store.ts";
import { openRecord } from "./reach.ts";

/** One client's profile, the reading traced. */
export const readClient = (ctx: Ctx, number: string): Promise<Client> =>
  openRecord(ctx, "client:read", number, "file");

/** A profile as it leaves the house: the document only masked, never sealed or hashed. */
export function shown(client: Client) {
  const bare = ({ kind, masked }: Client["document"]) => ({ kind, masked });
  const { document, alsoDocuments, ...rest } = client;
  return {
    ...rest,
    document: bare(document),
    ...(alsoDocuments ? { alsoDocuments: alsoDocuments.map(bare) } : {}),
  };
}

/** What lists show of several clients; the list that shows them leaves its own trace. */
export async function clientCards(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, ClientCard>> {
  const clients = await clientsOf(ctx, [...new Set(numbers)]);
  return new Map(clients.map((client) => [client.number, cardOf(client)]));
}

/** Where and how a client may be written to, for jobs that send. */
export interface Recipient {
  client: string;
  language: Language;
  zone: string;
  channels: { channel: ChannelName; address: string }[];
  consents: Partial<Record<Purpose, boolean>>;
  mayReceive: boolean;
  centre: string;
  manager?: string | undefined;
  sex: Client["sex"];
}

/** @returns undefined where there is no such client. A prospect, a leaver or a deceased client receives nothing. */
export async function recipientOf(ctx: Ctx, number: string): Promise<Recipient | undefined> {
  const client = await clientOf(ctx, number);
  if (!client) return undefined;
  const address: Partial<Record<ChannelName, string | undefined>> = {
    wechat: client.contacts.wechat,
    sms: client.contacts.phone,
    email: client.contacts.email,
  };
  return {
    client: number,
    language: client.language,
    zone: client.zone,
    channels: client.channels.flatMap((channel) => {
      const to = address[channel];
      return to ? [{ channel, address: to }] : [];
    }),
    consents: Object.fromEntries(
      Object.entries(client.consents).map(([purpose, one]) => [purpose, one.given]),
    ),
    mayReceive: !["prospect", "left", "deceased"].includes(client.state),
    centre: client.centre,
    manager: client.manager,
    sex: client.sex,
  };
}
