/** What keeps identifiers secret: a keyed hash for look-up, an envelope for display, a signature for links. */
export interface Keys {
  /** Keyed hash of `text`, hex, never reversible without the key; `version` names the key. */
  mac(text: string): Promise<{ hash: string; version: string }>;
  seal(plain: string): Promise<string>;
  open(sealed: string): Promise<string>;
  /** Signs a short public string (links, cursors); hex. */
  sign(text: string): Promise<string>;
}

/** Uploaded and produced files, private, by key. */
export interface Files {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @returns undefined where there is no such file. */
  get(key: string): Promise<Uint8Array | undefined>;
}

/** Work handed over to be done soon, at least once; ids only, never a fact about a person. */
export type Job =
  | { kind: "import"; id: string }
  | { kind: "remind"; client: string }
  | { kind: "booking"; client: string; booking: string }
  | { kind: "wait"; client: string; wait: string }
  | { kind: "freed"; centre: string; date: string; id: string }
  | { kind: "settle"; client: string; message: string }
  | { kind: "case"; client: string; case: string }
  | { kind: "merge"; client: string; merge: string };

export interface Queue {
  send(job: Job): Promise<void>;
}

export const channelNames = ["wechat", "sms", "email"] as const;
export type ChannelName = (typeof channelNames)[number];

/** A message as a channel gets it. `id` is the provider's idempotency key. */
export interface Letter {
  id: string;
  channel: ChannelName;
  to: string;
  subject: string;
  text: string;
}

/** `unknown`: the provider may or may not have it; only a receipt or a person settles that. */
export type Delivery =
  | { outcome: "accepted"; providerId: string }
  | { outcome: "refused"; reason: string }
  | { outcome: "busy"; reason: string }
  | { outcome: "unknown"; reason: string };

export interface Channels {
  send(letter: Letter): Promise<Delivery>;
  /** Whether the same letter id may be handed over twice without a second message. */
  idempotent(channel: ChannelName): boolean;
}
