import type { Recalled } from "../../../../shared/assessment/index.ts";

/** Why a report was recalled, as a key of the words. */
export const causeKey = (cause: Recalled["cause"]) =>
  cause === "wrong person"
    ? ("recall.cause-wrong-person" as const)
    : ("recall.cause-entered-in-error" as const);
