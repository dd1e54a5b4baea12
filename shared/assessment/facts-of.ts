import type { Client, HealthFile } from "../clients/index.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { ExamResults } from "../testing/index.ts";
import type { Facts, FamilyFacts } from "./facts.ts";

/** Everything an assessment of one exam rests on: the file and this and the earlier exams. */
export function factsOf(
  client: Pick<Client, "sex" | "birthDate" | "health">,
  exams: readonly ExamResults[],
  date: PlainDate,
): Facts {
  const exam = exams.find((one) => one.date === date);
  return {
    sex: client.sex,
    birthDate: client.birthDate,
    date,
    ...saidOf(client),
    ...(exam?.fasting === undefined ? {} : { fasting: exam.fasting }),
    results: (exam?.results ?? {}) as Facts["results"],
    previous: exams.filter((exam) => exam.date < date) as Facts["previous"],
  };
}

/** What the health file says; a question nobody answered is left out. */
export function saidOf({
  sex,
  health,
}: Pick<Client, "sex" | "health">): Omit<Facts, "sex" | "birthDate" | "date" | "results" | "previous"> {
  const { smoking, exercise, diagnoses, drugs, diabetesSince } = health;
  return {
    pregnant: health.pregnant,
    diagnoses,
    drugs,
    ...known({
      smoker: smoking === "unknown" ? undefined : smoking === "current",
      active: exercise === "unknown" ? undefined : exercise === "regular",
      dailyVegFruit: yes(health.dailyVegFruit),
      everHighGlucose: yes(health.everHighGlucose),
      gestationalDiabetes: sex === "female" ? yes(health.gestationalDiabetes) : undefined,
      diabetesSince: diagnoses.includes("diabetes") ? diabetesSince : undefined,
      neckCm: health.neckCm,
      home: anyOf(known({ north: yes(health.homeNorth), urban: yes(health.homeUrban) })),
      family: anyOf(familyOf(health)),
    }),
  };
}

function familyOf({
  familyDiabetes,
  familyAscvd,
  familyHypertension,
  familyCancer,
}: HealthFile): FamilyFacts {
  return known({
    diabetes: familyDiabetes === "unknown" ? undefined : familyDiabetes,
    ascvd: familyAscvd === "unknown" ? undefined : familyAscvd !== "none",
    earlyAscvd:
      familyAscvd === "unknown" || familyAscvd === "age-unknown" ? undefined : familyAscvd === "early",
    hypertension: yes(familyHypertension),
    cancer: yes(familyCancer),
  });
}

const yes = (answer: "yes" | "no" | "unknown"): boolean | undefined =>
  answer === "unknown" ? undefined : answer === "yes";

const known = <T extends object>(from: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as never;

const anyOf = <T extends object>(said: T): T | undefined => (Object.keys(said).length ? said : undefined);
