import type { Client } from "../../../../shared/clients/index.ts";
import { ageOn } from "../../../../shared/kernel/time.ts";
import { type ExamResults, rangeFor } from "../../../../shared/testing/index.ts";
import type { TrendModel } from "../../charts/index.ts";
import type { Text } from "../../text/index.ts";
import { flagFor, type Measure, seenOver } from "./measures.ts";

type Whom = Pick<Client, "sex" | "birthDate">;

/**
 * A measure through all exams as a chart; a blood pressure has its lower value as the second line, and its
 * band is named in the caption, where neither line runs through the words.
 */
export function trendOf(
  t: Text,
  measure: Measure,
  exams: readonly ExamResults[],
  whom: Whom,
  { events }: Pick<TrendModel, "events"> = {},
): TrendModel {
  const [code = "", other] = measure.codes;
  const points = pointsOf(t, code, exams, whom);
  const last = points.at(-1)?.at;
  const range = last ? rangeFor(code, { sex: whom.sex, age: ageOn(whom.birthDate, last) }) : undefined;
  const { low, high } = range ?? {};
  const band = low !== undefined || high !== undefined ? { low, high } : undefined;
  const count = seenOver(t, measure, exams, whom).length;
  return {
    id: `trend-${code.toLowerCase()}`,
    name: t.pick(measure.name),
    unit: measure.unit || undefined,
    caption: [other && band ? bandWord(t, low, high) : "", t("client.results", { n: count })]
      .filter(Boolean)
      .join(" · "),
    points,
    band: band && { ...band, word: other ? "" : bandWord(t, low, high) },
    events,
    second: other ? { name: t("client.lower"), points: pointsOf(t, other, exams, whom) } : undefined,
  };
}

function bandWord(t: Text, low: number | undefined, high: number | undefined): string {
  if (low !== undefined && high !== undefined)
    return t("client.band-between", { low: t.number(low), high: t.number(high) });
  return high === undefined
    ? t("client.band-above", { n: t.number(low ?? 0) })
    : t("client.band-below", { n: t.number(high) });
}

/** Exact values of one item, oldest first. A bound is not drawn as if it were a value. */
function pointsOf(t: Text, code: string, exams: readonly ExamResults[], whom: Whom): TrendModel["points"] {
  return exams
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .flatMap(({ date, results }) => {
      const reading = results[code];
      if (!reading || typeof reading.value !== "number" || reading.comparator) return [];
      return [
        {
          at: date,
          value: reading.value,
          flag: flagFor(code, reading, whom, date),
          source: t("client.from-exam"),
        },
      ];
    });
}
