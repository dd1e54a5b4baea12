import type * as z from "zod";
import { commit, withRetry } from "../data/commit.ts";
import type { Ctx } from "../kernel/context.ts";
import { parse } from "../kernel/parse.ts";
import { localDate } from "../kernel/time.ts";
import { type Client, consentTextVersion, type Purpose } from "./client.ts";
import { type Along, nothingAlong, saveClient, subjectOf } from "./clients.store.ts";
import { healthAfter, mustBePossible } from "./health-file.ts";
import { readPhone } from "./phone.ts";
import { reachClient } from "./reach.ts";
import { ChangeClientSchema, ConsentSchema } from "./wishes.ts";

/** Changes the parts of a file that were sent, and nothing else but what is to go along; "" is no manager. */
export async function changeClient(
  ctx: Ctx,
  number: string,
  input: z.input<typeof ChangeClientSchema>,
  along: Along = nothingAlong,
): Promise<Client> {
  const wanted = parse(ChangeClientSchema, input);
  return withRetry(ctx, async () => {
    const before = await reachClient(ctx, "client:change", number);
    const { contacts, health, manager, ...plain } = Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined),
    ) as typeof wanted;
    const { manager: had, ...kept } = before;
    const manages = manager ?? had;
    const client: Client = {
      ...kept,
      ...(manages ? { manager: manages } : {}),
      ...(plain as Partial<Client>),
      contacts: {
        ...before.contacts,
        ...contacts,
        ...(contacts?.phone ? { phone: readPhone(contacts.phone) } : {}),
      },
      health: healthAfter(before.health, health ?? {}),
    };
    mustBePossible(client.health, client, localDate(ctx.now(), client.zone));
    const log = { subject: subjectOf(number), action: "client.changed", v: before.v + 1 };
    await commit(ctx, { changes: [saveClient(client), ...(await along(client, before))], log });
    return { ...client, v: before.v + 1 };
  });
}

/** Records consent for one purpose given or withdrawn: when, how and on which text. */
export async function changeConsent(
  ctx: Ctx,
  number: string,
  input: { purpose: Purpose; given: boolean },
): Promise<Client> {
  const { purpose, given } = parse(ConsentSchema, input);
  return withRetry(ctx, async () => {
    const before = await reachClient(ctx, "client:consent", number);
    const how = ctx.actor.kind === "client" ? "portal" : `desk:${ctx.actor.id}`;
    const consent = { given, at: ctx.now(), how, text: consentTextVersion };
    const client = { ...before, consents: { ...before.consents, [purpose]: consent } };
    await commit(ctx, {
      changes: [saveClient(client)],
      log: {
        subject: subjectOf(number),
        action: given ? "consent.given" : "consent.withdrawn",
        refs: { purpose },
        v: before.v + 1,
      },
    });
    return { ...client, v: before.v + 1 };
  });
}
