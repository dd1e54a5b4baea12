import type { Ctx } from "../../kernel/context.ts";

/** Long enough that nobody guesses one, short enough for a small square. */
const signLength = 16;

const signed = async (ctx: Ctx, client: string, booking: string): Promise<string> =>
  (await ctx.keys.sign(`arrive ${client} ${booking}`)).slice(0, signLength).toUpperCase();

/** The code of a booking that is scanned at the desk: it names the visit and proves that we made it. */
export const arrivalCode = async (ctx: Ctx, client: string, booking: string): Promise<string> =>
  `ARRIVE.${client}.${booking.toUpperCase()}.${await signed(ctx, client, booking)}`;

/** What a scanned code names, or undefined for anything that is no code of ours. */
export async function readArrivalCode(
  ctx: Ctx,
  text: string,
): Promise<{ client: string; booking: string } | undefined> {
  const [word, client = "", code = "", sign] = text.normalize("NFKC").trim().toUpperCase().split(".");
  if (word !== "ARRIVE" || !sign) return undefined;
  const booking = code.toLowerCase();
  return (await signed(ctx, client, booking)) === sign ? { client, booking } : undefined;
}
