import {
  type DepartmentPart,
  filledTemplate,
  fits,
  outcomes,
  slotsIn,
  type Template,
} from "../../../../shared/assessment/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import type { ExamResults } from "../../../../shared/testing/index.ts";
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  Field,
  Flag,
  MarkedTable,
} from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { measureOf, seenAt } from "../client/measures.ts";
import type { Mends } from "../forms/mends.ts";
import { outcomeKey } from "./words.ts";

/** What a department measured in this exam and in the one before. */
export function Results({
  t,
  part,
  exam,
  earlier,
  client,
}: {
  t: Text;
  part: DepartmentPart | undefined;
  exam: ExamResults;
  earlier: readonly ExamResults[];
  client: Client;
}) {
  const measures = [
    ...new Map((part?.items ?? []).map((code) => [measureOf(code).codes[0], measureOf(code)])).values(),
  ];
  if (!measures.length) return <p class="quiet">{t("dept.results-none")}</p>;
  return (
    <MarkedTable
      caption={t("dept.results")}
      columns={[
        { head: t("report.test") },
        { head: t("report.result"), figure: true },
        { head: t("report.last"), figure: true },
      ]}
      rows={measures.map((measure) => {
        const now = seenAt(t, measure, exam, client);
        const last = earlier.map((one) => seenAt(t, measure, one, client)).find(Boolean);
        return {
          cells: [
            t.pick(measure.name),
            <>
              {[now?.text, measure.unit].filter(Boolean).join(" ")}
              {now?.flag && now.flag !== "N" ? (
                <span class="fl">
                  <Flag t={t} flag={now.flag} />
                </span>
              ) : null}
            </>,
            last?.text ?? "–",
          ],
        };
      })}
    />
  );
}

/** Sentences to begin with: those that name what was found first, then those whose values are all there. */
export function Templates({
  t,
  templates,
  results,
  found,
  path,
}: {
  t: Text;
  templates: readonly Template[];
  results: ExamResults["results"];
  /** Items of the department that findings rest on. */
  found: readonly string[];
  path: string;
}) {
  if (!templates.length) return null;
  const suits = (one: Template): number =>
    found.length
      ? Number(slotsIn(one.text.zh).some((item) => found.includes(item)))
      : Number(one.outcome === "nothing abnormal");
  const rank = (one: Template): number => 2 * suits(one) + Number(fits(one, results));
  const sorted = templates.toSorted((a, b) => rank(b) - rank(a));
  return (
    <section class="card" aria-labelledby="templates">
      <h2 id="templates">{t("dept.templates")}</h2>
      <p class="small quiet">{t("dept.templates-hint")}</p>
      <ul class="tasks">
        {sorted.map((template) => (
          <li class="line">
            <span>
              <b>{t.pick(template.name)}</b>
              <span class="sub">{filledTemplate(template, results, t.language)}</span>
              {fits(template, results) ? null : <span class="sub">{t("dept.template-gaps")}</span>}
            </span>
            <ButtonLink href={`${path}?template=${template.id}`} size="small">
              {t("dept.use")}
              <span class="sr"> {t.pick(template.name)}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words and the word on the whole; asked for a reason where what is coded says otherwise. */
export function WriteForm({
  call: { t, form },
  path,
  part,
  chosen,
  results,
  mends,
}: {
  call: PageCall;
  path: string;
  part: DepartmentPart | undefined;
  chosen: Template | undefined;
  results: ExamResults["results"];
  mends: Mends;
}) {
  const said = part?.said;
  const words = (language: "zh" | "en") =>
    form.has(language)
      ? form.text(language)
      : chosen
        ? filledTemplate(chosen, results, language)
        : (said?.text[language] ?? "");
  const outcome = form.text("outcome") || chosen?.outcome || said?.outcome || "";
  const despite = form.has("despite") ? form.text("despite") : chosen ? "" : (said?.despite ?? "");
  const template = form.text("template") || (chosen ? `${chosen.id}#${chosen.version}` : "");
  return (
    <form method="post" action={path} class="card form" novalidate data-guard>
      <ErrorSummary t={t} errors={mends.all} />
      <input type="hidden" name="seen" value={form.text("seen") || String(said?.n ?? 0)} />
      <input type="hidden" name="template" value={template} />
      <Choices
        legend={t("dept.outcome")}
        name="outcome"
        kind="radio"
        error={mends.of("outcome")}
        options={outcomes.map((one) => ({
          value: one,
          label: t(outcomeKey(one)),
          checked: outcome === one,
        }))}
      />
      {(["zh", "en"] as const).map((language) => (
        <Field
          t={t}
          name={language}
          label={t(language === "zh" ? "dept.in-chinese" : "dept.in-english")}
          error={mends.of(language)}
          optional={language === "en"}
        >
          {(wiring) => (
            <textarea {...wiring} lang={language === "zh" ? "zh-CN" : "en"} rows={3} maxlength={2000}>
              {words(language)}
            </textarea>
          )}
        </Field>
      ))}
      {mends.of("despite") || despite ? (
        <Field
          t={t}
          name="despite"
          label={t("dept.despite-field")}
          hint={t("dept.despite-hint")}
          error={mends.of("despite")}
        >
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {despite}
            </textarea>
          )}
        </Field>
      ) : null}
      <Button kind="main" icon="check">
        {t("dept.keep")}
      </Button>
    </form>
  );
}
