import { type Client, clientOf, type Enrol, enrolClient, saveClient } from "../../shared/clients/index.ts";
import { commit, withRetry } from "../../shared/data/commit.ts";
import type { Ctx } from "../../shared/kernel/context.ts";
import { addMinutes, type Instant } from "../../shared/kernel/time.ts";
import {
  changesOf,
  type FindingToFollow,
  type FollowUp,
  followUpsOf,
  type Looked,
  openBook,
  planFollowUps,
  recheckRule,
} from "../../shared/monitoring/index.ts";
import type { World } from "./world.ts";

/** A finding that asks for a re-check rule, in words no letter may hold. */
export const finding = (followUp: string, more: Partial<FindingToFollow> = {}): FindingToFollow => ({
  rule: `finding-of-${followUp}`,
  concern: recheckRule(followUp).concern,
  followUp,
  name: { en: "LDL cholesterol high", zh: "低密度脂蛋白胆固醇升高" },
  sentence: { en: "LDL-C 4.6 mmol/L is high.", zh: "LDL-C 4.6 mmol/L，偏高。" },
  ...more,
});

/** An enrolled client of health manager 1 who has agreed to care letters; more of the profile as given. */
export async function somebody(
  w: World,
  more: Partial<Enrol> = {},
  profile: Partial<Client> = {},
): Promise<Client> {
  const client = await enrolClient(w.ctx(), {
    document: { kind: "centre" },
    name: "赵敏",
    sex: "female",
    birthDate: "1980-05-04",
    contacts: { phone: "13800000001", email: "zhao@example.org" },
    channels: ["sms", "email"],
    consents: ["care", "service"],
    manager: "health-manager-1",
    notADuplicate: true,
    ...more,
  });
  if (!Object.keys(profile).length) return client;
  return changed(w, client.number, profile);
}

/** The same person with another profile, whoever may change it. */
export async function changed(w: World, number: string, profile: Partial<Client>): Promise<Client> {
  const before = (await clientOf(w.ctx(), number)) as Client;
  const log = { subject: `C#${number}`, action: "client.changed" };
  await commit(w.ctx(), { changes: [saveClient({ ...before, ...profile })], log });
  return (await clientOf(w.ctx(), number)) as Client;
}

/** What a signature does to follow-ups, in a commit of its own. */
export async function sign(
  ctx: Ctx,
  client: Client,
  date: string,
  findings: readonly FindingToFollow[],
  { version = 1, looked = [] }: { version?: number; looked?: readonly Looked[] } = {},
): Promise<FollowUp[]> {
  return withRetry(ctx, async () => {
    const planned = planFollowUps(await openBook(ctx, client.number), {
      client: client.number,
      centre: client.centre,
      manager: client.manager ?? "",
      zone: client.zone,
      exam: { date, version },
      findings,
      looked,
      now: ctx.now(),
      by: ctx.actor.id,
    });
    await commit(ctx, {
      changes: changesOf(planned.book),
      log: { subject: `C#${client.number}`, action: "assessment.signed" },
    });
    return planned.opened;
  });
}

export const openOf = async (w: World, client: Client): Promise<FollowUp[]> =>
  (await followUpsOf(w.ctx(), client.number)).filter(({ closed }) => !closed);

/** The minute's work: what is due becomes jobs, and the jobs are done. */
export async function minute(w: World): Promise<void> {
  await w.tick();
  await w.drain();
}

/** Days go by, and whatever comes due in them is done at its minute. */
export async function days(w: World, many: number): Promise<void> {
  const until = addMinutes(w.clock.now(), many * 24 * 60);
  for (let next = await nextDue(w); next && next <= until; next = await nextDue(w)) {
    if (next > w.clock.now()) w.clock.set(next);
    await minute(w);
  }
  w.clock.set(until);
  await minute(w);
}

/** When the next thing comes due, by the rows of the due index. */
async function nextDue(w: World): Promise<Instant | undefined> {
  const rows = (await w.dump()).flatMap(({ dueSk }) =>
    typeof dueSk === "string" ? [dueSk.slice(0, 24)] : [],
  );
  return rows.sort()[0];
}
