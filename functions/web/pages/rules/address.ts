import type { BookPart } from "../../../../shared/assessment/index.ts";

const root = "/settings/rules";
const part = (text: string): string => encodeURIComponent(text);

/** Where things of the rule book stand. */
export const address = {
  rules: root,
  important: `${root}/important`,
  compare: `${root}/compare`,
  list: (of: BookPart): string => (of === "rules" ? root : `${root}/important`),
  edition: (of: BookPart, id: string): string =>
    `${of === "rules" ? root : `${root}/important`}?set=${part(id)}`,
  entry: (set: string, rule: string): string => `${root}/${part(set)}/${part(rule)}`,
  version: (id: string): string => `${root}/versions/${part(id)}`,
  comparison: (from: string, to: string, cursor?: string): string =>
    `${root}/compare?from=${part(from)}&to=${part(to)}${cursor ? `&cursor=${part(cursor)}` : ""}`,
} as const;
