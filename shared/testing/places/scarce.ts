import { InvalidInput } from "../../kernel/errors.ts";
import type { Bilingual } from "../../kernel/text.ts";
import type { Booking } from "../booking/booking.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { CatalogueItem, Sex } from "../catalogue/catalogue-item.ts";
import { packageById, packageItems } from "../catalogue/packages.ts";

/** Scarce items one booking may hold: a hold stays within twelve actions. */
export const mostScarce = 8;

/** The items a booking is for: those chosen, else those its package holds for this sex; a re-check names none. */
export function bookedItems(
  booking: Pick<Booking, "package" | "items">,
  sex?: Sex,
): readonly CatalogueItem[] {
  const bundle = packageById(booking.package);
  if (booking.items) return booking.items.flatMap((code) => catalogueItem(code) ?? []);
  return bundle ? packageItems(bundle, sex) : [];
}

/**
 * The scarce ones among items, each once.
 * @throws InvalidInput where there are more than one booking may hold.
 */
export function scarceAmong(items: readonly CatalogueItem[]): string[] {
  const codes = [...new Set(items.filter(({ dailyCap }) => dailyCap !== undefined).map(({ code }) => code))];
  if (codes.length > mostScarce)
    throw refusal("items", {
      en: `At most ${mostScarce} of the scarce examinations fit into one day; take ${codes.length - mostScarce} out and book them for another.`,
      zh: `一天内最多安排${mostScarce}项限量检查，请取消其中${codes.length - mostScarce}项，另约日期。`,
    });
  return codes;
}

/** @throws InvalidInput for a code that is not in the catalogue, not booked by itself, twice there, or for the other sex. */
export function knowsItems(codes: readonly string[], sex?: Sex): void {
  if (new Set(codes).size !== codes.length)
    throw refusal("items", { en: "An item is there twice.", zh: "项目重复。" });
  for (const code of codes) {
    const item = catalogueItem(code);
    if (!item || item.part || item.partOf)
      throw refusal("items", {
        en: `There is no item ${code.slice(0, 20)} to book.`,
        zh: `没有可预约的项目 ${code.slice(0, 20)}。`,
      });
    if (sex && item.sex && item.sex !== sex)
      throw refusal("items", {
        en: `${item.name.en} is not done for this client.`,
        zh: `该客户不适用“${item.name.zh}”。`,
      });
  }
}

export const refusal = (field: string, message: Bilingual): InvalidInput =>
  new InvalidInput([{ field, message }]);
