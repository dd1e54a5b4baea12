import type { Change } from "../../data/commit.ts";
import { fixLimit, giveBack, type Limit, take, takeAllotted, takeOver } from "../../data/count.ts";
import { type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { CapacityFull, Conflict } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Booking } from "../booking/booking.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Slot } from "./calendar.ts";
import { quotaKey } from "./quotas.store.ts";

/** The partition of a centre's day: its slots, its scarce items. */
export const dayOf = (centre: string, date: PlainDate): string => `D#${centre}#${date}`;

/** What names a slot's counter within its day. */
export const slotMark = ({ time, resource }: { time: string; resource: string }): string =>
  `SLOT#${time}#${resource}`;

export const capMark = (item: string): string => `CAP#${item}`;

/** One counter a booking is counted in; `over` where it stands beyond the limit. */
export interface Use extends Key {
  over: boolean;
}

/** One a booking wants to be counted in, and what is to be written for it. */
export interface Wish extends Use {
  taking(): Change;
}

export type Placed = Pick<Booking, "centre" | "date" | "time" | "resource" | "caps" | "over" | "quota">;

/** Every counter a booking is counted in: its slot, its scarce items of the day, its company's quota. */
export function usesOf(booking: Placed): Use[] {
  const pk = dayOf(booking.centre, booking.date);
  return [
    ...[slotMark(booking), ...booking.caps.map(capMark)].map((sk) => ({
      pk,
      sk,
      over: booking.over.includes(sk),
    })),
    ...(booking.quota ? [{ ...quotaKey(booking.quota), over: false }] : []),
  ];
}

/**
 * What a booking would be counted in: its slot up to the slot's capacity, each scarce item up to its cap, the quota
 * up to what it holds; those in its `over` beyond the limit. `full` is said of a slot or an item that has no room.
 */
export function wishesOf(booking: Placed, slot: Limit, full?: () => Error): Wish[] {
  const caps = new Map(booking.caps.map((code) => [capMark(code), code]));
  return usesOf(booking).map((use) => {
    const cap = caps.get(use.sk);
    const limit = cap ? { limit: catalogueItem(cap)?.dailyCap ?? 0 } : slot;
    const refusal = full ?? (() => new CapacityFull(cap ? nothingLeftOf(cap) : undefined));
    return {
      ...use,
      taking() {
        if (use.sk.startsWith("QUOTA#"))
          return takeAllotted(use, booking.date, () => new CapacityFull(quotaUsedUp));
        return use.over ? takeOver(use, limit.limit, () => new Conflict()) : take(use, limit, refusal);
      },
    };
  });
}

const quotaUsedUp = {
  en: "The company's places for this department and day are used up.",
  zh: "该单位部门当日的名额已用完。",
};

function nothingLeftOf(code: string) {
  const name = catalogueItem(code)?.name ?? { en: code, zh: code };
  return {
    en: `No place is left that day for: ${name.en}. Choose another day, or leave it out.`,
    zh: `当天“${name.zh}”已无名额，请改约其他日期，或取消该项目。`,
  };
}

const same = (a: Key) => (b: Key) => a.pk === b.pk && a.sk === b.sk;

/** What must be written so that some counters are given back and others taken; one that is in both stays as it is. */
export function changesOfPlaces(given: readonly Use[], wanted: readonly Wish[]): Change[] {
  return [
    ...given
      .filter((use) => !wanted.some(same(use)))
      .map((use) => giveBack(use, use.over, () => new Conflict())),
    ...wanted.filter((wish) => !given.some(same(wish))).map((wish) => wish.taking()),
  ];
}

/** A counter of a day. */
export interface Counter {
  taken: number;
  over: number;
  /** How many wait for it; slots only. */
  waiting: number;
}

/** The counters of a day that were ever used, by their names within it; as of a moment ago unless asked otherwise. */
export async function countersOf(
  ctx: Pick<Ctx, "table" | "now">,
  centre: string,
  date: PlainDate,
  consistent = false,
): Promise<Map<string, Counter>> {
  const { items } = await query(ctx, { pk: dayOf(centre, date), consistent });
  const waits = items.filter(({ sk }) => sk.startsWith("WAIT#"));
  const waiting = (mark: string) => waits.filter((row) => row["mark"] === mark).length;
  return new Map(
    items.map((item) => [
      item.sk,
      { taken: Number(item["taken"] ?? 0), over: Number(item["over"] ?? 0), waiting: waiting(item.sk) },
    ]),
  );
}

/** Which of the counters a booking wants are full, so that only an override gets in. */
export const fullAmong = (booking: Placed, slot: Limit, counters: ReadonlyMap<string, Counter>): string[] => {
  const limitOf = new Map<string, number>([
    [slotMark(booking), slot.limit],
    ...booking.caps.map((code) => [capMark(code), catalogueItem(code)?.dailyCap ?? 0] as const),
  ]);
  return [...limitOf].filter(([sk, limit]) => (counters.get(sk)?.taken ?? 0) >= limit).map(([sk]) => sk);
};

/** The slots of one day as a plan of this version has them; whoever still knows an older one is refused there. */
export const fixSlots = (centre: string, slots: readonly Slot[]): Change[] =>
  slots.map(({ date, time, resource, capacity, rev }) =>
    fixLimit(
      { pk: dayOf(centre, date), sk: slotMark({ time, resource }) },
      capacity,
      rev,
      () => new Conflict(),
    ),
  );
