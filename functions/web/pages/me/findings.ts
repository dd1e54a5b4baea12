import { type Assessment, type Finding, unitText } from "../../../../shared/assessment/index.ts";
import { ageOn } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { type FollowUp, isOpen } from "../../../../shared/monitoring/index.ts";
import { catalogueItem, type ExamResults, rangeFor } from "../../../../shared/testing/index.ts";
import type { RangeModel, TrendModel } from "../../charts/index.ts";
import type { FlagCode } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { flagFor, type Measure, measureOf, measuresIn, seenAt, valueText } from "../client/measures.ts";
import { trendOf } from "../client/trend-of.ts";

/** A finding as a client reads it: what it means and what to do, then the number. */
export interface Told {
  id: string;
  title: string;
  flag: FlagCode | undefined;
  value: string;
  unit: string;
  date: string;
  meaning: string;
  todo: string[];
  range: RangeModel | undefined;
  trend: TrendModel | undefined;
  source: string;
  unsigned: boolean;
}

const turns = 5;

/** Findings of the newest report: what asks for an act now, and what is watched. Normal ones are not told. */
export function toldOf(t: Text, file: ClientFile): { act: Told[]; watch: Told[] } {
  const { assessment } = file;
  if (!assessment) return { act: [], watch: [] };
  const worth = assessment.findings.filter((finding) => finding.class !== "normal");
  const tell = (finding: Finding, index: number) => told(t, file, assessment, finding, index);
  const presses = (finding: Finding) => pressing(finding) && !lookedAgain(file, finding);
  const now = worth.filter(presses);
  return {
    act: now.map(tell),
    watch: worth.filter((finding) => !presses(finding)).map((one, index) => tell(one, now.length + index)),
  };
}

const soon = 3;
const pressing = ({ severity, needsConfirmation }: Finding): boolean => severity >= soon || needsConfirmation;

function told(t: Text, file: ClientFile, assessment: Assessment, finding: Finding, index: number): Told {
  const { client, exams } = file;
  const { date } = assessment;
  const exam = exams.find((one) => one.date === date);
  const first = finding.evidence[0];
  const measure = first ? measureOf(first.item) : undefined;
  const seen = measure && exam ? seenAt(t, measure, exam, client) : undefined;
  const flag = seen?.flag ?? (first && flagFor(first.item, first, client, date));
  return {
    id: `finding-${index + 1}`,
    title: finding.needsConfirmation
      ? t("me.not-confirmed", { name: t.pick(finding.name) })
      : t.pick(finding.name),
    flag: flag === "N" ? undefined : flag,
    value: seen?.text ?? (first ? valueText(t, first) : ""),
    unit: unitText(first?.unit ?? ""),
    date,
    meaning: t.pick(finding.meaning),
    todo: todoOf(t, file, finding),
    range: measure && rangeOf(t, measure, exam, finding, client, flag),
    trend: measure && trendFor(t, measure, exams, client, index),
    source: finding.source,
    unsigned: finding.status === "needs sign-off",
  };
}

function rangeOf(
  t: Text,
  measure: Measure,
  exam: ExamResults | undefined,
  finding: Finding,
  client: ClientFile["client"],
  flag: FlagCode | undefined,
): RangeModel | undefined {
  const code = measure.codes[0] ?? "";
  const value = exam?.results[code]?.value ?? finding.evidence.find(({ item }) => item === code)?.value;
  const date = exam?.date ?? finding.evidence[0]?.date ?? client.birthDate;
  const { low, high } = rangeFor(code, { sex: client.sex, age: ageOn(client.birthDate, date) }) ?? {};
  if (typeof value !== "number" || (low === undefined && high === undefined)) return undefined;
  return { name: t.pick(catalogueItem(code)?.name ?? measure.name), value, low, high, flag };
}

function trendFor(
  t: Text,
  measure: Measure,
  exams: readonly ExamResults[],
  client: ClientFile["client"],
  index: number,
): TrendModel | undefined {
  const trend = trendOf(t, measure, exams.slice(0, turns), client);
  const name = t.pick(catalogueItem(measure.codes[0] ?? "")?.name ?? measure.name);
  const band = trend.band && { ...trend.band, word: t("me.good-range") };
  return trend.points.length > 1
    ? { ...trend, id: `finding-trend-${index + 1}`, name, caption: undefined, second: undefined, band }
    : undefined;
}

/** The follow-up of a finding that was looked at again since this report. */
const lookedAgain = ({ followUps, assessment }: ClientFile, finding: Finding): FollowUp | undefined =>
  followUps.find(
    ({ state, openedBy, finding: rule }) =>
      state === "done" && rule === finding.rule && openedBy.date === assessment?.date,
  );

/** What the plan asks of the client for it, and when it is looked at again. */
function todoOf(t: Text, file: ClientFile, finding: Finding): string[] {
  const looked = lookedAgain(file, finding);
  const own = (file.plan?.actions ?? [])
    .filter(({ kind, owner }) => owner === "client" && kind !== "recheck" && !(looked && kind === "confirm"))
    .filter(({ findings }) => findings.includes(finding.rule))
    .map(({ text }) => t.pick(text));
  const again = file.followUps.find(
    (one) => isOpen(one) && one.concern === finding.concern && (one.site ?? "") === (finding.site ?? ""),
  );
  return [
    ...(looked?.closed
      ? [t("me.todo-looked", { day: t.fullDay(looked.closed.evidence?.date ?? looked.closed.at) })]
      : []),
    ...own.slice(0, 2),
    ...(again ? [againOn(t, again)] : []),
  ];
}

const againOn = (t: Text, { state, booking, act, due }: FollowUp): string =>
  state === "booked" && booking
    ? t("me.todo-booked", { what: t.pick(act), day: t.fullDay(booking.date) })
    : t("me.todo-again", { what: t.pick(act), day: t.fullDay(due) });

/** Names of what was measured, has a range for this person, and lies inside it. */
export function normalOf(t: Text, file: ClientFile): string[] {
  const exam = file.exams.find(({ date }) => date === file.assessment?.date);
  if (!exam) return [];
  const spoken = new Set(
    (file.assessment?.findings ?? [])
      .filter((finding) => finding.class !== "normal")
      .flatMap(({ evidence }) => evidence.slice(0, 1).map(({ item }) => measureOf(item).codes[0])),
  );
  return measuresIn(exam)
    .filter((measure) => !spoken.has(measure.codes[0]))
    .filter((measure) => seenAt(t, measure, exam, file.client)?.flag === "N")
    .map(({ name }) => t.pick(name));
}
