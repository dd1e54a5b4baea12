import { checkDigit } from "../../clients/index.ts";
import type { PlainDate } from "../../kernel/time.ts";

/** The name of an exam: its day, its place in the day's queue and a check digit, so that it can be said aloud. */
export function examNumber(date: PlainDate, queue: number): string {
  const digits = date.slice(2).replaceAll("-", "") + String(queue).padStart(4, "0");
  return `E${digits.slice(0, 6)}-${digits.slice(6)}${checkDigit(digits)}`;
}

/**
 * Reads an exam number as typed, scanned or sent, with or without the ending of one of its samples or orders
 * (`E261122-00375.2`). Undefined where it is none of ours: one digit misheard, or two swapped, is noticed.
 */
export function readExamNumber(
  text: string,
): { number: string; date: PlainDate; queue: number; part?: number } | undefined {
  const found = /^E?(\d{2})(\d{2})(\d{2})-?(\d{4})(\d)(?:\.(\d{1,3}))?$/.exec(
    text.normalize("NFKC").replace(/\s/g, "").toUpperCase(),
  );
  if (!found) return undefined;
  const [, year, month, day, place = "", check, part] = found;
  if (checkDigit(`${year}${month}${day}${place}`) !== check) return undefined;
  const date = `20${year}-${month}-${day}`;
  const queue = Number(place);
  return { number: examNumber(date, queue), date, queue, ...(part ? { part: Number(part) } : {}) };
}
