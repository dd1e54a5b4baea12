import {
  type Assessment,
  type DepartmentTask,
  departmentCalled,
  departmentQueue,
  departmentsOf,
  readDepartments,
  readTemplates,
  worksIn,
  writeConclusion,
} from "../../../shared/assessment/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { Banner, Empty, MarkedTable, NameOf, Note, State } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { bannerOf } from "./client/banner-of.ts";
import { staffNames } from "./client/staff-names.ts";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { OnTheWhole, Said } from "./departments/Said.tsx";
import { Results, Templates, WriteForm } from "./departments/WriteForm.tsx";
import { departmentName, departmentPath } from "./departments/words.ts";
import { type Mends, mendsCalled, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

async function list(call: PageCall) {
  const { ctx, t, frame, actor } = call;
  const tasks = await departmentQueue(ctx);
  const { departments = [] } = staffAt(actor);
  return (
    <Page {...frame} title={t("dept.title")} current="departments">
      <div class="head">
        <div>
          <h1>{t("dept.title")}</h1>
          <p>
            {departments.length
              ? `${t.list(departments.map((id) => departmentName(t, id)))} · ${t("dept.sub", { n: tasks.length })}`
              : t("dept.no-department")}
          </p>
        </div>
      </div>
      {tasks.length ? (
        <MarkedTable
          caption={t("dept.caption")}
          columns={[{ head: t("review.client") }, { head: t("review.exam") }, { head: t("dept.yours") }]}
          rows={tasks.map((task) => ({
            cells: [
              <>
                <NameOf t={t} name={scriptsOf(task.client)} />
                <span class="sub">
                  {sexAndAgeNow(t, ctx, task.client)} · <span class="nowrap">{task.client.number}</span>
                </span>
              </>,
              t.date(task.date),
              <Parts call={call} task={task} />,
            ],
          }))}
        />
      ) : departments.length ? (
        <section class="card">
          <Empty t={t}>{t("dept.none")}</Empty>
        </section>
      ) : null}
    </Page>
  );
}

function Parts({ call: { t }, task: { client, date, parts } }: { call: PageCall; task: DepartmentTask }) {
  return (
    <ul class="plain">
      {parts.map(({ department, said }) => (
        <li class="row">
          <a href={departmentPath(client.number, date, department)}>{departmentName(t, department)}</a>
          {said ? (
            <OnTheWhole t={t} outcome={said.outcome} />
          ) : (
            <State is="waiting" word={t("dept.unwritten")} />
          )}
        </li>
      ))}
    </ul>
  );
}

const show = (call: PageCall) => pageOf(call, nothingToMend);

async function pageOf(call: PageCall, refused: Mends) {
  const { ctx, t, frame, params, query, actor } = call;
  const { client: number = "", date = "", department = "" } = params;
  if (!departmentCalled(department)) throw new NotFound();
  const [view, { templates }, staff] = await Promise.all([
    readDepartments(ctx, number, date),
    readTemplates(ctx),
    staffNames(ctx, t),
  ]);
  const { client, assessment, exams } = view;
  const part = view.parts.find((one) => one.department === department);
  const exam = exams.find((one) => one.date === date) ?? { date, results: {} };
  const offered = templates.filter((one) => one.department === department && !one.retired);
  const chosen = offered.find(({ id }) => id === query.get("template"));
  const path = departmentPath(number, date, department);
  const name = departmentName(t, department);
  const title = t("dept.page-title", { department: name, number });
  const open = assessment.signedAt === undefined;
  const may = worksIn({ actor }, department);
  return (
    <Page
      {...frame}
      path={path}
      title={title}
      current="departments"
      banner={
        <Banner
          t={t}
          client={bannerOf(t, client, ctx.now(), {
            grade: assessment.grade.path,
            manager: staff.of(client.manager),
          })}
        >
          <a class="btn" href="/departments">
            {t("dept.back")}
          </a>
        </Banner>
      }
    >
      <div class="head">
        <div>
          <h2>{name}</h2>
          <p>{t("review.exam-of", { day: t.fullDay(date) })}</p>
        </div>
      </div>
      <div class="cols" data-cols="side">
        <div class="stack">
          <section class="card" aria-labelledby="results">
            <h2 id="results">{t("dept.results")}</h2>
            <Results
              t={t}
              part={part}
              exam={exam}
              earlier={exams.filter((one) => one.date < date)}
              client={client}
            />
          </section>
          {open && may ? (
            <WriteForm
              call={call}
              path={path}
              part={part}
              chosen={chosen}
              results={exam.results}
              mends={refused}
            />
          ) : (
            <section class="card">
              {part?.said ? <Said t={t} said={part.said} /> : <p>{t("dept.unwritten")}</p>}
              <Note>
                <p>{t(open ? "dept.not-theirs" : "dept.signed")}</p>
              </Note>
            </section>
          )}
        </div>
        <div class="stack side">
          {open && may ? (
            <Templates
              t={t}
              templates={offered}
              results={exam.results}
              found={foundBy(assessment, department)}
              path={path}
            />
          ) : null}
        </div>
      </div>
    </Page>
  );
}

/** The department's items that findings rest on. */
const foundBy = ({ findings }: Assessment, department: string): string[] =>
  findings
    .filter((one) => one.class !== "normal")
    .flatMap(({ evidence }) => evidence[0]?.item ?? [])
    .filter((item) => departmentsOf(item).includes(department));

async function write(call: PageCall) {
  const { ctx, t, form, params } = call;
  const { client = "", date = "", department = "" } = params;
  const [id, version] = form.text("template").split("#");
  try {
    await writeConclusion(ctx, client, date, department, {
      outcome: form.text("outcome") as "abnormal",
      text: { zh: form.text("zh"), en: form.text("en") },
      ...(id ? { template: { id, version: Number(version) } } : {}),
      ...(form.text("despite") ? { despite: form.text("despite") } : {}),
      ...(form.has("seen") ? { seen: Number(form.text("seen")) } : {}),
    });
  } catch (error) {
    return pageOf(call, mendsCalled(t, error, asTyped));
  }
  return see("/departments", {
    text: t("dept.kept", { department: departmentName(t, department), number: client }),
  });
}

/** The two texts are fields of their own on the page. */
const asTyped = (field: string): string => (field === "text" ? "zh" : field.replace(/^text\./, ""));

const one = "/departments/:client/:date/:department";

export const departmentPages: PageRoute[] = [
  { method: "GET", path: "/departments", action: "department:conclude", run: list },
  { method: "GET", path: one, action: "department:conclude", run: show },
  { method: "POST", path: one, action: "department:conclude", run: write },
];
