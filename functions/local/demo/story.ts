import { type Client, enrolClient } from "../../../shared/clients/index.ts";
import { answerQuiz, assignmentsOf, contentById } from "../../../shared/education/index.ts";
import { agreePlan, tickAction } from "../../../shared/guidance/index.ts";
import { addDays, instantAt, localDate, type PlainDate } from "../../../shared/kernel/time.ts";
import {
  bookExam,
  checkIn,
  receiveResults,
  releaseReport,
  signAssessment,
} from "../../../shared/loop/index.ts";
import {
  declineFollowUp,
  type FollowUp,
  followUpsOf,
  isOpen,
  logMeasurement,
  recheckRule,
  recordElsewhere,
} from "../../../shared/monitoring/index.ts";
import { openDays, ordinaryCalendar, slotsOn } from "../../../shared/testing/index.ts";
import type { Member } from "./cast.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { conclude, signSecond } from "./concluding.ts";
import type { Life } from "./life.ts";
import { asResults, examined, imagesOf } from "./measure.ts";
import { lookAfter, tellAtOnce } from "./telling.ts";

/** Everything one act of a story needs. */
interface Stage {
  life: Life;
  chance: Chance;
  member: Member;
  client: Client;
  today: PlainDate;
}

/** Lives one client's past, from the front desk to today, by the verbs everybody else uses. */
export async function live(
  life: Life,
  member: Member,
  today: PlainDate,
  family: { relation: "spouse" | "father" | "mother"; client: string }[],
): Promise<Client> {
  const chance = chanceOf(member.seed * 7919);
  const first = member.exams[0] ?? addDays(today, -1);
  const came = addDays(first, -(member.exams.length ? chance.whole(8, 20) : chance.whole(1, 4)));
  await life.reach(instantAt(came, clockTime(chance, 9, 16)));
  const client = await enrolClient(life.as("front-desk-1"), { ...member.enrol, family });
  const stage = { life, chance, member, client, today };
  for (const [at, date] of member.exams.entries()) {
    const next = member.exams[at + 1];
    if (!(await exam(stage, date))) break;
    await between(stage, date, next ?? addDays(today, 45));
  }
  if (member.place.endsWith("booked")) await bookAhead(stage);
  await life.reach("9", client.number);
  return client;
}

/** An exam from its booking to the released report. @returns whether the report is out by today. */
async function exam(stage: Stage, date: PlainDate): Promise<boolean> {
  const { life, chance, member, client } = stage;
  const { number } = client;
  const bundle = member.body.measured.age < 40 ? "basic" : chance.pick(["advanced", "comprehensive"]);
  if (date === member.exams.at(-1)) {
    await life.reach(instantAt(addDays(date, -chance.whole(14, 21)), clockTime(chance, 9, 16)), number);
    const meant = (await openOf(stage)).filter(({ due }) => due <= addDays(date, 30));
    await comes(stage, "front-desk-1", bundle, date, meant);
  }
  if (!(await life.reach(instantAt(date, clockTime(chance, 15, 17)), number))) return false;
  const values = examined(chance, member.body, yearsBetween(date, member.exams.at(-1) ?? date));
  await receiveResults(life.as("nurse-1"), number, {
    date,
    results: asResults({ ...values, ...(bundle === "basic" ? {} : imagesOf(member.body)) }),
    from: {
      source: "LIS",
      examNumber: `TJ${date.slice(2).replaceAll("-", "")}${String(member.seed).padStart(4, "0")}`,
    },
  });
  await tellAtOnce(stage);
  if (member.place === "waiting for review" && date === member.exams.at(-1)) {
    await conclude(life, number, date, () => chance.happens(0.7));
    await lookAfter(stage);
    return false;
  }
  const released = await report(stage, date, chance.whole(2, 4));
  await lookAfter(stage);
  return released;
}

/** Books a visit and comes to it. @returns whether its day has come. */
async function comes(
  { life, chance, client }: Stage,
  by: string,
  bundle: string,
  date: PlainDate,
  meant: readonly FollowUp[],
): Promise<boolean> {
  const { number } = client;
  const { time } = chance.pick(slotsOn(ordinaryCalendar, date).filter((slot) => slot.time < "11:00"));
  const visit = { client: number, package: bundle, date, time, followUps: meant.map(({ id }) => id) };
  const { id } = await bookExam(life.as(by), visit, `demo ${number} ${date}`);
  if (!(await life.reach(instantAt(date, time), number))) return false;
  await checkIn(life.as("nurse-1"), number, id, true);
  return true;
}

