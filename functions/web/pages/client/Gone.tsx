import type { Assessment, Gone as GoneFinding } from "../../../../shared/assessment/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import type { ExamResults } from "../../../../shared/testing/index.ts";
import { Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { measureOf, seenAt } from "./measures.ts";

/** What an earlier exam found and this one does not, each with the value then and now. Nothing where nothing is. */
export function Gone(props: {
  t: Text;
  assessment: Pick<Assessment, "gone" | "date">;
  exams: readonly ExamResults[];
  whom: Pick<Client, "sex" | "birthDate">;
  /** Who reads it: to a client, a disease with good values is not called over. */
  reader: "client" | "staff";
}) {
  const { t, assessment, reader } = props;
  if (!assessment.gone.length) return null;
  return (
    <section class="card gone" aria-labelledby="gone">
      <h2 id="gone">{t("gone.title")}</h2>
      <ul class="todos">
        {assessment.gone.map((one) => (
          <li class="todo">
            <Icon name="check" />
            <span>
              <b>{t.pick(one.name)}</b>
              <span class="sub">{thenAndNow(props, one)}</span>
              {one.class === "disease" ? <span class="sub">{t(`gone.disease-${reader}`)}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function thenAndNow(
  { t, assessment, exams, whom }: Parameters<typeof Gone>[0],
  { item, date }: GoneFinding,
): string {
  const measure = measureOf(item);
  const textOn = (day: string) => {
    const exam = exams.find((one) => one.date === day);
    return exam && seenAt(t, measure, exam, whom)?.text;
  };
  const [then, now] = [textOn(date), textOn(assessment.date)];
  const name = t.pick(measure.name);
  return then && now
    ? t("gone.line", { name, then, now, unit: measure.unit, day: t.date(date) })
    : t("gone.since", { day: t.date(date) });
}
