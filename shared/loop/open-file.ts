import { mayEver } from "../access/index.ts";
import {
  type Assessment,
  asReleased,
  assessmentsIn,
  type RecalledReport,
  recallsIn,
  type Shown,
  shownBy,
  standing,
  visibleIn,
  wholeAssessment,
} from "../assessment/index.ts";
import { type Client, openRecord, subjectOf } from "../clients/index.ts";
import { type StoredEntry, storedEntry } from "../data/log.ts";
import { query, queryLog } from "../data/read.ts";
import { asShown, assignmentsIn, onShelf, type Shelf } from "../education/index.ts";
import { examOf, type Plan, planIn } from "../guidance/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Message, messagesIn } from "../messaging/index.ts";
import {
  type Case,
  type Cycle,
  casesIn,
  cyclesIn,
  type FollowUp,
  followUpsIn,
  type Measurement,
  measurementsIn,
} from "../monitoring/index.ts";
import {
  type Appointment,
  answersOnlyDays,
  appointmentsIn,
  asSeenBy,
  type Booking,
  bookingsIn,
  type Exam,
  type ExamResults,
  examDaysIn,
  examsOf,
  notesIn,
  resultGroupsIn,
  type TalkNote,
} from "../testing/index.ts";

/** One client's whole life here, as far as the reader may see it. */
export interface ClientFile {
  client: Client;
  cycles: Cycle[];
  /** Turns whose report is signed and not yet released; named to the client only, who sees nothing else of them. */
  unreleased: Cycle[];
  /** Reports that were taken back, where nothing right has taken their place yet. */
  recalled: RecalledReport[];
  exams: ExamResults[];
  /** The newest assessment of an exam the reader may see, and every one of them, of questionnaires too. */
  assessment: Assessment | undefined;
  assessments: {
    date: string;
    version: number;
    state: string;
    path: string;
    signedAt?: string;
    releasedAt?: string;
  }[];
  followUps: FollowUp[];
  /** What somebody must hear of, or has heard of, at once; for those who care for the client only. */
  cases: Case[];
  plan: Plan | undefined;
  shelf: Shelf[];
  measurements: Measurement[];
  bookings: Booking[];
  /** The days they came to be examined, with how far each order is; no result stands there. */
  days: Exam[];
  /** Times with a doctor that are not exams, newest first, as far as the reader may know of them. */
  appointments: Appointment[];
  /** What was said in them, for those who care for the client. */
  talks: TalkNote[];
  messages: Message[];
  timeline: StoredEntry[];
}

/**
 * Opens a file: one trace, then everything it holds by one query (their keys stand between `BOOK#` and
 * `PLAN#`), as it was a moment ago. A client sees their own file, with results and assessments only once
 * they are released.
 */
