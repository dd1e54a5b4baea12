import { expect, test } from "vitest";
import { shippedBook } from "../../shared/assessment/index.ts";
import { digest } from "../../shared/kernel/ids.ts";

/** What each rule set said when it took effect. A change of meaning is a new rule set with a date of its own. */
const released = { "2026-11": "f79dda04d1a6cb9ffc9c6e872d436770" } as const;

test.each(Object.entries(released))("the rule set %s says what it said when it took effect", (id, said) => {
  expect(digest(JSON.stringify(shippedBook.ruleSetCalled(id)))).toBe(said);
});
