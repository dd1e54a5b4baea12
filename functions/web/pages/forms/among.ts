import type { Form } from "../../page-route.ts";

/** The one of a list a form sent; undefined for anything else. */
export const among = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((one) => one === text);

/** Those of a list that were ticked, in the order of the list. */
export function ticked<T extends string>(all: readonly T[], form: Form, name: string): T[] {
  const sent = form.all(name);
  return all.filter((one) => sent.includes(one));
}
