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
  return {
    sex: client.sex,
    birthDate: client.birthDate,
    date,
    pregnant: health.pregnant,
    ...(health.smoking === "unknown" ? {} : { smoker: health.smoking === "current" }),
    diagnoses: health.diagnoses,
    drugs: health.drugs,
    results: (exams.find((exam) => exam.date === date)?.results ?? {}) as Facts["results"],
    previous: exams.filter((exam) => exam.date < date) as Facts["previous"],
  };
}
