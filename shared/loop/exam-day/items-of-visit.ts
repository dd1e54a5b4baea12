import type { Client } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { followUpsOf } from "../../monitoring/index.ts";
import { type Booking, catalogueItem, packageById, packageItems } from "../../testing/index.ts";
import { recheckItems } from "../booking/recheck-items.ts";

/**
 * The items a visit is for, as far as this sex has them: those chosen, else its package's, else those its re-checks
 * ask for; what is read off a report stands for that examination.
 */
export async function itemsOfVisit(
  ctx: Ctx,
  client: Pick<Client, "number" | "sex">,
  booking: Pick<Booking, "package" | "followUps" | "items">,
): Promise<string[]> {
  const codes =
    booking.items ??
    packageById(booking.package)?.items ??
    (await lookedAtAgain(ctx, client.number, booking.followUps));
  return [...new Set(packageItems({ items: codes }, client.sex).map(({ code }) => code))];
}

async function lookedAtAgain(ctx: Ctx, number: string, ids: readonly string[]): Promise<string[]> {
  const meant = ids.length ? (await followUpsOf(ctx, number)).filter(({ id }) => ids.includes(id)) : [];
  return recheckItems(meant).map((code) => catalogueItem(code)?.partOf?.[0] ?? code);
}
