import { addDays, addMinutes, type Instant, instantAt, localDate, localTime } from "../kernel/time.ts";
import type { MessagePurpose } from "./message.ts";

/** Local hours in which a client may be written to, by purpose; the end is no longer allowed. */
export const allowedHours: Readonly<Record<MessagePurpose, { from: string; to: string }>> = {
  care: { from: "09:00", to: "20:00" },
  service: { from: "09:00", to: "20:00" },
  marketing: { from: "10:00", to: "18:00" },
};

/** Whether this is a time to write to somebody in that zone. */
export function isAllowedAt(purpose: MessagePurpose, at: Instant, zone: string): boolean {
  const { from, to } = allowedHours[purpose];
  const time = localTime(at, zone);
  return time >= from && time < to;
}

/**
 * The earliest allowed instant from `at` on, in the client's own zone: `at` itself inside the hours, else
 * `minutes` after the window opens next (so that a night's backlog does not go out in one second).
 */
export function nextAllowed(purpose: MessagePurpose, at: Instant, zone: string, minutes = 0): Instant {
  if (isAllowedAt(purpose, at, zone)) return at;
  const { from } = allowedHours[purpose];
  const today = localDate(at, zone);
  const date = localTime(at, zone) < from ? today : addDays(today, 1);
  return addMinutes(instantAt(date, from, zone), minutes);
}
