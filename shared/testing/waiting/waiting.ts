import * as z from "zod";
import { addMinutes, type Instant, instantAt } from "../../kernel/time.ts";
import { BookExamSchema } from "../booking/booking.ts";

/** How a wait ends: with a place, unanswered, or given up. */
const waitStates = ["waiting", "offered", "taken", "lapsed", "left"] as const;

/** A client who waits for a place of a day that is full. */
export const WaitSchema = z.object({
  client: z.string(),
  id: z.string(),
  centre: z.string(),
  package: z.string(),
  items: z.array(z.string()).optional(),
  date: z.string(),
  time: z.string(),
  /** Whether any other time of that day would do. */
  anyTime: z.boolean(),
  resource: z.string(),
  followUps: z.array(z.string()),
  /** It is for a re-check that cannot wait; the one thing that goes before who came first. */
  urgent: z.boolean(),
  since: z.string(),
  state: z.enum(waitStates),
  /** The hold that was offered, and until when. */
  offer: z.object({ booking: z.string(), until: z.string() }).optional(),
  /** When somebody looks at it again: at once when it began, then at the visit's own time. */
  lookAt: z.string().optional(),
  madeBy: z.string(),
  /** Mark of the idempotency key it was made under. */
  request: z.string().optional(),
  v: z.number().int(),
});
export type Wait = z.infer<typeof WaitSchema>;

export const JoinSchema = BookExamSchema.omit({ quota: true }).extend({
  anyTime: z.boolean().default(false),
});
export type Join = z.input<typeof JoinSchema>;

/** Text that orders a list: urgent re-checks first, then who came first. What a client pays or is, is not asked. */
export const rankOf = ({ urgent, since, id }: Pick<Wait, "urgent" | "since" | "id">): string =>
  `${urgent ? 0 : 1}#${since}#${id}`;

/** How long an offer stands from when its message may be read, and how long before the visit it ends, in minutes. */
const standsMinutes = 120;
const aheadMinutes = 60;
const leastMinutes = 30;

/**
 * Until when an offered place is kept: two hours from `readable`, at the latest an hour before the visit. Undefined
 * where that would leave less than half an hour to answer.
 */
export function offerUntil(
  readable: Instant,
  { date, time }: { date: string; time: string },
  zone: string,
): Instant | undefined {
  const latest = addMinutes(instantAt(date, time, zone), -aheadMinutes);
  const [until = latest] = [addMinutes(readable, standsMinutes), latest].sort();
  return until >= addMinutes(readable, leastMinutes) ? until : undefined;
}

/** A wait nobody has to look at again. */
export function ended(wait: Wait, state: "taken" | "lapsed" | "left"): Wait {
  const { lookAt: _look, offer: _offer, ...rest } = wait;
  return { ...rest, state };
}
