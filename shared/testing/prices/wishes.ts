import type { Sex } from "../catalogue/catalogue-item.ts";
import { packageById } from "../catalogue/packages.ts";
import type { DayPrices } from "./price-book.ts";
import { bundleParts, type Wanted } from "./price-of.ts";

/**
 * The items a package holds on a day for somebody of this sex, where the centre made it hold others than it ships
 * with; undefined where it did not.
 */
export function itemsOfDay(prices: DayPrices, id: string, sex: Sex): string[] | undefined {
  const [shipped, bundle] = [packageById(id), prices.bundle(id)];
  if (!shipped || !bundle) return undefined;
  const same =
    bundle.items.length === shipped.items.length &&
    bundle.items.every((code) => shipped.items.includes(code));
  return same
    ? undefined
    : bundleParts(bundle, sex, prices).flatMap(({ code, category }) => (category === "exam" ? [code] : []));
}

/** What a booking asks for, as a wish with a price: its package less what was taken out, and what came to it. */
export function wantedFor(
  booking: { package: string; items?: readonly string[] | undefined },
  sex: Sex,
  prices: DayPrices,
): Wanted {
  const bundle = prices.bundle(booking.package);
  const parts = bundle ? bundleParts(bundle, sex, prices) : [];
  const { items } = booking;
  const drop = parts.flatMap(({ code, category }) =>
    items && category === "exam" && !items.includes(code) ? [code] : [],
  );
  const add = (items ?? []).filter((code) => prices.part(code) && !parts.some((part) => part.code === code));
  return { ...(bundle ? { package: bundle.id } : {}), drop, add };
}
