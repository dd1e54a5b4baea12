import { daysBetween, type Instant, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import { newestExam } from "../../../../shared/testing/index.ts";
import type { LoopModel, Stage } from "../../charts/index.ts";
import type { GradeName } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames } from "./banner-of.ts";

const yearInDays = 365;
const half = 0.5;

/**
 * Where a client stands in the loop, read off the file alone. A turn is counted by the signature that opened
 * it; before the first signature somebody is at the test, or at the assessment of what came in.
 * Guide is done when the plan is agreed, Educate when something was read, then Monitor runs to the next date.
 */
export function loopOf(t: Text, file: ClientFile, now: Instant, name?: string): LoopModel {
  const { client } = file;
  const registered = client.enrolledAt ?? client.createdAt;
  const cycle = file.cycles.at(-1);
  const common = {
    id: "loop",
    name,
    registered: t.month(registered),
    since: t.date(registered).slice(0, 4),
    finished: finishedOf(file),
  };
  if (!cycle) return { ...common, turn: 1, ...beforeTheFirst(t, file) };
  const today = localDate(now, client.zone);
  const next = nextDay(file);
  const place = placeOf(t, file, today, next);
  return {
    ...common,
    turn: cycle.number,
    ...place,
    notes: {
      test: t.day(cycle.openedBy.date),
      assess: t("client.loop-signed", { day: t.day(cycle.openedAt) }),
      ...(file.plan?.agreedAt ? { guide: t("client.loop-agreed", { day: t.day(file.plan.agreedAt) }) } : {}),
      ...(file.shelf.length ? { educate: readSoFar(t, file) } : {}),
    },
    next: next ? { when: t.day(next), turn: cycle.number + 1 } : undefined,
  };
}

type Place = { at: Stage; share: number; note: string };

function beforeTheFirst(t: Text, file: ClientFile): Place {
  const exam = newestExam(file.exams);
  if (exam) return { at: "assess", share: half, note: t("client.loop-results", { day: t.day(exam.date) }) };
  const visit = file.bookings.find(({ state }) => state === "confirmed");
  return visit
    ? { at: "test", share: half, note: t("client.loop-booked", { day: t.day(visit.date) }) }
    : { at: "test", share: 0, note: t("client.loop-no-visit") };
}

function placeOf(t: Text, file: ClientFile, today: PlainDate, next: PlainDate | undefined): Place {
  const { plan, shelf, cycles } = file;
  if (plan?.state === "drafted") return { at: "guide", share: half, note: t("client.loop-drafted") };
  const read = shelf.filter(({ assignment }) => assignment.openedAt).length;
  if (shelf.length && !read) return { at: "educate", share: 0, note: readSoFar(t, file) };
  const opened = localDate(cycles.at(-1)?.openedAt ?? "", file.client.zone);
  const day = Math.max(0, daysBetween(opened, today));
  const whole = Math.max(1, next ? daysBetween(opened, next) : yearInDays);
  return {
    at: "monitor",
    share: Math.min(1, day / whole),
    note: day > whole ? t("client.loop-day", { n: day }) : t("client.loop-day-of", { n: day, whole }),
  };
}

const readSoFar = (t: Text, { shelf }: ClientFile): string =>
  t("client.loop-read", {
    n: shelf.filter(({ assignment }) => assignment.openedAt).length,
    all: shelf.length,
  });

/** The day the next turn is asked for: a booked visit, or the first follow-up to fall due. */
function nextDay({ followUps, bookings }: ClientFile): PlainDate | undefined {
  const days = [
    ...followUps.filter(isOpen).map(({ due, booking }) => booking?.date ?? due),
    ...bookings.filter(({ state }) => state === "confirmed").map(({ date }) => date),
  ];
  return days.sort()[0];
}

/** Finished turns, each in the grade it was assessed with. */
function finishedOf({ cycles, assessments }: ClientFile): { turn: number; grade: GradeName }[] {
  return cycles
    .filter(({ state }) => state === "closed")
    .map(({ number, openedBy }) => {
      const ofExam = assessments.filter(({ date }) => date === openedBy.date);
      const signed = ofExam.find(({ state }) => state === "signed");
      const path = (signed ?? ofExam.find(({ version }) => version === openedBy.version))?.path;
      return { turn: number, grade: gradeNames[path as keyof typeof gradeNames] ?? "healthy" };
    });
}

/** The same turns with their years, for the words under the drawing: "2024, 2025 healthy". */
export function ringsByGrade(
  { cycles }: ClientFile,
  finished: LoopModel["finished"],
): [GradeName, string[]][] {
  const years = new Map<GradeName, string[]>();
  for (const { turn, grade } of finished) {
    const year = cycles.find(({ number }) => number === turn)?.openedBy.date.slice(0, 4) ?? "";
    years.set(grade, [...(years.get(grade) ?? []), year]);
  }
  return [...years];
}
