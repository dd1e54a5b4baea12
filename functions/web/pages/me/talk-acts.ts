import { NotFound } from "../../../../shared/kernel/errors.ts";
import { cancelAppointment } from "../../../../shared/loop/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { appointmentFile } from "../appointments/calendar.ts";
import { mendsFor } from "../forms/mends.ts";
import { ownFile, ownNumber } from "./own.ts";
import { showVisits } from "./visits.tsx";

/** Cancels one of the reader's own talks. */
export async function cancelOwnAppointment(call: PageCall) {
  const { ctx, actor, t, form } = call;
  try {
    const reason = form.maybe("reason") ?? t("me.reason-none");
    await cancelAppointment(ctx, ownNumber(actor), form.text("appointment"), reason);
    return see("/me/visits", { text: t("appt.own-cancelled") });
  } catch (error) {
    return showVisits(call, mendsFor(t, error));
  }
}

/** An appointment for the calendar of her phone. */
export async function ownAppointmentFile(call: PageCall) {
  const file = await ownFile(call);
  const id = (call.params["file"] ?? "").replace(/\.ics$/, "");
  const appointment = file.appointments.find((one) => one.id === id);
  if (!appointment) throw new NotFound();
  return appointmentFile(call, appointment, file.client.zone);
}
