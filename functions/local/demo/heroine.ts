import { type Client, enrolClient } from "../../../shared/clients/index.ts";
import { agreePlan, tickAction } from "../../../shared/guidance/index.ts";
import { addDays, instantAt, type PlainDate } from "../../../shared/kernel/time.ts";
import {
  bookExam,
  checkIn,
  receiveResults,
  releaseReport,
  signAssessment,
} from "../../../shared/loop/index.ts";
import { logMeasurement } from "../../../shared/monitoring/index.ts";
import { lastOpen } from "./cast.ts";
import { conclude, signSecond } from "./concluding.ts";
import type { Life } from "./life.ts";
import { asResults } from "./measure.ts";
import { nationalId } from "./names.ts";
import { study } from "./story.ts";

const name = "苏婉清";

/**
 * Whom the persona `client` stands for: a woman of fifty whose blood pressure has crept up over three
 * exams. The first was calm; the second brought a high LDL, looked at again in time; the third, a few days
 * ago, a blood pressure that has to be confirmed this week. She measures at home, agreed to her plan and
 * has understood what she was given to read.
 */
export async function liveHeroine(life: Life, today: PlainDate): Promise<Client> {
  const third = lastOpen(addDays(today, -5));
  const second = lastOpen(addDays(third, -358));
  const first = lastOpen(addDays(second, -371));
  const born = addDays(`${Number(third.slice(0, 4)) - 50}-04-17`, 0);
  await life.reach(instantAt(addDays(first, -9), "10:12"));
  const client = await enrolClient(life.as("front-desk-1"), {
    document: { kind: "national-id", text: nationalId(born, 998) },
    name,
    contacts: { phone: "19900001976", wechat: "su_wanqing", email: "su.wanqing@example.com" },
    channels: ["wechat", "sms", "email"],
    language: "zh",
    consents: ["care", "service", "marketing"],
    health: {
      smoking: "never",
      alcohol: "sometimes",
      exercise: "some",
      diet: "口味偏咸，工作日常在外就餐",
      sleep: "约6小时，出差时更少",
      allergies: { asked: true, text: "青霉素（皮疹）" },
      history: "剖宫产史（2004年）",
      dailyVegFruit: "no",
      homeNorth: "yes",
      homeUrban: "yes",
      everHighGlucose: "no",
      gestationalDiabetes: "no",
      familyDiabetes: "none",
      familyAscvd: "later",
      familyHypertension: "yes",
    },
    occupation: "设计公司合伙人",
    manager: "health-manager-1",
    notADuplicate: true,
  });
  const { number } = client;
  await seen(life, number, first, exams[0]);
  await life.reach(instantAt(addDays(first, 5), "20:10"), number);
  await agreePlan(life.as(number), number);

  await seen(life, number, second, exams[1]);
  await life.reach(instantAt(addDays(second, 5), "21:02"), number);
  await agreePlan(life.as(number), number);
  await weighed(life, number, second);
  await seen(life, number, lastOpen(addDays(second, 94)), recheck, "recheck");

  await seen(life, number, third, exams[2]);
  await life.reach(instantAt(addDays(third, 2), "20:31"), number);
  const plan = await agreePlan(life.as(number), number);
  await study({ life, client }, true);
  const habit = plan.actions.find(({ kind, owner }) => kind === "habit" && owner === "client");
  for (const [at, values] of home.entries()) {
    const day = addDays(third, at + 1);
    const up = await life.reach(instantAt(day, "07:12"), number);
    const last = life.now() > instantAt(day, "07:12");
    if (!up) break;
    if (!last) await logMeasurement(life.as(number), { client: number, kind: "blood-pressure", values });
    if (habit && at >= 2 && (await life.reach(instantAt(day, "20:45"), number)))
      await tickAction(life.as(number), number, habit.id, true);
  }
  await life.reach("9", number);
  return client;
}

