import type { Recipient } from "../../clients/index.ts";
import type { Change } from "../../data/commit.ts";
import type { LogEntry } from "../../data/log.ts";
import type { Ctx } from "../../kernel/context.ts";
import { addDays, instantAt } from "../../kernel/time.ts";
import { type Facts, queueMessage } from "../../messaging/index.ts";
import type { Appointment } from "../../testing/index.ts";

interface Told {
  changes: Change[];
  log: LogEntry[];
}

const reminderTime = "16:00";

/** A letter speaks of where an appointment stood when it was written: the how-manieth place it is. */
const placeOf = ({ moves }: Appointment): string => String(moves.length + 1);

/**
 * What goes out about an appointment as it now stands: at once where staff set it, for a client who did so
 * knows; and the afternoon before, where that is still to come.
 */
export function tellOf(ctx: Ctx, to: Recipient | undefined, appointment: Appointment): Told {
  const now = ctx.now();
  const dayBefore = instantAt(addDays(appointment.date, -1), reminderTime, to?.zone);
  return together([
    ...(ctx.actor.kind === "client" ? [] : [letter(to, appointment, "appointment-set", now)]),
    ...(dayBefore > now ? [letter(to, appointment, "appointment-reminder", dayBefore)] : []),
  ]);
}

/** What goes out about one that staff cancelled. */
export const tellCancelled = (ctx: Ctx, to: Recipient | undefined, appointment: Appointment): Told =>
  together(ctx.actor.kind === "client" ? [] : [letter(to, appointment, "appointment-cancelled", ctx.now())]);

function letter(
  to: Recipient | undefined,
  appointment: Appointment,
  template: "appointment-set" | "appointment-reminder" | "appointment-cancelled",
  at: string,
): Told {
  const { client, id } = appointment;
  const about = [{ type: "appointment", id, step: `${template} ${placeOf(appointment)}` }];
  const { message, change } = queueMessage(to, { client, template, about }, at);
  const refs = { message: message.id };
  return {
    changes: [change],
    log: [{ subject: `C#${client}`, action: `message.${message.state}`, refs }],
  };
}

const together = (told: readonly Told[]): Told => ({
  changes: told.flatMap(({ changes }) => changes),
  log: told.flatMap(({ log }) => log),
});

/**
 * What a letter about an appointment says now; undefined once it stands elsewhere, or is not what the letter
 * says of it any more.
 */
export function appointmentFacts(appointment: Appointment | undefined, step: string): Facts | undefined {
  if (!appointment) return undefined;
  const { id, date, time, state } = appointment;
  const [template = "", place] = step.split(" ");
  const wanted = template === "appointment-cancelled" ? "cancelled" : "booked";
  if (state !== wanted || place !== placeOf(appointment)) return undefined;
  return { words: { date, time }, link: { purpose: "appointment", about: id } };
}
