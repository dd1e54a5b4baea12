import type { Bilingual } from "../../kernel/text.ts";
import { catalogue, catalogueItem } from "../../testing/index.ts";
import { departments } from "./data/departments.ts";

/** A department of the centre that writes a conclusion of its own, and the items it answers for. */
export interface Department {
  readonly id: string;
  readonly name: Bilingual;
  /** Groups of the catalogue that are wholly its own. */
  readonly groups?: readonly string[];
  readonly items?: readonly string[];
}

export const departmentCalled = (id: string): Department | undefined =>
  departments.find((one) => one.id === id);

const examinedBy = (code: string, group: string | undefined): readonly string[] =>
  departments
    .filter(({ items = [], groups = [] }) => items.includes(code) || groups.includes(group ?? ""))
    .map(({ id }) => id);

/**
 * The departments that answer for an item: what is coded off a report is its examination's; what the client is
 * asked, and what nobody knows, is nobody's.
 */
export function departmentsOf(code: string): readonly string[] {
  const item = catalogueItem(code);
  const own = examinedBy(code, item?.group);
  if (!item?.partOf) return own;
  return [...new Set(item.partOf.flatMap((of) => examinedBy(of, catalogueItem(of)?.group)))];
}

/** Whether a department's reports are coded: what it finds then stands in a code that rules can read. */
export const codes = (department: string): boolean =>
  catalogue.some(({ code, partOf }) => partOf !== undefined && departmentsOf(code).includes(department));
