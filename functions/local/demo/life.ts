import { actorOf } from "../../../shared/access/index.ts";
import { query } from "../../../shared/data/read.ts";
import type { Actor, Ctx } from "../../../shared/kernel/context.ts";
import { contextFor, type Home } from "../../../shared/kernel/home.ts";
import type { Channels } from "../../../shared/kernel/ports.ts";
import type { Instant } from "../../../shared/kernel/time.ts";
import { advanceBooking, settleMessage } from "../../../shared/loop/index.ts";
import { advanceCase, advanceFollowUps } from "../../../shared/monitoring/index.ts";
import { clientClaims, lisClaims, staff, staffClaims } from "../personas.ts";
import { chanceOf } from "./chance.ts";

/** One client's way through the past, under a clock of its own. */
export interface Life {
  now(): Instant;
  /** A member of staff, the laboratory's machine, or the client of a number. */
  as(who: string): Ctx;
  /**
   * Lets time pass for a client until an instant, or until the present if that comes first: whatever falls
   * due on the way is done at its minute. @returns whether the instant was reached.
   */
  reach(at: Instant, client?: string): Promise<boolean>;
}

/** Letters of the past are accepted and lie in nobody's box. */
const past: Channels = {
  idempotent: () => true,
  send: async ({ id }) => ({ outcome: "accepted", providerId: id }),
};

const caseKey = "FILE#CASE#";
const workers: Actor = { kind: "job", id: "reminders", name: "reminders", centre: "" };

export function lifeOf(home: Home, seed: number, present: Instant): Life {
  let at: Instant = "";
  const chance = chanceOf(seed);
  const mine: Home = {
    ...home,
    now: () => at,
    random: chance.next,
    channels: past,
    queue: { send: async () => {} },
  };
  const job = contextFor(mine, workers, "demo");
  const ways = { channels: past, publicUrl: home.publicUrl };

  async function nextDue(client: string): Promise<{ sk: string; at: Instant } | undefined> {
    const { items } = await query(job, { pk: `C#${client}` });
    const due = items.flatMap(({ sk, dueSk }) =>
      typeof dueSk === "string" ? [{ sk, at: dueSk.slice(0, 24) }] : [],
    );
    return due.sort((a, b) => a.at.localeCompare(b.at))[0];
  }

  async function work(client: string, sk: string): Promise<void> {
    if (sk.startsWith("MSG#")) await settleMessage(job, ways, { client, message: sk.slice(4) });
    else if (sk.startsWith("BOOK#")) await advanceBooking(job, ways, { client, booking: sk.slice(5) });
    else if (sk.startsWith(caseKey)) await advanceCase(job, client, sk.slice(caseKey.length));
    else await advanceFollowUps(job, ways, client);
  }

  return {
    now: () => at,
    as(who) {
      const member = staff.find(({ id }) => id === who);
      const claims = member ? staffClaims(member) : who === "lis" ? lisClaims : clientClaims(who, "");
      return contextFor(mine, actorOf(claims), "demo");
    },
    async reach(wanted, client) {
      const until = wanted <= present ? wanted : present;
      if (client)
        for (let due = await nextDue(client); due && due.at <= until; due = await nextDue(client)) {
          if (due.at > at) at = due.at;
          await work(client, due.sk);
          const again = await nextDue(client);
          if (again?.sk === due.sk && again.at === due.at) throw new Error("due work was not done");
        }
      if (until > at) at = until;
      return wanted <= present;
    },
  };
}
