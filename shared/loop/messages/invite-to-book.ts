import * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AlreadyThere, InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addDays, type Instant, instantAt, localDate } from "../../kernel/time.ts";
import { linkPath } from "../../messaging/index.ts";
import { type Booking, packageById } from "../../testing/index.ts";
import { bookFor } from "../booking/make-booking.ts";
import { type Invite, InviteSchema } from "./invite-schema.ts";
import { invitedTo, reach } from "./open-link.ts";

export interface Invitation {
  /** Path of the link, under the public address. */
  path: string;
  expires: Instant;
}

/**
 * A link by which one client may book one visit and nothing else, until it expires: it shows free times and opens no
 * record. Who makes it is in the log.
 */
export async function inviteToBook(ctx: Ctx, input: Invite): Promise<Invitation> {
  const { client: number, package: bundle, days } = parse(InviteSchema, input);
  const client = await reachClient(ctx, "booking:invite", number);
  if (!packageById(bundle))
    throw new InvalidInput([
      { field: "package", message: { en: "Choose one of the packages.", zh: "请选择套餐。" } },
    ]);
  const expires = instantAt(addDays(localDate(ctx.now(), client.zone), days), "23:59", client.zone);
  const about = `${bundle}~${ctx.newId()}`;
  await commit(ctx, {
    changes: [],
    log: { subject: `C#${number}`, action: "booking.invited", refs: { package: bundle, until: expires } },
  });
  return { path: await linkPath(ctx, { client: number, purpose: "invite", about, expires }), expires };
}

const ChosenSchema = z.strictObject({ date: z.iso.date(), time: z.string().regex(/^\d{2}:\d{2}$/) });

/**
 * Books the one visit of an invitation; pressed again, by however many at once, it is the same visit.
 * @throws CapacityFull; AlreadyThere where it booked another time, or the client is booked that day; Conflict where
 * what it booked was cancelled; AppError `Expired`.
 */
export async function bookInvited(
  ctx: Ctx,
  token: string,
  input: z.input<typeof ChosenSchema>,
): Promise<Booking> {
  const { by, link, client } = await reach(ctx, token, "invite");
  const wanted = parse(ChosenSchema, input);
  const visit = { package: invitedTo(link), ...wanted, followUps: [] };
  const booking = await bookFor(by, client, visit, link.about);
  if (booking.date === wanted.date && booking.time === wanted.time) return booking;
  throw new AlreadyThere({
    en: `This invitation has booked ${booking.date} at ${booking.time}.`,
    zh: `该邀请已预约 ${booking.date} ${booking.time}。`,
  });
}
