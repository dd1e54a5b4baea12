import { mayEver } from "../../../../shared/access/index.ts";
import {
  type DepartmentPart,
  type DepartmentsView,
  type Question,
  worksIn,
} from "../../../../shared/assessment/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import { Button, ButtonLink, Choices, Field, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { Departments } from "../me/Departments.tsx";
import { type ExamUnderReview, reviewPath } from "../review/exam.ts";
import { Said } from "./Said.tsx";
import { departmentName, departmentPath } from "./words.ts";

/** What departments say, beside the findings; and, of an exam that is not signed, what is to be answered first. */
export function DepartmentsCard(props: { t: Text; review: ExamUnderReview; actor: Actor; mends: Mends }) {
  const { t, review, actor } = props;
  const { assessment, departments } = review;
  const open = assessment.signedAt === undefined;
  if (!open) return <Departments t={t} assessment={assessment} />;
  const { parts, questions } = departments;
  if (!parts.length) return null;
  const unwritten = parts.filter(({ said }) => !said).map(({ department }) => departmentName(t, department));
  return (
    <section class="card" aria-labelledby="departments">
      <header>
        <h2 id="departments">{t("dept.all")}</h2>
      </header>
      {questions.map((question) => (
        <Asked {...props} question={question} />
      ))}
      <ul class="tasks">
        {parts.map((part) => (part.said ? <Part t={t} review={review} actor={actor} part={part} /> : null))}
      </ul>
      {unwritten.length ? (
        <p class="small quiet">{t("dept.unwritten-list", { names: t.list(unwritten) })}</p>
      ) : null}
    </section>
  );
}

function Part({
  t,
  review,
  actor,
  part: { department, said, before },
}: {
  t: Text;
  review: ExamUnderReview;
  actor: Actor;
  part: DepartmentPart;
}) {
  const { client, assessment } = review;
  return (
    <li>
      <b>{departmentName(t, department)}</b> {said ? <Said t={t} said={said} /> : null}
      {said?.despite ? <p class="small">{t("dept.despite", { reason: said.despite })}</p> : null}
      {before.length ? (
        <details>
          <summary>{t("dept.earlier", { n: before.length })}</summary>
          {before.map((one) => (
            <Said t={t} said={one} />
          ))}
        </details>
      ) : null}
      {worksIn({ actor }, department) ? (
        <ButtonLink
          href={departmentPath(client.number, assessment.date, department)}
          size="small"
          icon="edit"
        >
          {t("dept.rewrite")}
        </ButtonLink>
      ) : null}
    </li>
  );
}

/** One thing a department and the codes say differently; whoever may review answers it. */
function Asked({
  t,
  review,
  actor,
  mends,
  question,
}: {
  t: Text;
  review: ExamUnderReview;
  actor: Actor;
  mends: Mends;
  question: DepartmentsView["questions"][number];
}) {
  const { settled, sentence } = question;
  if (settled)
    return (
      <Note>
        <p>{t.pick(sentence)}</p>
        <p class="small">
          {t("dept.settled", {
            stands: t(settled.stands === "codes" ? "dept.settled-codes" : "dept.settled-conclusion"),
            name: settled.by.name,
            when: t.moment(settled.at),
            note: settled.note,
          })}
        </p>
      </Note>
    );
  const despite = review.departments.parts.find(({ department }) => department === question.department)?.said
    ?.despite;
  return (
    <Note kind="watch">
      <p>
        <b>{t("dept.asked")}</b>
      </p>
      <p>{t.pick(sentence)}</p>
      {despite ? <p class="small">{t("dept.despite", { reason: despite })}</p> : null}
      {mayEver(actor, "assessment:review") ? (
        <Answer t={t} review={review} mends={mends} question={question} />
      ) : null}
    </Note>
  );
}

function Answer({
  t,
  review: { assessment, client },
  mends,
  question,
}: {
  t: Text;
  review: ExamUnderReview;
  mends: Mends;
  question: Question;
}) {
  const path = reviewPath({ ...assessment, client: client.number });
  const { id } = question;
  return (
    <form method="post" action={`${path}/questions`} class="form" data-guard>
      <input type="hidden" name="question" value={id} />
      <Choices
        legend={t("dept.which")}
        name={`stands-${id}`}
        kind="radio"
        options={[
          { value: "codes", label: t("dept.codes-stand"), checked: true },
          { value: "conclusion", label: t("dept.conclusion-stands") },
        ]}
      />
      <Field
        t={t}
        name={`note-${id}`}
        label={t("dept.note")}
        hint={t("dept.note-hint")}
        error={mends.of(`note-${id}`)}
      >
        {(wiring) => <textarea {...wiring} rows={2} maxlength={300} />}
      </Field>
      <Button>{t("dept.settle")}</Button>
    </form>
  );
}
