import {
  addDays,
  addMinutes,
  epochMs,
  type Instant,
  instantAt,
  localDate,
  localTime,
  weekday,
} from "../../kernel/time.ts";
import { type Case, type Contact, isCorrected, isHistory, tellingOf, tells } from "./case.ts";

/** Hospital practice for class A: told within 2 h, looked after at 24 h and 7 d; needs sign-off. */
export const tellWithinMinutes = 120;
const escalateEveryMinutes = 120;
const mostEscalations = 3;
const looksAfter = [
  { id: "24 h", minutes: 24 * 60 },
  { id: "7 d", minutes: 7 * 24 * 60 },
] as const;
/** Monday to Friday, by the clock of the centre; needs sign-off. */
const officeHours = { from: "08:00", to: "17:00" };

/** What a case waits for, the most pressing first. */
export const caseAsks = ["escalated", "tell", "reach", "look", "close", "wait"] as const;
export type CaseAsk = (typeof caseAsks)[number];
type Look = Case["looks"][number];

/** What people have to do now; undefined for a closed case. */
export function askOf(one: Case): CaseAsk | undefined {
  if (one.state === "closed") return undefined;
  if (isCorrected(one) || one.state === "followed") return "close";
  if (waitsForTelling(one)) {
    if (escalationsNow(one).length) return "escalated";
    return one.state === "lost contact" ? "reach" : "tell";
  }
  return one.looks.some(({ asked, done }) => asked && !done) ? "look" : "wait";
}

/** Whether somebody still has to be told, or told anew. */
export const waitsForTelling = (one: Case): boolean =>
  one.state !== "closed" && !isCorrected(one) && !isHistory(one) && !tellingOf(one);

/** By when it asks for that. */
export function askedBy(one: Case): Instant {
  const ask = askOf(one);
  if (ask !== "look" && ask !== "wait") return one.tellBy;
  return one.looks.find(({ done }) => !done)?.at ?? one.tellBy;
}

/** Escalations of the present telling. */
export const escalationsNow = ({
  escalations,
  since,
}: Pick<Case, "escalations" | "since">): Case["escalations"] => escalations.filter(({ at }) => at >= since);

/** The case with the next step of its clock; a corrected or ended one has none. */
export function wound(one: Case): Case {
  const { next: _next, ...rest } = one;
  const next = stepOf(one);
  return next ? { ...rest, next } : rest;
}

function stepOf(one: Case): Case["next"] {
  if (one.state === "closed" || isCorrected(one)) return undefined;
  if (!waitsForTelling(one)) {
    const look = one.looks.find(({ asked, done }) => !asked && !done);
    return look && { at: look.at, step: look.id };
  }
  const level = escalationsNow(one).at(-1)?.level ?? 0;
  if (level >= mostEscalations) return undefined;
  return { at: addMinutes(one.tellBy, level * escalateEveryMinutes), step: `escalate ${level + 1}` };
}

/** The case with the clock of a new telling. */
export const restarted = (one: Case, now: Instant): Case =>
  wound({ ...one, state: "open", since: now, tellBy: addMinutes(now, tellWithinMinutes), looks: [] });

/** The case of a value that was old when it came in: one look, when there are people to look. */
export function putForward(one: Case, now: Instant): Case {
  const at = inOfficeHours(now);
  const look = { id: "history" as const, at, ...(at <= now ? { asked: now } : {}) };
  return wound({ ...one, state: "open", since: now, tellBy: at, looks: [look] });
}

function inOfficeHours(at: Instant): Instant {
  const [date, time] = [localDate(at), localTime(at)];
  const works = (day: string) => weekday(day) <= 5;
  if (works(date) && time >= officeHours.from && time < officeHours.to) return at;
  let day = time < officeHours.from ? date : addDays(date, 1);
  while (!works(day)) day = addDays(day, 1);
  return instantAt(day, officeHours.from);
}

/**
 * What time does to a case: escalated once every two hours until somebody was reached, at most three times,
 * what an outage missed in one; then each look asked for as its time comes. Nothing is due: the same case.
 */
export function advanced(one: Case, now: Instant): Case {
  if (!one.next || one.next.at > now) return one;
  if (!waitsForTelling(one)) {
    const looks = one.looks.map((look) => (look.at <= now && !look.asked ? { ...look, asked: now } : look));
    return wound({ ...one, looks });
  }
  const late = epochMs(now) - epochMs(one.tellBy);
  const level = Math.min(mostEscalations, 1 + Math.floor(late / (escalateEveryMinutes * 60_000)));
  return wound({ ...one, escalations: [...one.escalations, { at: now, level }] });
}

/** The case with one more contact; the first that tells ends the telling and sets the looks. */
export function withContact(one: Case, contact: Contact): Case {
  const contacts = [...one.contacts, contact];
  if (tellingOf(one) || !tells(one, contact)) return { ...one, contacts };
  const looks = looksAfter.map(({ id, minutes }) => ({ id, at: addMinutes(contact.at, minutes) }));
  return wound({ ...one, contacts, state: "told", looks });
}

/**
 * The case after somebody made this look: everything due by now, or else that look, is done. One that was made
 * before: the same case.
 */
export function lookedAfter(one: Case, look: Look["id"], done: NonNullable<Look["done"]>): Case {
  if (!one.looks.some(({ id, done: before }) => id === look && !before)) return one;
  const looks = one.looks.map((each) =>
    !each.done && (each.id === look || each.at <= done.at) ? { ...each, done } : each,
  );
  return wound({ ...one, looks, state: looks.every((look) => look.done) ? "followed" : one.state });
}
