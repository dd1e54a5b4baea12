import * as ask from "../inputs.ts";

/** Risk of a first event: not in pregnancy, not with heart or vessel disease or heart failure already known. */
export const firstEvent = {
  pregnant: ask.notPregnant,
  ascvd: ask.noAscvd,
  heartFailure: ask.noHeartFailure,
} as const;
