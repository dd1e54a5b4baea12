import { addMinutes, type Instant } from "../../kernel/time.ts";

/** An appointment as a calendar keeps it; `start` is an instant, `minutes` how long it takes. */
export interface CalendarEvent {
  id: string;
  /** Grows with every change, so that a calendar takes the newer one. */
  version: number;
  start: Instant;
  minutes: number;
  summary: string;
  description: string;
  place: string;
  cancelled?: boolean;
  /** When the file was made. */
  made: Instant;
}

/**
 * An iCalendar file of one event (RFC 5545): CRLF line ends, lines of at most 75 octets folded between
 * characters, times in UTC, text escaped. Every calendar program opens it.
 */
export function icsOf(event: CalendarEvent): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Perennial//Bookings//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${event.cancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${escaped(event.id)}@perennial`,
    `SEQUENCE:${event.version}`,
    `DTSTAMP:${utc(event.made)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(addMinutes(event.start, event.minutes))}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `LOCATION:${escaped(event.place)}`,
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const utc = (at: Instant): string => at.replace(/\.\d+Z$/, "Z").replace(/[-:]/g, "");

/** TEXT of RFC 5545, 3.3.11; other control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

const most = 75;

/** RFC 5545, 3.1: a long line goes on after CRLF and one space, which counts; a character is never cut. */
function folded(line: string): string {
  let [out, octets] = ["", 0];
  for (const character of line) {
    const wide = Buffer.byteLength(character);
    if (octets + wide > most) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += wide;
  }
  return out;
}
