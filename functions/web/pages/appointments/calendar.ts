import { instantAt } from "../../../../shared/kernel/time.ts";
import { type Appointment, icsOf, offers } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";

/** An appointment as a calendar file: when, and what to bring; it names neither the person nor what it is about. */
export function appointmentFile({ ctx, t }: PageCall, appointment: Appointment, zone: string): Response {
  const body = icsOf({
    id: appointment.id,
    version: appointment.v,
    start: instantAt(appointment.date, appointment.time, zone),
    minutes: appointment.minutes,
    summary: t("book.ics-summary"),
    description: offers[appointment.offer].prepare.map((what) => t.pick(what)).join("\n"),
    place: t("book.ics-place"),
    cancelled: appointment.state === "cancelled",
    made: ctx.now(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${appointment.date}.ics"`,
      "cache-control": "no-store",
    },
  });
}
