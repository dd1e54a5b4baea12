import * as z from "zod";
import { ageOn } from "../kernel/time.ts";
import { catalogueItem, type ExamResults, flagOf, type Reading, type Who } from "../testing/index.ts";
import type { Finding } from "./assessment.ts";

/** What was told and asked when a physician spoke with a client about a result before its release. */
export const ConversationSchema = z.strictObject({
  note: z.string().trim().min(1).max(2000),
});

/** A conversation as it is kept, for good: about which exam, by whom and when. */
export interface Conversation {
  client: string;
  date: string;
  note: string;
  at: string;
  by: { id: string; name: string };
}

const normalWords: readonly string[] = ["negative", "nilm"];

/**
 * Sensitive items of one exam that are abnormal, or not known to be normal: a finding rests on them first,
 * or their value is not flagged N (a word: is not the normal one; a bound from below: never known).
 */
export function sensitiveItems(
  findings: readonly Pick<Finding, "evidence">[],
  results: ExamResults["results"],
  whom: { sex: Who["sex"]; birthDate: string; date: string },
): string[] {
  const who = { sex: whom.sex, age: ageOn(whom.birthDate, whom.date) };
  const found = findings.flatMap(({ evidence }) => evidence[0]?.item ?? []);
  const flagged = Object.entries(results).flatMap(([item, reading]) =>
    isNormal(item, reading, who) ? [] : [item],
  );
  return [...new Set([...found, ...flagged])].filter((item) => catalogueItem(item)?.sensitive);
}

const isNormal = (item: string, { value, comparator }: Reading, who: Who): boolean =>
  typeof value === "number"
    ? comparator !== ">" && flagOf(item, value, who) === "N"
    : normalWords.includes(value.trim().toLowerCase());