/** Signed and released so many days after the exam, if that is not still to come. */
async function report({ life, chance, client }: Stage, date: PlainDate, days: number): Promise<boolean> {
  const { number } = client;
  const physician = chance.pick(["physician-1", "physician-2"]);
  if (!(await life.reach(instantAt(addDays(date, days), clockTime(chance, 9, 12)), number))) return false;
  await signAssessment(life.as(physician), number, date, 1, { conclusion: chance.pick(conclusions) });
  await life.reach(instantAt(addDays(date, days), clockTime(chance, 13, 16)), number);
  await signSecond(life, physician, number, date);
  await releaseReport(life.as(physician), number, date, 1);
  return true;
}

/** What becomes of a report until the next exam: the plan, reading, readings at home, re-checks. */
async function between(stage: Stage, date: PlainDate, next: PlainDate): Promise<void> {
  const { life, chance, client } = stage;
  const { number } = client;
  const agreed = addDays(localDate(life.now()), chance.whole(1, 3));
  if (agreed >= next) return;
  if (chance.happens(0.75) && (await life.reach(instantAt(agreed, clockTime(chance, 17, 20)), number))) {
    const bySelf = chance.happens(0.6);
    const plan = await agreePlan(life.as(bySelf ? number : (client.manager ?? number)), number);
    const habit = plan.actions.find(({ kind, owner }) => kind === "habit" && owner === "client");
    if (habit && chance.happens(0.5)) {
      await life.reach(instantAt(addDays(agreed, chance.whole(3, 9)), clockTime(chance, 18, 21)), number);
      await tickAction(life.as(number), number, habit.id, true);
    }
    if (chance.happens(0.5)) await study(stage, chance.happens(0.8));
  }
  const answers = chance.weighted([
    ["comes", 66],
    ["is followed elsewhere", 27],
    ["silent", 7],
  ] as const);
  if (answers === "comes") await recheck(stage, date, next);
  if (answers !== "silent") await endByHand(stage, addDays(next, -40));
}

const openOf = async ({ life, client }: Stage): Promise<FollowUp[]> =>
  (await followUpsOf(life.as("physician-1"), client.number)).filter(isOpen);

/** One piece read and its questions answered, all right or one wrong. */
export async function study(
  { life, client }: Pick<Stage, "life" | "client">,
  understood: boolean,
): Promise<void> {
  const ctx = life.as(client.number);
  const given = (await assignmentsOf(ctx, client.number)).find(({ state }) => state === "assigned");
  const piece = given && contentById(given.content);
  if (!piece) return;
  const answers = piece.quiz.map(({ id, answer }, at) => [
    id,
    !understood && at === 2 ? (answer + 1) % 3 : answer,
  ]);
  await answerQuiz(ctx, client.number, piece.id, { answers: Object.fromEntries(answers) });
}

/**
 * Comes again when what presses most is due, and is measured by what is due around then.
 * @returns whether there was such a visit.
 */
async function recheck(stage: Stage, date: PlainDate, next: PlainDate): Promise<boolean> {
  const { life, chance, member, client, today } = stage;
  const { number } = client;
  const values = afterAdvice(
    chance,
    examined(chance, member.body, yearsBetween(date, member.exams.at(-1) ?? date) + 0.1),
  );
  const asked = (await openOf(stage)).flatMap((followUp) => {
    const items = recheckRule(followUp.rule).closedBy.anyOf.flatMap((one) =>
      "items" in one ? [one.items] : [],
    );
    const found = items.find((each) => each.every((item) => values[item] !== undefined));
    return found ? [{ followUp, items: found }] : [];
  });
  const [first, ...others] = asked.map(({ followUp }) => followUp).sort((a, b) => a.due.localeCompare(b.due));
  if (!first) return false;
  const together = others.filter(({ due }) => due <= first.overdueAfter).at(-1) ?? first;
  const from = later(together.due, addDays(localDate(life.now()), 2));
  const [day = from] = openDays(ordinaryCalendar, addDays(from, chance.whole(0, 3)), 1);
  if (day >= addDays(next, -30)) return false;
  if (first.concern === "blood-pressure" && chance.happens(0.25))
    return atHome(stage, later(first.due, localDate(life.now())));
  const made = later(addDays(day, -12), localDate(life.now()));
  if (addDays(made, 1) > today || !(await life.reach(instantAt(made, clockTime(chance, 19, 21)), number)))
    return false;
  const meant = asked.filter(({ followUp }) => followUp.due <= day);
  const about = meant.map(({ followUp }) => followUp);
  if (!(await comes(stage, chance.happens(0.6) ? number : "front-desk-1", "recheck", day, about)))
    return false;
  if (!(await life.reach(instantAt(day, clockTime(chance, 16, 17)), number))) return false;
  const again = [...new Set(meant.flatMap(({ items }) => items))].map((item) => [
    item,
    values[item] as number,
  ]);
  await receiveResults(life.as("nurse-1"), number, {
    date: day,
    results: asResults(Object.fromEntries(again)),
    from: {
      source: "LIS",
      examNumber: `FC${day.slice(2).replaceAll("-", "")}${String(member.seed).padStart(4, "0")}`,
    },
  });
  return report(stage, day, 1);
}

