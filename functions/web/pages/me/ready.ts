import { sendOn } from "../../../../shared/testing/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { ownNumber } from "./own.ts";

/** She says that her bladder is full, and is sent where it is needed. */
export async function sayReady({ ctx, actor, form }: PageCall) {
  await sendOn(ctx, ownNumber(actor), form.text("exam"), "ready");
  return see("/me");
}
