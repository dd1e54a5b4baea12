import * as z from "zod";
import { type Rank, ranks } from "../../kernel/context.ts";
import {
  type ExamResults,
  type ImportantList,
  type ImportantRow,
  rangeFor,
  type Who,
} from "../../testing/index.ts";
import type { Finding } from "../assessment.ts";
import { departmentsOf } from "../departments/department.ts";
import { compare, type Op, type Reading } from "../facts.ts";
import type { CountersignRule } from "./countersign-rules.ts";

/** Who signed, with the title that let them. */
export const SignatureSchema = z.object({
  id: z.string(),
  name: z.string(),
  rank: z.exactOptional(z.enum(ranks)),
});
export type Signature = z.infer<typeof SignatureSchema>;

/** A second signature a version needs: the rules that ask for it, the lowest title, and once given whose and when. */
export const SecondSignatureSchema = z.object({
  because: z.array(z.string()).min(1),
  rank: z.enum(ranks),
  by: z.exactOptional(SignatureSchema),
  at: z.exactOptional(z.iso.datetime()),
});
export type SecondSignature = z.infer<typeof SecondSignatureSchema>;

/** What the rules look at: the exam as it is signed. */
export interface ToSign {
  findings: readonly Finding[];
  results: ExamResults["results"];
  /** Sensitive items that are not known to be normal. */
  sensitive: readonly string[];
  /** The list of important results in force on the day of the exam. */
  list: ImportantList;
  who: Who;
}

/** The second signature an exam needs by these rules; undefined where one physician's is enough. */
export function secondSignatureFor(
  rules: readonly CountersignRule[],
  exam: ToSign,
): SecondSignature | undefined {
  const asking = rules.filter(({ when }) => asks(when, exam));
  const rank = asking.map((rule) => rule.rank).reduce(higher, ranks[0]);
  return asking.length ? { because: asking.map(({ id }) => id), rank } : undefined;
}

function asks(when: CountersignRule["when"], exam: ToSign): boolean {
  switch (when.kind) {
    case "important":
      return exam.list.rows.some((row) => when.classes.includes(row.class) && meets(row, exam));
    case "follow-up":
      return exam.findings.some(({ followUp = "", repeat = "" }) =>
        [followUp, repeat].some((rule) => when.rules.includes(rule)),
      );
    case "sensitive":
      return exam.sensitive.length > 0;
    case "department":
      return exam.findings.some(
        ({ severity, evidence }) =>
          severity >= when.severity &&
          departmentsOf(evidence[0]?.item ?? "").some((one) => when.departments.includes(one)),
      );
  }
}

/** Whether a number surely meets a row. What a row of class B asks beside its number, no number tells. */
function meets({ item, op, threshold, timesUpper, only, class: of }: ImportantRow, exam: ToSign): boolean {
  if (!item || !op || (of === "B" && only)) return false;
  const upper = rangeFor(item, exam.who)?.high;
  const limit = threshold ?? (upper === undefined ? undefined : upper * (timesUpper ?? 1));
  return limit !== undefined && compare(exam.results[item] as Reading | undefined, op as Op, limit) === true;
}

const higher = (a: Rank, b: Rank): Rank => (ranks.indexOf(a) > ranks.indexOf(b) ? a : b);
