import { type CriticalValue, criticalsIn, type ImportantList } from "../../../testing/index.ts";

/** A limit, with the kind of case a value beyond it opens. */
export interface ItemLimit extends CriticalValue {
  readonly kind: "critical" | "safety";
}

/** Items of a questionnaire whose answer is talked about the same day, worked as a class A value. */
const safetyAnswers: readonly ItemLimit[] = [
  {
    kind: "safety",
    item: "PHQ9I9",
    direction: ">=",
    threshold: 1,
    unit: "",
    class: "A",
    source: "PHQ-9 safety practice",
    status: "needs sign-off",
  },
];

/** Every limit beyond which a value opens a case: the numbers a list tells at once, and the answers about safety. */
export const caseLimitsOf = (list: ImportantList): readonly ItemLimit[] => [
  ...criticalsIn(list).map((value) => ({ kind: "critical" as const, ...value })),
  ...safetyAnswers,
];

/** The limit a reading surely meets: "<2.5" is surely not above 2.5, and ">16" may or may not reach 16.7. */
export function limitMet(
  item: string,
  { value, comparator }: { value: number | string; comparator?: "<" | ">" | undefined },
  limits: readonly ItemLimit[],
): ItemLimit | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return limits.find((limit) => {
    if (limit.item !== item) return false;
    return limit.direction === ">="
      ? comparator !== "<" && value >= limit.threshold
      : comparator !== ">" && value <= limit.threshold;
  });
}
