import { assessmentOf } from "../../assessment/index.ts";
import { recipientOf } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { localDate, localTime } from "../../kernel/time.ts";
import type { Facts, FactsOf, TemplateId } from "../../messaging/index.ts";
import { reminderFacts } from "../../monitoring/index.ts";
import { appointmentOf, type Booking, bookingOf, waitOf } from "../../testing/index.ts";
import { appointmentFacts } from "../appointments/tell.ts";

/** What a visit's messages say as of now; undefined once it was cancelled, has begun or is over. */
export const bookingFacts = (booking: Booking | undefined): Facts | undefined =>
  booking?.state === "confirmed"
    ? {
        words: { date: booking.date, time: booking.time },
        link: { purpose: "booking", about: booking.id },
      }
    : undefined;

/** Which preparation is spoken of: that for the place a booking has now, after so many moves. */
export const preparationStep = ({ moves }: Booking): string =>
  moves.length ? `preparation ${moves.length}` : "preparation";

const aboutBooking: FactsOf = async (ctx, { client, template, about: [about] }) => {
  const booking = about && (await bookingOf(ctx, client, about.id));
  const stale = template === "booking-preparation" && booking && about.step !== preparationStep(booking);
  return stale ? undefined : bookingFacts(booking);
};

/** An offered place, as long as it is kept. */
const aboutOffer: FactsOf = async (ctx, { client, about: [about] }) => {
  const wait = about && (await waitOf(ctx, client, about.id));
  if (wait?.state !== "offered" || !wait.offer || wait.offer.until <= ctx.now()) return undefined;
  const [booking, to] = await Promise.all([
    bookingOf(ctx, client, wait.offer.booking),
    recipientOf(ctx, client),
  ]);
  if (booking?.state !== "held") return undefined;
  const { until } = wait.offer;
  const words = { until: `${localDate(until, to?.zone)} ${localTime(until, to?.zone)}` };
  return {
    words: { ...words, date: booking.date, time: booking.time },
    link: { purpose: "offer", about: wait.id },
  };
};

const aboutAppointment: FactsOf = async (ctx, { client, about: [about] }) =>
  about && appointmentFacts(await appointmentOf(ctx, client, about.id), about.step);

const reportWords = (date: string): Facts => ({ words: { date }, link: { purpose: "report", about: date } });

/** A report is spoken of by the date of its exam; nobody is told of one that was recalled meanwhile. */
const aboutReport: FactsOf = async (ctx, { client, about: [about] }) => {
  if (!about) return undefined;
  const kept = await assessmentOf(ctx, client, about.id, Number(about.step.slice(1)));
  return kept?.recalled ? undefined : reportWords(about.id);
};

const aboutRecall: FactsOf = async (_ctx, { about: [about] }) => about && reportWords(about.id);

const byTemplate: Readonly<Record<TemplateId, FactsOf>> = {
  "recheck-reminder": reminderFacts,
  "booking-preparation": aboutBooking,
  "booking-confirmed": aboutBooking,
  "place-offered": aboutOffer,
  "appointment-set": aboutAppointment,
  "appointment-reminder": aboutAppointment,
  "appointment-cancelled": aboutAppointment,
  "report-ready": aboutReport,
  "report-recalled": aboutRecall,
};

/** What any message says as of now, or undefined when nobody needs it any more. */
export const factsOf: FactsOf = (ctx: Ctx, message) => byTemplate[message.template](ctx, message);
