import type { Key, Text } from "../../text/index.ts";

/** The label of a field of the health file, for the summary of what is to be mended. */
export const healthLabels = {
  "health.allergies.text": "health.allergies-text",
  "health.medication": "health.medication",
  "health.history": "health.history",
  "health.diabetesSince": "health.diabetes-since",
  "health.neckCm": "health.neck",
} as const satisfies Record<string, Key>;

export const labelIn =
  (t: Text) =>
  (field: string): string | undefined => {
    const key = healthLabels[field as keyof typeof healthLabels];
    return key && t(key);
  };
