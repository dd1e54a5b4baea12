import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { CatalogueItem } from "../catalogue/catalogue-item.ts";
import { rooms } from "../catalogue/data/names.ts";

/** Whether what is done in a room can be done at a company: as it is, with a vehicle that brings the room, or not. */
export type OffSite = "yes" | "vehicle" | "no";

/**
 * By room of the catalogue: what a team carries in cases (couch, portable ultrasound, ECG), what comes on wheels
 * (a digital X-ray vehicle), and what stays at the centre. The centre's own, needs sign-off.
 */
const byRoom: Readonly<Record<string, OffSite>> = {
  "vitals room": "yes",
  "blood draw": "yes",
  "sample desk": "yes",
  "function tests": "yes",
  ultrasound: "yes",
  questionnaire: "yes",
  "X-ray": "vehicle",
};

/** A room nobody has decided about stays at the centre. */
export const offSiteIn = (room: string): OffSite => byRoom[room] ?? "no";

/** Why an item cannot be part of a team day; undefined where it can. */
export function whyNotOffSite(item: CatalogueItem, vehicle: boolean): Bilingual | undefined {
  const room = rooms[item.room] ?? { en: item.room, zh: item.room };
  const needs = offSiteIn(item.room);
  if (needs === "no" || (needs === "vehicle" && !vehicle))
    return {
      en: `${item.name.en} is not done off site (${room.en}${needs === "vehicle" ? ": no vehicle comes" : ""}).`,
      zh: `“${item.name.zh}”不能在企业现场进行（${room.zh}${needs === "vehicle" ? "：未安排体检车" : ""}）。`,
    };
  if (item.sensitive)
    return {
      en: `${item.name.en} is added only by the person examined, never by the company.`,
      zh: `“${item.name.zh}”只能由本人自愿加选，不得列入企业项目。`,
    };
  return undefined;
}

/** The codes among these that a team day can hold. */
export const offSiteItems = (codes: readonly string[], vehicle: boolean): string[] =>
  codes.filter((code) => {
    const item = catalogueItem(code);
    return item && !item.part && !item.partOf && !whyNotOffSite(item, vehicle);
  });
