import type { TableClient } from "../../shared/data/client.ts";
import type { Home } from "../../shared/kernel/home.ts";
import { systemRandom } from "../../shared/kernel/ids.ts";
import type { Files, Queue } from "../../shared/kernel/ports.ts";
import { verifierFor } from "../cloud/verify.ts";
import type { LocalClock } from "./clock.ts";
import { moveLabels } from "./clock-page.ts";
import { localAudience, localClientId, localIssuer } from "./issuer.ts";
import type { LocalKeys } from "./key-file.ts";
import { keysFrom } from "./keys.ts";
import { terminalLog } from "./log.ts";
import type { Mailbox } from "./mailbox.ts";
import { moveNames } from "./moves.ts";
import { jwksOf } from "./tokens.ts";

/** What one machine brings to every function. */
export interface Parts {
  clock: LocalClock;
  keys: LocalKeys;
  files: Files;
  queue: Queue;
  mailbox: Mailbox;
  publicUrl: string;
}

const acts = moveNames.map((name) => ({ action: `/local/clock/${name}`, label: moveLabels[name] }));
const clockLabel = { en: "Clock", zh: "时钟" };
const mailboxLabel = { en: "Mailbox", zh: "信箱" };
const peopleLabel = { en: "Act as somebody else", zh: "换个身份" };

/** The home of one function on this machine, over its own table client. */
export function homeOver(parts: Parts, table: TableClient): Home {
  const { clock, keys, files, queue, mailbox, publicUrl } = parts;
  const issuerUrl = `${publicUrl}/local/issuer`;
  return {
    now: clock.now,
    random: systemRandom,
    table,
    keys: keysFrom(keys.set),
    files,
    queue,
    channels: mailbox,
    verify: verifierFor({ issuer: localIssuer, clientIds: localAudience, jwks: jwksOf(keys.signing) }),
    signIn: {
      authorizeUrl: `${issuerUrl}/authorize`,
      tokenUrl: `${publicUrl.replace("localhost", "127.0.0.1")}/local/issuer/token`,
      signOutUrl: `${issuerUrl}/sign-out`,
      clientId: localClientId,
    },
    publicUrl,
    log: terminalLog,
    toolbar: () => ({
      now: clock.now(),
      acts,
      links: [
        { href: "/local/clock", label: clockLabel },
        { href: "/local/mailbox", label: mailboxLabel, count: mailbox.letters().length },
        { href: "/sign-in", label: peopleLabel },
      ],
    }),
  };
}
