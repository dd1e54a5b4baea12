import type { Client } from "../clients/index.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { ExamResults } from "../testing/index.ts";
import type { Facts } from "./facts.ts";

/** Everything an assessment of one exam rests on: the file and this and the earlier exams. */
export function factsOf(
  client: Pick<Client, "sex" | "birthDate" | "health">,
  exams: readonly ExamResults[],
  date: PlainDate,
): Facts {
  const { health } = client;
  const exam = exams.find((one) => one.date === date);
  return {
    sex: client.sex,
    birthDate: client.birthDate,
    date,
    pregnant: health.pregnant,
    ...(health.smoking === "unknown" ? {} : { smoker: health.smoking === "current" }),
    diagnoses: health.diagnoses,
    drugs: health.drugs,
    ...(exam?.fasting === undefined ? {} : { fasting: exam.fasting }),
    results: (exam?.results ?? {}) as Facts["results"],
    previous: exams.filter((exam) => exam.date < date) as Facts["previous"],
  };
}
