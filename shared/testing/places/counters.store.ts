import type { Change } from "../../data/commit.ts";
import { giveBack, type Limit, take } from "../../data/count.ts";
import { type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { CapacityFull, Conflict } from "../../kernel/errors.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Booking } from "../booking/booking.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";

/** The partition of a centre's day: its slots, its scarce items. */
export const dayOf = (centre: string, date: PlainDate): string => `D#${centre}#${date}`;

/** What names a slot's counter within its day. */
export const slotMark = ({ time, resource }: { time: string; resource: string }): string =>
  `SLOT#${time}#${resource}`;

const capMark = (item: string): string => `CAP#${item}`;

/** One counter a booking is counted in; `over` where it stands beyond the limit. */
export interface Use extends Key {
  over: boolean;
}

/** One a booking wants to be counted in. */
export interface Wish extends Use, Limit {
  refusal: () => Error;
}

type Placed = Pick<Booking, "centre" | "date" | "time" | "resource" | "caps">;

/** Every counter a booking is counted in. */
export function usesOf(booking: Placed): Use[] {
  const pk = dayOf(booking.centre, booking.date);
  return [slotMark(booking), ...booking.caps.map(capMark)].map((sk) => ({ pk, sk, over: false }));
}

/** What a booking would be counted in: its slot up to the slot's capacity, each scarce item up to its cap. */
export function wishesOf(booking: Placed, slot: Limit): Wish[] {
  const [place, ...caps] = usesOf(booking) as [Use, ...Use[]];
  return [
    { ...place, ...slot, refusal: () => new CapacityFull() },
    ...caps.map((use, at) => capWish(use, booking.caps[at] ?? "")),
  ];
}

function capWish(use: Use, code: string): Wish {
  const item = catalogueItem(code);
  const name = item?.name ?? { en: code, zh: code };
  return {
    ...use,
    limit: item?.dailyCap ?? 0,
    refusal: () =>
      new CapacityFull({
        en: `No place is left that day for: ${name.en}. Choose another day, or leave it out.`,
        zh: `当天“${name.zh}”已无名额，请改约其他日期，或取消该项目。`,
      }),
  };
}

/** What must be written so that some counters are given back and others taken; one that is in both stays as it is. */
export function changesOfPlaces(given: readonly Use[], wanted: readonly Wish[]): Change[] {
  const same = (a: Key) => (b: Key) => a.pk === b.pk && a.sk === b.sk;
  return [
    ...given
      .filter((use) => !wanted.some(same(use)))
      .map((use) => giveBack(use, use.over, () => new Conflict())),
    ...wanted.filter((wish) => !given.some(same(wish))).map((wish) => take(wish, wish, wish.refusal)),
  ];
}

/** How far the counters of a day are: by their names within the day, as of a moment ago. */
export async function countersOf(ctx: Ctx, centre: string, date: PlainDate): Promise<Map<string, number>> {
  const { items } = await query(ctx, { pk: dayOf(centre, date), consistent: false });
  return new Map(items.map((item) => [item.sk, Number(item["taken"] ?? 0)]));
}