/** One visit from its booking to the released report. */
async function seen(
  life: Life,
  number: string,
  date: PlainDate,
  values: Record<string, number>,
  bundle = "advanced",
): Promise<void> {
  await life.reach(instantAt(addDays(date, -7), "12:40"), number);
  const visit = { client: number, package: bundle, date, time: "08:30" };
  const { id } = await bookExam(life.as(number), visit, `demo ${date}`);
  await life.reach(instantAt(date, "08:21"), number);
  await checkIn(life.as("nurse-1"), number, id, true);
  await life.reach(instantAt(date, "15:20"), number);
  const examNumber = `${bundle === "recheck" ? "FC" : "TJ"}${date.slice(2).replaceAll("-", "")}9001`;
  await receiveResults(life.as("nurse-1"), number, {
    date,
    results: asResults(values),
    from: { source: "LIS", examNumber },
  });
  if (bundle !== "recheck") await conclude(life, number, date);
  await life.reach(instantAt(addDays(date, 1), "10:05"), number);
  await signAssessment(life.as("physician-1"), number, date, 1, { conclusion: words });
  await life.reach(instantAt(addDays(date, 1), "14:30"), number);
  await signSecond(life, "physician-1", number, date);
  await releaseReport(life.as("physician-1"), number, date, 1);
}

/** Her weight once a month, going down a little. */
async function weighed(life: Life, number: string, from: PlainDate): Promise<void> {
  for (const [at, kilos] of [66.8, 66.1, 65.9].entries()) {
    await life.reach(instantAt(addDays(from, 30 * (at + 1) - 4), "07:05"), number);
    await logMeasurement(life.as(number), { client: number, kind: "weight", values: { WEIGHT: kilos } });
  }
}

const words = {
  zh: "请按计划复查，在家中早晚各测一次血压并记录。饮食注意减盐。如血压持续高于160/100或出现头痛、胸闷，请及时就诊。",
  en: "Please keep the re-check date and write down your blood pressure at home, morning and evening. Use less salt. See a doctor sooner if it stays above 160/100, or with headache or chest tightness.",
};

const home = [
  { SBP: 144, DBP: 90 },
  { SBP: 139, DBP: 88 },
  { SBP: 141, DBP: 89 },
  { SBP: 137, DBP: 86 },
];

const steady = {
  ...{ HEIGHT: 162, WBC: 5.8, RBC: 4.42, MCV: 90.2, HCT: 0.399, HGB: 133, PLT: 228, NEUT: 3.3, LYM: 2 },
  ...{ ALB: 45, TP: 73, CREA: 58, UREA: 4.6, K: 4.1, TSH: 2.1 },
};

const exams = [
  {
    ...{
      ...steady,
      WEIGHT: 65.4,
      WAIST: 80,
      SBP: 126,
      DBP: 80,
      HR: 72,
      ALT: 17,
      AST: 19,
      GGT: 18,
      TBIL: 11.2,
    },
    ...{ UA: 288, FPG: 5.2, HBA1C: 5.4, TC: 5.05, TG: 1.21, HDLC: 1.52, LDLC: 3.02 },
  },
  {
    ...{
      ...steady,
      WEIGHT: 67.2,
      WAIST: 83,
      SBP: 134,
      DBP: 84,
      HR: 74,
      ALT: 22,
      AST: 21,
      GGT: 24,
      TBIL: 12.4,
    },
    ...{ UA: 312, FPG: 5.6, HBA1C: 5.6, TC: 6.32, TG: 1.62, HDLC: 1.41, LDLC: 4.21 },
  },
  {
    ...{
      ...steady,
      WEIGHT: 66.4,
      WAIST: 82,
      SBP: 148,
      DBP: 93,
      HR: 76,
      ALT: 21,
      AST: 20,
      GGT: 23,
      TBIL: 11.8,
    },
    ...{ UA: 318, FPG: 5.8, HBA1C: 5.7, TC: 5.41, TG: 1.55, HDLC: 1.44, LDLC: 3.28 },
  },
] as const;

const recheck = { TC: 5.52, TG: 1.48, HDLC: 1.43, LDLC: 3.36, ALT: 20 };
