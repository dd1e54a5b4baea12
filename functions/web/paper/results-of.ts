import type { Client } from "../../../shared/clients/index.ts";
import type { PlainDate } from "../../../shared/kernel/time.ts";
import { catalogueItem, type ExamResults, itemGroups } from "../../../shared/testing/index.ts";
import { type Measure, measuresIn, rangeText, seenAt } from "../pages/client/measures.ts";
import type { Text } from "../text/index.ts";
import type { PrintedResult, Saying, Sheet } from "./sheet.ts";

/** Every result in the groups of the catalogue, with its range, its last value and its flag. */
export function printedResults(
  client: Client,
  exams: readonly ExamResults[],
  date: PlainDate,
  say: Saying,
): Sheet["results"] {
  const exam = exams.find((one) => one.date === date) ?? { date, results: {} };
  const earlier = exams.filter((one) => one.date < date);
  const measures = measuresIn(exam);
  const groupOf = ({ codes }: Measure) => catalogueItem(codes[0] ?? "")?.group ?? "";
  const known = [...Object.keys(itemGroups), ""];
  const row = (measure: Measure) => printedResult(measure, client, exam, earlier, say);
  return {
    word: say((t) => t("report.results")),
    heads: (["test", "result", "unit", "range", "last", "flag"] as const).map((head) =>
      say((t) => t(`report.${head}`)),
    ),
    groups: known.flatMap((group) => {
      const rows = measures.filter((measure) => groupOf(measure) === group).map(row);
      const name = itemGroups[group];
      return rows.length ? [{ name: say((t) => (name ? t.pick(name) : t("paper.other"))), rows }] : [];
    }),
  };
}

function printedResult(
  measure: Measure,
  client: Client,
  exam: ExamResults,
  earlier: readonly ExamResults[],
  say: Saying,
): PrintedResult {
  const flagOf = (t: Text) => seenAt(t, measure, exam, client)?.flag;
  const lastOf = (t: Text) => earlier.map((one) => seenAt(t, measure, one, client)?.text).find(Boolean);
  let kind = "";
  const flag = say((t) => {
    const found = flagOf(t);
    kind = found ?? "";
    return found ? t(`flag.${found}`) : "";
  });
  return {
    name: say((t) => t.pick(measure.name)),
    value: say((t) => seenAt(t, measure, exam, client)?.text ?? ""),
    unit: measure.unit,
    range: say((t) => rangeText(t, measure, client, exam.date)),
    last: say((t) => lastOf(t) ?? "–"),
    kind,
    flag,
  };
}