/** What advice and treatment come to in those who follow them, as factors: ours, to give trends a direction. */
const advice: Readonly<Record<string, number>> = {
  ...{ SBP: 0.93, DBP: 0.94, FPG: 0.93, HBA1C: 0.96, TC: 0.86, LDLC: 0.8, TG: 0.78, UA: 0.88, ALT: 0.75 },
  ...{ AST: 0.85, GGT: 0.8, WEIGHT: 0.97, WAIST: 0.98, TBIL: 0.85 },
};

function afterAdvice(chance: Chance, values: Record<string, number>): Record<string, number> {
  if (chance.happens(0.3)) return values;
  const better = Object.entries(values).map(([item, value]) => [
    item,
    Number((value * (advice[item] ?? 1)).toPrecision(3)),
  ]);
  return Object.fromEntries(better);
}

/** Blood pressure at home on several days, which may settle what the exam asked about. */
async function atHome({ life, chance, member, client }: Stage, from: PlainDate): Promise<boolean> {
  const { number } = client;
  const { SBP: upper = 120, DBP: lower = 76 } = member.body.measured.values;
  const days = chance.whole(3, 6);
  for (let day = 0; day < days; day++) {
    if (!(await life.reach(instantAt(addDays(from, day + 1), clockTime(chance, 6, 8)), number))) return false;
    const values = { SBP: upper - chance.whole(2, 12), DBP: lower - chance.whole(0, 6) };
    await logMeasurement(life.as(number), {
      client: number,
      kind: "blood-pressure",
      values,
      confirmed: true,
    });
  }
  return true;
}

/** The health manager's call about what is still open: followed in another hospital, or not wanted. */
async function endByHand(stage: Stage, before: PlainDate): Promise<void> {
  const { life, chance, client } = stage;
  const manager = client.manager ?? "health-manager-1";
  const open = (await openOf(stage))
    .filter(({ due }) => due < before)
    .sort((a, b) => a.due.localeCompare(b.due));
  const [first] = open;
  if (!first) return;
  const day = addDays(localDate(life.now()), chance.whole(3, chance.happens(0.15) ? 45 : 14));
  if (!(await life.reach(instantAt(day, clockTime(chance, 9, 17)), client.number))) return;
  const elsewhere = chance.happens(0.75);
  for (const { id } of open) {
    const about = { client: client.number, id };
    if (elsewhere)
      await recordElsewhere(life.as(manager), {
        ...about,
        place: "市第一医院",
        reason: "在专科门诊随访，报告已核对",
      });
    else await declineFollowUp(life.as(manager), { ...about, reason: "客户暂不复查，下次体检再看" });
  }
}

/** The next yearly exam, today or on one of the next days; who came this morning has been checked in. */
async function bookAhead({ life, chance, member, client, today }: Stage): Promise<void> {
  const { number } = client;
  const days = openDays(ordinaryCalendar, today, 5);
  const date = days[member.seed % 3 === 0 ? 0 : chance.whole(0, 4)] as PlainDate;
  const { time } = chance.pick(slotsOn(ordinaryCalendar, date).filter((slot) => slot.time < "11:00"));
  const made = addDays(today, -chance.whole(1, 3));
  if (instantAt(made, "17:00") < life.now()) await life.reach(life.now(), number);
  else await life.reach(instantAt(made, "17:00"), number);
  const booking = await bookExam(
    life.as("front-desk-1"),
    { client: number, package: member.body.measured.age < 40 ? "basic" : "advanced", date, time },
    `demo ahead ${number}`,
  );
  if (chance.happens(0.7) && (await life.reach(instantAt(date, time), number)))
    await checkIn(life.as("nurse-1"), number, booking.id, chance.happens(0.9));
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
const yearsBetween = (from: PlainDate, to: PlainDate): number =>
  (Date.parse(to) - Date.parse(from)) / 31_557_600_000;

function clockTime(chance: Chance, from: number, to: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(chance.whole(from, to - 1))}:${two(chance.whole(0, 59))}`;
}

const conclusions = [
  {
    zh: "请按复查日期复查相关项目，其余指标下次体检时再看。如有不适请及时就诊。",
    en: "Please keep the re-check dates; the other values are looked at again at the next exam. See a doctor sooner if you feel unwell.",
  },
  {
    zh: "建议清淡饮食、规律运动、充足睡眠，按计划随访。",
    en: "Eat lightly, move regularly, sleep enough, and follow the plan.",
  },
  {
    zh: "各项建议见下，健康管理师将与您确认计划。",
    en: "The advice is below; your health manager will go through the plan with you.",
  },
];
