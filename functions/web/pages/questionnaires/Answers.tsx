import { type Asking, isChoice } from "../../../../shared/assessment/index.ts";
import { Facts } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What was answered last, in the words that were asked; nothing where nobody answered. */
export function Answers({ t, asking }: { t: Text; asking: Asking }) {
  const { questionnaire, wording, answers, answered } = asking;
  if (!answers || !answered) return null;
  const said = (at: number): string => {
    const [question, answer] = [questionnaire.questions[at], answers[at]];
    if (!question || answer === undefined) return "";
    if (!isChoice(question)) return `${answer} ${t.pick(question.unit)}`;
    const words = wording.questions[at]?.answers[question.points.indexOf(answer)];
    return words ? `${t.pick(words)} (${answer})` : String(answer);
  };
  return (
    <section class="card" aria-labelledby="answered">
      <h2 id="answered">{t("quest.answers-of", { day: t.fullDay(answered) })}</h2>
      <Facts
        facts={wording.questions.map(({ text }, at) => [`${at + 1}. ${t.pick(text)}`, said(at)] as const)}
      />
    </section>
  );
}
