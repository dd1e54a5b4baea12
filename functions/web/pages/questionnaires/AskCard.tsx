import { questionnaires } from "../../../../shared/assessment/index.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { ButtonLink } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What the client has answered and when, with the way to ask more. */
export function AskCard({ t, file }: { t: Text; file: ClientFile }) {
  const answered = questionnaires.flatMap(({ code, name, about, answersItem }) => {
    const exam = file.exams.find(({ results }) => results[answersItem]);
    return exam ? [{ code, name, about, date: exam.date }] : [];
  });
  return (
    <section class="card" aria-labelledby="asked">
      <h2 id="asked">{t("quest.title")}</h2>
      {answered.length ? (
        <ul class="lines small">
          {answered.map(({ code, name, about, date }) => (
            <li>
              <a href={`/clients/${file.client.number}/questionnaires/${code}`}>
                {t.pick(about)} ({t.pick(name)})
              </a>{" "}
              · {t.date(date)}
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("quest.unanswered")}</p>
      )}
      <ButtonLink href={`/clients/${file.client.number}/questionnaires`} size="small">
        {t("quest.fill")}
      </ButtonLink>
    </section>
  );
}
