import type { Ctx } from "../../kernel/context.ts";
import { localDate } from "../../kernel/time.ts";
import { bookingsOn } from "../../testing/index.ts";

/** Long enough that nobody guesses one, short enough for a small square. */
const signLength = 16;

const signed = async (ctx: Ctx, booking: string): Promise<string> =>
  (await ctx.keys.sign(`arrive ${booking}`)).slice(0, signLength).toUpperCase();

/** The code of a booking that is scanned at the desk: it proves that we made it, and names nobody. */
export const arrivalCode = async (ctx: Ctx, booking: string): Promise<string> =>
  `ARRIVE.${booking.toUpperCase()}.${await signed(ctx, booking)}`;

/**
 * Whose visit of today a scanned code is for: `""` for a code of ours that is for no visit of today, undefined for
 * anything that is no code of ours.
 */
export async function readArrivalCode(ctx: Ctx, centre: string, text: string): Promise<string | undefined> {
  const [word, code = "", sign] = text.normalize("NFKC").trim().toUpperCase().split(".");
  if (word !== "ARRIVE" || !sign) return undefined;
  const booking = code.toLowerCase();
  if ((await signed(ctx, booking)) !== sign) return undefined;
  const today = await bookingsOn(ctx, centre, localDate(ctx.now()));
  return today.find(({ id }) => id === booking)?.client ?? "";
}
