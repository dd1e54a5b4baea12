import { isChoice, type Licence, type Questionnaire } from "../../../../shared/assessment/index.ts";
import type { Form } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Problem } from "../forms/mends.ts";

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The typed licence as the verb takes it: of each question the first line asks, the others answer. */
export function licenceIn(form: Form, { questions }: Questionnaire) {
  const said = questions.map((_, at) => {
    const [zh, en] = [linesOf(form.text(`q${at}.zh`)), linesOf(form.text(`q${at}.en`))];
    const [text, ...answers] = zh.map((line, index) => ({ zh: line, en: en[index] ?? "" }));
    return { text: text ?? { zh: "" }, answers };
  });
  return {
    reference: form.text("reference"),
    wording: { intro: { zh: form.text("intro.zh"), en: form.text("intro.en") }, questions: said },
  };
}

/** Where the English has other lines than the Chinese, answers would stand beside the wrong words. */
export function linesThatDiffer(t: Text, form: Form, { questions }: Questionnaire): Problem[] {
  return questions.flatMap((_, at) => {
    const [zh, en] = [linesOf(form.text(`q${at}.zh`)), linesOf(form.text(`q${at}.en`))];
    return en.length && en.length !== zh.length
      ? [{ field: `q${at}.en`, message: t("quest.lines-differ") }]
      : [];
  });
}

/** The field of the form that a refused part of the licence was typed in. */
export const fieldTyped = (field: string): string =>
  field.replace(/^wording\.questions\.(\d+).*$/, "q$1.zh").replace(/^wording\.intro.*$/, "intro.zh");

/** What a field holds: what was typed, else what the licence in force says. */
export function typedOr(form: Form, licence: Licence | undefined, name: string): string {
  if (form.has(name) || !licence) return form.text(name);
  if (name === "reference") return licence.reference;
  const [part = "", language] = name.split(".") as [string, "zh" | "en"];
  if (part === "intro") return licence.wording.intro[language];
  const question = licence.wording.questions[Number(part.slice(1))];
  return question ? [question.text, ...question.answers].map((one) => one[language]).join("\n") : "";
}

/** What the two boxes of a question ask for. */
export function hintFor(t: Text, { questions }: Questionnaire, at: number): string {
  const question = questions[at];
  if (!question) return "";
  return isChoice(question)
    ? t("quest.lines-hint", { points: question.points.join(", ") })
    : t("quest.number-hint", { unit: t.pick(question.unit) });
}
