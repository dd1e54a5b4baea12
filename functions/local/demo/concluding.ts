import {
  assessmentOf,
  countersignAssessment,
  departmentsOf,
  filledTemplate,
  fits,
  type Outcome,
  readDepartments,
  readTemplates,
  slotsIn,
  writeConclusion,
} from "../../../shared/assessment/index.ts";
import type { PlainDate } from "../../../shared/kernel/time.ts";
import { staff } from "../personas.ts";
import type { Life } from "./life.ts";

/** Each department's conclusion from an exam, by its first sentence that fits; some have not written yet. */
export async function conclude(
  life: Life,
  client: string,
  date: PlainDate,
  wrote: (department: string) => boolean = () => true,
): Promise<void> {
  const { parts, assessment, exams } = await readDepartments(life.as("physician-1"), client, date);
  const { templates } = await readTemplates(life.as("physician-1"));
  const results = exams.find((exam) => exam.date === date)?.results ?? {};
  const found = assessment.findings.filter((one) => one.class !== "normal");
  const byHand = ["internal", "surgery", "eye", "ent"];
  for (const department of [...parts.map((part) => part.department), ...byHand].filter(wrote)) {
    const author = staff.find(({ departments = [] }) => departments.includes(department));
    const items = found.map(({ evidence }) => evidence[0]?.item ?? "");
    const own = items.filter((item) => departmentsOf(item).includes(department));
    const outcome: Outcome = own.length ? "abnormal" : "nothing abnormal";
    const template = templates.find(
      (one) =>
        one.department === department &&
        one.outcome === outcome &&
        fits(one, results) &&
        (!own.length || slotsIn(one.text.zh).some((item) => own.includes(item))),
    );
    if (!author || !template) continue;
    const { id, version } = template;
    const text = { zh: filledTemplate(template, results, "zh"), en: filledTemplate(template, results, "en") };
    await writeConclusion(life.as(author.id), client, date, department, {
      outcome,
      text,
      template: { id, version },
    });
  }
}

/** The other physician's signature, where the rules ask for two. */
export async function signSecond(life: Life, first: string, client: string, date: PlainDate): Promise<void> {
  const other = first === "physician-1" ? "physician-2" : "physician-1";
  const kept = await assessmentOf(life.as(other), client, date, 1);
  if (kept?.second) await countersignAssessment(life.as(other), client, date, 1);
}
