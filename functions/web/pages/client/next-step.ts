import { type Action, mayEver } from "../../../../shared/access/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import { type Instant, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { caseView, isOpen } from "../../../../shared/monitoring/index.ts";
import type { Text } from "../../text/index.ts";
import { asksToTell, casePath, whatOf } from "../cases/in-words.ts";

/** The one next act of a file, for this reader: what, why, and where it is done. */
export interface NextStep {
  day: PlainDate | undefined;
  title: string;
  why: string;
  act: { href: string; word: string } | undefined;
}

/**
 * A critical value nobody has been told of comes first, then what a signature is waited for, then the follow-up
 * whose window closes first, then a visit.
 */
export function nextStepOf(t: Text, file: ClientFile, actor: Actor, now: Instant): NextStep {
  const may = (action: Action) => mayEver(actor, action);
  const { client, assessments, followUps, bookings, assessment } = file;
  const today = localDate(now, client.zone);
  const newest = assessments[0];
  const untold = file.cases.map((one) => caseView(actor, one)).find(asksToTell);
  if (untold && may("case:work"))
    return {
      day: localDate(untold.since, client.zone),
      title: t("cases.first", { what: whatOf(t, untold) }),
      why: t("cases.first-why"),
      act: { href: casePath(untold), word: t("cases.record") },
    };
  const waiting = newest && (newest.state === "proposed" || newest.state === "in review");
  if (newest && waiting && may("assessment:review"))
    return {
      day: newest.date,
      title: t("client.next-review", { day: t.day(newest.date) }),
      why:
        assessment?.date === newest.date
          ? t("client.next-review-why", { n: assessment.findings.length })
          : t("client.next-answers-why"),
      act: { href: `/review/${client.number}/${newest.date}/${newest.version}`, word: t("client.do-review") },
    };
  if (newest?.state === "signed" && !newest.releasedAt && may("assessment:release"))
    return {
      day: newest.date,
      title: t("client.next-release", { day: t.day(newest.date) }),
      why: t("client.next-release-why"),
      act: { href: `/review/${client.number}/${newest.date}/${newest.version}`, word: t("review.release") },
    };
  const book = (ids?: string) =>
    may("booking:make")
      ? {
          href: `/book?client=${client.number}${ids ? `&followUps=${ids}` : ""}`,
          word: t(ids ? "client.do-book" : "client.do-book-exam"),
        }
      : undefined;
  const visit = bookings
    .filter(({ state, date }) => state === "confirmed" && date >= today)
    .toSorted((a, b) => a.date.localeCompare(b.date))[0];
  const due = followUps
    .filter((one) => isOpen(one) && one.state !== "booked")
    .toSorted((a, b) => a.overdueAfter.localeCompare(b.overdueAfter))[0];
  if (due && (!visit || due.overdueAfter <= visit.date)) {
    const what = t.pick(due.name);
    const over = due.overdueAfter < today;
    return {
      day: over ? due.overdueAfter : due.due,
      title: over
        ? t("client.next-overdue", { what, day: t.day(due.overdueAfter) })
        : t(due.due < today ? "client.next-since" : "client.next-due", { what, day: t.day(due.due) }),
      why: over
        ? t.pick(due.act)
        : t("client.next-until", { act: t.pick(due.act), day: t.day(due.overdueAfter) }),
      act: book(due.id),
    };
  }
  if (visit)
    return {
      day: visit.date,
      title: t("client.next-visit", { day: t.longDay(visit.date) }),
      why: visit.time,
      act: undefined,
    };
  return { day: undefined, title: t("client.next-none"), why: t("client.next-none-why"), act: book() };
}