export async function openFile(ctx: Ctx, number: string): Promise<ClientFile> {
  const client = await openRecord(ctx, "client:read", number, "file", true);
  const clinical = mayEver(ctx.actor, "results:read");
  const own = ctx.actor.kind === "client";
  const [{ items }, timeline] = await Promise.all([
    query(ctx, { pk: subjectOf(number), from: "BOOK#", to: "PLAN#~", consistent: false }),
    clinical && !own ? timelineOf(ctx, number, 30, client.formerly) : [],
  ]);
  const bookings = bookingsIn(items);
  const messages = messagesIn(items);
  const days = examDaysIn(items);
  const appointments = appointmentsIn(items).map((one) => asSeenBy(ctx.actor, one));
  if (!clinical)
    return {
      client,
      cycles: [],
      unreleased: [],
      recalled: [],
      exams: [],
      assessment: undefined,
      assessments: [],
      followUps: [],
      cases: [],
      plan: undefined,
      shelf: [],
      measurements: [],
      bookings,
      days,
      appointments,
      talks: [],
      messages,
      timeline: [],
    };
  const every = assessmentsIn(items);
  const shown = shownBy(every);
  const all = resultGroupsIn(items);
  const groups = own ? all.filter(shown.results) : all;
  const visible = own ? visibleIn(every) : every;
  const answers = answersOnlyDays(examsOf(all));
  const newest = standing(visible).find(({ date }) => !answers.has(date));
  const file: ClientFile = {
    client,
    cycles: cyclesIn(items),
    exams: examsOf(groups),
    unreleased: [],
    recalled: recallsIn(every),
    assessment: newest ? await wholeAssessment(ctx, newest, client, examsOf(groups)) : undefined,
    assessments: visible.map(({ date, version, state, path, signedAt, releasedAt }) => ({
      date,
      version,
      state,
      path,
      ...(signedAt ? { signedAt } : {}),
      ...(releasedAt ? { releasedAt } : {}),
    })),
    followUps: followUpsIn(number, items),
    cases: own ? [] : casesIn(items),
    plan: planIn(items),
    shelf: onShelf(assignmentsIn(items)),
    measurements: measurementsIn(items),
    bookings,
    days,
    appointments,
    talks: own ? [] : notesIn(items),
    messages,
    timeline,
  };
  return own ? released(file, shown) : file;
}

/**
 * What a client may see of their own file: what a report not yet released has set in motion (follow-ups,
 * plan, reading) stays away until the report can be read with it. The log, which tells of it, is the centre's.
 */
function released(file: ClientFile, shown: Shown): ClientFile {
  const dates = new Set(file.assessments.map(({ date }) => date));
  const { assessment } = file;
  const taken = new Set(file.recalled.map(({ date }) => date));
  const unseen = file.cycles.filter(({ openedBy }) => !dates.has(openedBy.date));
  return {
    ...file,
    assessment: assessment && asReleased(assessment, dates),
    unreleased: unseen.filter(({ openedBy }) => !taken.has(openedBy.date)),
    cycles: file.cycles.filter((cycle) => !unseen.includes(cycle)),
    followUps: file.followUps.filter(({ openedBy }) => shown.exam(openedBy)).map(withoutNotes),
    plan: file.plan && shown.exam(examOf(file.plan)) ? file.plan : undefined,
    shelf: onShelf(file.shelf.flatMap(({ assignment }) => asShown(assignment, shown) ?? [])),
  };
}

/** What ended it, without who said so and what was noted: a staff note may be of a talk with somebody else. */
function withoutNotes({ closed, calls: _calls, asked: _asked, ...rest }: FollowUp): FollowUp {
  const followUp = { ...rest, calls: [] };
  if (!closed) return followUp;
  const { reason: _reason, ...ending } = closed;
  return { ...followUp, closed: { ...ending, by: "" } };
}

/** What happened to a client, newest first: the written entries of the log, a page at a time. */
export const timelineOf = (
  ctx: Ctx,
  number: string,
  limit = 30,
  formerly: readonly string[] = [],
): Promise<StoredEntry[]> => entriesOf(ctx, [number, ...formerly], "w#", limit);

/** Entries under every number a file ever had, newest first. */
async function entriesOf(ctx: Ctx, numbers: readonly string[], begins: "w#" | "r#", limit: number) {
  const ask = { begins, newestFirst: true, limit, consistent: begins === "r#" };
  const pages = await Promise.all(numbers.map((one) => queryLog(ctx, { pk: subjectOf(one), ...ask })));
  return pages
    .flatMap(({ items }) => items.map(storedEntry))
    .sort((a, b) => b.id.localeCompare(a.id))
    .slice(0, limit);
}

/** Who opened a file, newest first: one query. Looking is itself traced. */
export async function whoOpened(ctx: Ctx, number: string, limit = 100): Promise<StoredEntry[]> {
  const { formerly = [] } = await openRecord(ctx, "client:log", number, "log");
  return entriesOf(ctx, [number, ...formerly], "r#", limit);
}
