import { confirmBooking, leaveWaiting, letPlaceGo, waitForPlace } from "../../../../shared/loop/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { mendsFor } from "../forms/mends.ts";
import { ownNumber } from "./own.ts";
import { followUpsFor, showVisits } from "./visits.tsx";

/** Takes the place that is kept for her, or lets it go. */
export async function answerKept(call: PageCall) {
  const { ctx, actor, t, form } = call;
  const [client, booking] = [ownNumber(actor), form.text("booking")];
  try {
    if (form.text("act") === "let-go") {
      await letPlaceGo(ctx, { client, booking });
      return see("/me/visits", { text: t("book.given-back") });
    }
    const { date, time } = await confirmBooking(ctx, { client, booking });
    return see("/me/visits", { text: t("me.booked", { day: t.longDay(date), time }) });
  } catch (error) {
    return showVisits(call, mendsFor(t, error));
  }
}

export async function waitForTime(call: PageCall) {
  const { ctx, actor, t, form } = call;
  try {
    const visit = { package: form.text("package"), date: form.text("date"), time: form.text("time") };
    const followUps = await followUpsFor(call, visit.package);
    const wanted = { client: ownNumber(actor), ...visit, followUps, anyTime: form.has("any") };
    await waitForPlace(ctx, wanted, form.maybe("key"));
    return see("/me/visits", { text: t("book.wait-joined") });
  } catch (error) {
    return showVisits(call, mendsFor(t, error));
  }
}

export async function leaveList(call: PageCall) {
  const { ctx, actor, t, form } = call;
  await leaveWaiting(ctx, { client: ownNumber(actor), wait: form.text("wait") });
  return see("/me/visits", { text: t("book.wait-left") });
}
