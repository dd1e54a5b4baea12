import { actorOf } from "../../../shared/access/index.ts";
import { assessmentsOf } from "../../../shared/assessment/index.ts";
import type { Home } from "../../../shared/kernel/home.ts";
import { contextFor } from "../../../shared/kernel/home.ts";
import { addDays, instantAt, localDate, type PlainDate } from "../../../shared/kernel/time.ts";
import { endAppointment, makeAppointment } from "../../../shared/loop/index.ts";
import {
  changeDoctor,
  type DoctorProfile,
  enterHours,
  freeTimes,
  type OfferId,
  readDoctor,
} from "../../../shared/testing/index.ts";
import { localCentre, staff, staffClaims } from "../personas.ts";
import { type Life, lifeOf } from "./life.ts";

const [forenoon, afternoon] = [
  { from: "08:30", to: "11:30" },
  { from: "13:30", to: "16:30" },
];
const on = (weekdays: readonly number[], ...hours: { from: string; to: string }[]) =>
  weekdays.map((weekday) => ({ weekday, hours }));

/** What the directory of the demo centre says of the staff clients may see; invented people, invented words. */
export const demoDoctors: Readonly<Record<string, DoctorProfile>> = {
  "physician-1": {
    specialty: { zh: "心血管内科", en: "Cardiology" },
    about: {
      zh: "擅长高血压、血脂异常的评估与长期管理，以及心血管风险的解读。",
      en: "High blood pressure and lipids over the long run, and what a cardiovascular risk means for you.",
    },
    since: 1996,
    speaks: ["zh", "en"],
    offers: ["consultation", "report-reading", "referral"],
    room: "301",
    week: [...on([1, 3, 5], forenoon), ...on([2, 4], afternoon)],
    listed: true,
  },
  "physician-2": {
    specialty: { zh: "内分泌与代谢", en: "Endocrinology and metabolism" },
    about: {
      zh: "擅长血糖、甲状腺结节与体重管理，常规报告解读。",
      en: "Blood sugar, thyroid nodules and weight; reads reports of all kinds.",
    },
    since: 2006,
    speaks: ["zh", "yue", "en"],
    offers: ["consultation", "report-reading", "referral"],
    room: "302",
    week: on([1, 2, 3, 4, 5], forenoon),
    listed: true,
  },
  "physician-3": {
    specialty: { zh: "全科医学", en: "General medicine" },
    about: {
      zh: "体检报告解读，常见健康问题的咨询与就医指引。",
      en: "Reads checkup reports, answers everyday questions and shows the way to the right department.",
    },
    since: 2015,
    speaks: ["zh", "en", "ja"],
    offers: ["consultation", "report-reading"],
    room: "305",
    week: [...on([1, 2, 3, 4, 5], forenoon, afternoon), ...on([6], forenoon)],
    listed: true,
  },
  "health-manager-1": {
    specialty: { zh: "健康管理", en: "Health management" },
    about: {
      zh: "健康计划、生活方式与居家监测的沟通。",
      en: "Your plan, habits and measuring at home.",
    },
    since: 2012,
    speaks: ["zh", "en"],
    offers: ["consultation"],
    room: "210",
    week: on([1, 2, 3, 4, 5], afternoon),
    listed: true,
  },
};

/** Puts the directory in, with a short leave ahead. */
export async function fillDirectory(home: Home, today: PlainDate): Promise<void> {
  const manager = staff.find(({ role }) => role === "manager");
  if (!manager) return;
  const ctx = contextFor(home, actorOf(staffClaims(manager)), "demo");
  for (const [id, profile] of Object.entries(demoDoctors)) await changeDoctor(ctx, id, profile);
  await enterHours(ctx, "physician-2", { from: addDays(today, 17), to: addDays(today, 19) });
}

/**
 * Some talks of the demo clients: the heroine's report was read with her after her second exam and she has booked
 * the next one; others have times in the days ahead. Clients book for themselves, so nobody is written to.
 */
export async function bookTalks(
  home: Home,
  { heroine, others }: { heroine: string; others: readonly string[] },
  present: string,
): Promise<void> {
  const life = lifeOf(home, 7, present);
  const assessed = await assessmentsOf(life.as("physician-1"), heroine);
  const [, second, , third] = [...new Set(assessed.map(({ date }) => date))].sort();
  if (second) {
    await life.reach(instantAt(addDays(second, 9), "20:00"));
    const talk = await next(life, heroine, "physician-1", "report-reading", second);
    if (talk && (await life.reach(instantAt(talk.date, "17:00"), heroine)))
      await endAppointment(life.as("physician-1"), heroine, talk.id, {
        as: "done",
        said: "逐项说明低密度脂蛋白胆固醇升高的含义，同意先调整饮食，三个月后复查。",
        learnt: "希望早上第一个面谈；用微信联系。",
      });
  }
  await life.reach(present);
  if (third) await next(life, heroine, "physician-1", "report-reading", third);
  const doctors = ["physician-2", "physician-3", "health-manager-1", "physician-1"] as const;
  for (const [at, number] of others.entries())
    await next(life, number, doctors[at % doctors.length] as string, "consultation");
}

/** The client takes the next free time of a doctor, from tomorrow on. */
async function next(life: Life, number: string, doctor: string, offer: OfferId, exam?: PlainDate) {
  const ctx = life.as(number);
  const from = addDays(localDate(life.now()), 1);
  const [day] = await freeTimes(ctx, await readDoctor(ctx, localCentre, doctor), offer, from, 14);
  const time = day?.times[0];
  if (!day || !time) return undefined;
  const place = { doctor, date: day.date, time };
  return makeAppointment(ctx, { client: number, offer, ...place, ...(exam ? { exam } : {}) });
}
