import * as z from "zod";
import { InvalidInput } from "../kernel/errors.ts";
import type { PlainDate } from "../kernel/time.ts";

export const smokingStates = ["never", "former", "current", "unknown"] as const;
export const alcoholStates = ["none", "sometimes", "often", "unknown"] as const;
/** `regular` is at least 30 minutes on most days, at work or after it; less is `some`. */
export const exerciseStates = ["none", "some", "regular", "unknown"] as const;
export const diagnosisCodes = [
  "hypertension",
  "diabetes",
  "dyslipidaemia",
  "ckd",
  "ascvd",
  "heart-failure",
  "atrial-fibrillation",
  "cancer",
  "viral-hepatitis",
  "gout",
  "fatty-liver",
  "immunosuppression",
] as const;
export const drugCodes = [
  "antihypertensive",
  "glucose-lowering",
  "lipid-lowering",
  "urate-lowering",
] as const;

/** What may be answered to a plain question; `unknown` is not asked, or asked and not known. */
export const answers = ["yes", "no", "unknown"] as const;
/** The nearest relative with diabetes: parents, siblings and children are of the first degree. */
export const familyDiabetesAnswers = ["first-degree", "second-degree", "none", "unknown"] as const;
/** Heart or vessel disease of a parent or sibling; `early` is before 55 in a man, before 65 in a woman. */
export const familyAscvdAnswers = ["early", "later", "age-unknown", "none", "unknown"] as const;

const words = z.string().trim().max(200);
const year = z.int().min(1900).max(2100);
const neck = z.number().min(20).max(80);

const said = {
  smoking: z.enum(smokingStates),
  alcohol: z.enum(alcoholStates),
  exercise: z.enum(exerciseStates),
  dailyVegFruit: z.enum(answers),
  diet: words,
  sleep: words,
  /** North of the Yangtze; where most of the year is spent. */
  homeNorth: z.enum(answers),
  homeUrban: z.enum(answers),
  diagnoses: z.array(z.enum(diagnosisCodes)),
  everHighGlucose: z.enum(answers),
  gestationalDiabetes: z.enum(answers),
  drugs: z.array(z.enum(drugCodes)),
  medication: words,
  allergies: z.object({ asked: z.boolean(), text: words }),
  history: words,
  familyDiabetes: z.enum(familyDiabetesAnswers),
  familyAscvd: z.enum(familyAscvdAnswers),
  familyHypertension: z.enum(answers),
  familyCancer: z.enum(answers),
  pregnant: z.boolean(),
};

/** Everything the health file says about how somebody lives and what they have had (L1); a new one says nothing. */
export const HealthFileSchema = z.object({
  smoking: said.smoking.default("unknown"),
  alcohol: said.alcohol.default("unknown"),
  exercise: said.exercise.default("unknown"),
  dailyVegFruit: said.dailyVegFruit.default("unknown"),
  diet: said.diet.default(""),
  sleep: said.sleep.default(""),
  homeNorth: said.homeNorth.default("unknown"),
  homeUrban: said.homeUrban.default("unknown"),
  diagnoses: said.diagnoses.default([]),
  /** The year diabetes was diagnosed. */
  diabetesSince: z.exactOptional(year),
  everHighGlucose: said.everHighGlucose.default("unknown"),
  gestationalDiabetes: said.gestationalDiabetes.default("unknown"),
  drugs: said.drugs.default([]),
  medication: said.medication.default(""),
  allergies: said.allergies.default({ asked: false, text: "" }),
  history: said.history.default(""),
  familyDiabetes: said.familyDiabetes.default("unknown"),
  familyAscvd: said.familyAscvd.default("unknown"),
  familyHypertension: said.familyHypertension.default("unknown"),
  familyCancer: said.familyCancer.default("unknown"),
  neckCm: z.exactOptional(neck),
  pregnant: said.pregnant.default(false),
});
export type HealthFile = z.infer<typeof HealthFileSchema>;

/** The file of somebody nobody has asked yet. */
export const blankHealthFile = (): HealthFile => HealthFileSchema.parse({});

/** The answers that are sent; what is not sent stays as it is, and null takes a number back. */
export const HealthChangeSchema = z
  .strictObject({ ...said, diabetesSince: year.nullable(), neckCm: neck.nullable() })
  .partial();
export type HealthChange = z.infer<typeof HealthChangeSchema>;

/** The file after a change. */
export function healthAfter(before: HealthFile, change: HealthChange): HealthFile {
  const sent = Object.entries(change).filter(([, value]) => value !== undefined);
  const after = Object.entries({ ...before, ...Object.fromEntries(sent) });
  return Object.fromEntries(after.filter(([, value]) => value !== null)) as HealthFile;
}

/**
 * @throws InvalidInput for a diabetes known since before birth or since a year that has not come, and for a man
 * with a pregnancy or a diabetes of pregnancy; `path` leads to the answer.
 */
export function mustBePossible(
  { diabetesSince: since, pregnant, gestationalDiabetes }: HealthFile,
  { birthDate, sex }: { birthDate: PlainDate; sex: "female" | "male" },
  today: PlainDate,
  path = "health.",
): void {
  const [born, now] = [birthDate, today].map((date) => Number(date.slice(0, 4))) as [number, number];
  const ofWomen = {
    en: "This is asked of women only. Check the sex in the file, or leave it out.",
    zh: "该项仅适用于女性。请核对档案性别，或不填此项。",
  };
  const problems = [
    ...(since === undefined || (since >= born && since <= now)
      ? []
      : [
          {
            field: `${path}diabetesSince`,
            message: {
              en: `Write a year from ${born} to ${now}.`,
              zh: `请填写 ${born} 至 ${now} 之间的年份。`,
            },
          },
        ]),
    ...(sex === "male" && pregnant ? [{ field: `${path}pregnant`, message: ofWomen }] : []),
    ...(sex === "male" && gestationalDiabetes === "yes"
      ? [{ field: `${path}gestationalDiabetes`, message: ofWomen }]
      : []),
  ];
  if (problems.length) throw new InvalidInput(problems);
}
