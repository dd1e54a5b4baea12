import type { Assessment, Finding } from "../../../../shared/assessment/index.ts";
import type { Language } from "../../../../shared/kernel/text.ts";
import { textFor } from "../../text/index.ts";
import { departmentName } from "../departments/words.ts";

const enoughToName = 2;
const room = 4000;

/**
 * What the physician begins with: the findings' own sentences, most urgent first, what is not confirmed said
 * so, the small ones by name, what departments concluded, and what "as far as examined" leaves open.
 */
export function draftConclusion(
  { findings, grade, departments = [] }: Assessment,
  language: Language,
): string {
  const t = textFor(language);
  const told = findings.filter((finding) => finding.class !== "normal" && finding.severity >= enoughToName);
  const small = findings.filter((finding) => finding.class !== "normal" && finding.severity < enoughToName);
  const lines = told.map((finding, at) => `${at + 1}. ${lineOf(finding, language)}`);
  if (!findings.some((finding) => finding.class !== "normal")) lines.push(t("review.draft-nothing"));
  if (small.length)
    lines.push(t("review.draft-small", { names: t.list(small.map(({ name }) => t.pick(name))) }));
  for (const { department, outcome, text } of departments)
    if (outcome === "abnormal")
      lines.push(
        t("dept.draft-line", {
          name: departmentName(t, department),
          text: text[language] ?? text.zh ?? text.en ?? "",
        }),
      );
  const sound = departments.filter(({ outcome }) => outcome === "nothing abnormal");
  if (sound.length)
    lines.push(
      t("dept.draft-normal", {
        names: t.list(sound.map(({ department }) => departmentName(t, department))),
      }),
    );
  if (grade.asFarAsExamined) lines.push(t("review.draft-examined"));
  return lines.join("\n").slice(0, room);
}

function lineOf({ name, sentence, needsConfirmation }: Finding, language: Language): string {
  const t = textFor(language);
  return t("review.draft-line", {
    name: t.pick(name),
    sentence: t.pick(sentence).replace(/[.。]$/, ""),
    unsure: needsConfirmation ? t("review.draft-unsure") : "",
  });
}
