import { assessmentsIn, type StoredAssessment } from "../../assessment/index.ts";
import type { Item } from "../../data/read.ts";
import { addDays, daysBetween, epochMs, type Instant, localDate } from "../../kernel/time.ts";
import { type Case, casesIn, type FollowUp, followUpsIn, isOpen, tellingOf } from "../../monitoring/index.ts";
import {
  answersSource,
  bookingsIn,
  catalogueItem,
  examDaysIn,
  type OrderState,
  type ResultGroup,
  resultGroupsIn,
} from "../../testing/index.ts";
import { followUpKind } from "./indicators.ts";
import { ranksHighEnough } from "./senior.ts";

/** One case behind a figure: whose, which, when, and whether it meets what the indicator asks. */
export interface QualityRow {
  code: string;
  client: string;
  /** The exam, visit, case or follow-up it is about. */
  id: string;
  /** The month it counts in, `YYYY-MM`, and its day. */
  month: string;
  date: string;
  met: boolean;
  /** Days, where the indicator is a mean or a time. */
  days?: number;
  /** Of a follow-up: its re-check rule, its manager, how it stands. */
  rule?: string;
  manager?: string;
  state?: string;
}

const dayLength = 86_400_000;
const questionnaireDays = 30;

/** Every case of a client behind the indicators, out of the client's own records: no count is kept anywhere else. */
export function qualityRowsOf(client: string, zone: string, items: readonly Item[]): QualityRow[] {
  const groups = resultGroupsIn(items).filter(({ withdrawn }) => !withdrawn);
  const row = (
    code: string,
    id: string,
    at: Instant,
    more: Pick<QualityRow, "met"> & Partial<QualityRow>,
  ) => {
    const date = localDate(at, zone);
    return { code, client, id, month: date.slice(0, 7), date, ...more };
  };
  const reports = assessmentsIn(items).filter(({ state, releasedAt }) => state === "signed" && releasedAt);
  return [
    ...reports.map((report) =>
      row("HCHM-PR-01", report.date, report.releasedAt as string, {
        met: ranksHighEnough(report.signedBy?.rank),
      }),
    ),
    ...bookingsIn(items).flatMap(({ id, date, arrivedAt }) =>
      arrivedAt ? [row("HCHM-PR-02", id, arrivedAt, { met: answeredFor(groups, date) })] : [],
    ),
    ...reports.flatMap((report) => {
      const days = daysToReport(report, groups);
      return days === undefined
        ? []
        : [row("HCHM-PR-05", report.date, report.releasedAt as string, { met: true, days })];
    }),
    ...examDaysIn(items).flatMap((exam) => {
      const orders = exam.orders.filter(({ item, state }) => isStool(item) && state !== "passed");
      return orders.length
        ? [row("HCHM-PR-04", exam.id, exam.arrivedAt, { met: orders.some(({ state }) => came.has(state)) })]
        : [];
    }),
    ...casesIn(items).flatMap((one) =>
      one.kind === "critical"
        ? [
            row("HCHM-OU-01", one.id, one.openedAt, { met: tellingOf(one) !== undefined }),
            row("HCHM-OU-02", one.id, one.openedAt, { met: wasLookedAfter(one) }),
          ]
        : [],
    ),
    ...followUpsIn(client, items)
      .filter(({ state }) => state !== "voided")
      .flatMap((one) => [
        ...(one.high && one.rule !== "class-a"
          ? [row("HCHM-OU-02", one.id, one.openedAt, { met: wasFollowed(one) })]
          : []),
        row(followUpKind, one.id, one.openedAt, {
          met: !isOpen(one),
          rule: one.rule,
          manager: one.manager,
          state: one.state,
          ...(one.closed ? { days: daysToEnd(one) } : {}),
        }),
      ]),
  ];
}

const isStool = (item: string): boolean => catalogueItem(item)?.specimen === "stool";
const came: ReadonlySet<OrderState> = new Set(["collected", "resulted", "verified"]);

const answeredFor = (groups: readonly ResultGroup[], visit: string): boolean =>
  groups.some(
    ({ source, date }) =>
      source === answersSource && date <= visit && date >= addDays(visit, -questionnaireDays),
  );

/** From the last result that was there when the exam was first signed. */
function daysToReport(report: StoredAssessment, groups: readonly ResultGroup[]): number | undefined {
  const { date, signedAt, releasedAt } = report;
  const before = groups.filter((group) => group.date === date && group.at <= (signedAt ?? ""));
  const last = before
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return last && releasedAt ? Math.max(0, epochMs(releasedAt) - epochMs(last)) / dayLength : undefined;
}

const wasLookedAfter = ({ looks }: Case): boolean => looks.some(({ done }) => done !== undefined);

const wasFollowed = (followUp: FollowUp): boolean =>
  ["done", "verified elsewhere", "declined"].includes(followUp.state) || followUp.calls.length > 0;

/** From the exam that found it to the exam or the day that answered it. */
const daysToEnd = ({ openedBy, closed, zone }: FollowUp): number =>
  Math.max(0, daysBetween(openedBy.date, closed?.evidence?.date ?? localDate(closed?.at ?? "", zone)));
