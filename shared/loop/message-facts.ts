import type { Ctx } from "../kernel/context.ts";
import type { Facts, FactsOf, TemplateId } from "../messaging/index.ts";
import { reminderFacts } from "../monitoring/index.ts";
import { type Booking, bookingOf } from "../testing/index.ts";

/** What a visit's messages say as of now; undefined once it was cancelled, has begun or is over. */
export const bookingFacts = (booking: Booking | undefined): Facts | undefined =>
  booking?.state === "confirmed"
    ? {
        words: { date: booking.date, time: booking.time },
        link: { purpose: "booking", about: booking.id },
      }
    : undefined;

const aboutBooking: FactsOf = async (ctx, { client, about }) =>
  bookingFacts(about[0] && (await bookingOf(ctx, client, about[0].id)));

/** A report is spoken of by the date of its exam. */
const aboutReport: FactsOf = async (_ctx, { about }) =>
  about[0] && { words: { date: about[0].id }, link: { purpose: "report", about: about[0].id } };

const byTemplate: Readonly<Record<TemplateId, FactsOf>> = {
  "recheck-reminder": reminderFacts,
  "booking-preparation": aboutBooking,
  "booking-confirmed": aboutBooking,
  "report-ready": aboutReport,
};

/** What any message says as of now, or undefined when nobody needs it any more. */
export const factsOf: FactsOf = (ctx: Ctx, message) => byTemplate[message.template](ctx, message);
