import { mayEver } from "../../../shared/access/index.ts";
import { changeConsent, type Purpose, readClient } from "../../../shared/clients/index.ts";
import { agreePlan, changeAction } from "../../../shared/guidance/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { type ClientFile, openFile, whoOpened } from "../../../shared/loop/index.ts";
import { TrendChart } from "../charts/index.ts";
import { Banner, ButtonLink, Flag, MarkedTable } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { bannerOf } from "./client/banner-of.ts";
import { ClientFileView } from "./client/ClientFileView.tsx";
import { measureOf, seenOver } from "./client/measures.ts";
import { PlanSheet } from "./client/PlanPage.tsx";
import { Readers } from "./client/Readers.tsx";
import { type StaffNames, staffNames } from "./client/staff-names.ts";
import { trendOf } from "./client/trend-of.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

const readersShown = 100;
const pathOf = (number: string): string => `/clients/${number}`;
const numberIn = ({ params, actor }: PageCall): string => {
  staffAt(actor);
  return params["client"] ?? "";
};

/** The banner every page of a client has, with what this reader may do from anywhere. */
function ClientBanner({
  call,
  client,
  staff,
  grade,
}: {
  call: PageCall;
  client: ClientFile["client"];
  staff: StaffNames;
  grade?: NonNullable<ClientFile["assessment"]>["grade"]["path"] | "unseen" | undefined;
}) {
  const { t, ctx, actor } = call;
  return (
    <Banner t={t} client={bannerOf(t, client, ctx.now(), { grade, manager: staff.of(client.manager) })}>
      {mayEver(actor, "booking:make") ? (
        <ButtonLink href={`/book?client=${client.number}`} icon="calendar">
          {t("client.book")}
        </ButtonLink>
      ) : null}
    </Banner>
  );
}

const gradeFor = ({ actor }: PageCall, { assessment }: ClientFile) =>
  mayEver(actor, "assessment:read") ? assessment?.grade.path : "unseen";

async function show(call: PageCall) {
  const { ctx, t, frame } = call;
  const [file, staff] = await Promise.all([openFile(ctx, numberIn(call)), staffNames(ctx, t)]);
  return (
    <Page
      {...frame}
      title={t("client.title", { number: file.client.number })}
      current="clients"
      banner={<ClientBanner call={call} client={file.client} staff={staff} grade={gradeFor(call, file)} />}
    >
      <ClientFileView call={call} file={file} staff={staff} />
    </Page>
  );
}

async function consent({ ctx, t, form, params }: PageCall) {
  const number = params["client"] ?? "";
  const purpose = form.text("purpose");
  const given = form.text("given") === "yes";
  await changeConsent(ctx, number, { purpose: purpose as Purpose, given });
  return see(pathOf(number), {
    text: t(given ? "client.consent-done" : "client.consent-gone", { number }),
    undo: { action: `${pathOf(number)}/consent`, fields: { purpose, given: given ? "no" : "yes" } },
  });
}

const plan = (call: PageCall) => planPage(call, nothingToMend);

async function planPage(call: PageCall, mends: Mends) {
  const { ctx, t, frame } = call;
  const [file, staff] = await Promise.all([openFile(ctx, numberIn(call)), staffNames(ctx, t)]);
  if (!file.plan) throw new NotFound();
  const { number } = file.client;
  return (
    <Page
      {...frame}
      path={`${pathOf(number)}/plan`}
      title={t("client.plan-title", { number })}
      current="clients"
      banner={<ClientBanner call={call} client={file.client} staff={staff} grade={gradeFor(call, file)} />}
    >
      <PlanSheet call={call} file={file} plan={file.plan} mends={mends} />
    </Page>
  );
}

async function change(call: PageCall) {
  const { ctx, t, form } = call;
  const number = numberIn(call);
  try {
    await changeAction(ctx, number, form.text("action"), {
      owner: form.maybe("owner") as never,
      cadence: form.maybe("cadence") as never,
      due: form.text("due"),
    });
  } catch (error) {
    return planPage(call, mendsFor(t, error));
  }
  return see(`${pathOf(number)}/plan`, { text: t("client.changed-action", { number }) });
}

async function agree(call: PageCall) {
  const number = numberIn(call);
  await agreePlan(call.ctx, number);
  return see(`${pathOf(number)}/plan`, { text: call.t("client.agreed", { number }) });
}

async function readers(call: PageCall) {
  const { ctx, t, frame } = call;
  const number = numberIn(call);
  const [entries, client, staff] = await Promise.all([
    whoOpened(ctx, number, readersShown),
    readClient(ctx, number),
    staffNames(ctx, t),
  ]);
  const title = t("client.readers-title", { number });
  return (
    <Page
      {...frame}
      title={title}
      current="clients"
      banner={<ClientBanner call={call} client={client} staff={staff} grade="unseen" />}
    >
      <div class="head">
        <div>
          <h2>{t("client.readers")}</h2>
          <p>{t("client.readers-sub", { n: readersShown })}</p>
        </div>
        <a class="btn" href={pathOf(number)}>
          {t("client.back")}
        </a>
      </div>
      <section class="card">
        <Readers t={t} entries={entries} caption={title} />
      </section>
    </Page>
  );
}

async function trend(call: PageCall) {
  const { ctx, t, frame, params } = call;
  const number = numberIn(call);
  const measure = measureOf(params["item"] ?? "");
  const [{ exams, client }, staff] = await Promise.all([openFile(ctx, number), staffNames(ctx, t)]);
  const seen = seenOver(t, measure, exams, client);
  if (!seen.length) throw new NotFound();
  const name = t.pick(measure.name);
  return (
    <Page
      {...frame}
      title={t("client.trend-title", { what: name, number })}
      current="clients"
      banner={<ClientBanner call={call} client={client} staff={staff} grade="unseen" />}
    >
      <div class="head">
        <div>
          <h2>{name}</h2>
          <p>
            {t("client.trend-first", {
              first: t.date(seen[0]?.date ?? ""),
              last: t.date(seen.at(-1)?.date ?? ""),
            })}
          </p>
        </div>
        <a class="btn" href={pathOf(number)}>
          {t("client.back")}
        </a>
      </div>
      <section class="card">
        <TrendChart t={t} trend={trendOf(t, measure, exams, client)} width={560} />
      </section>
      <section class="card" aria-labelledby="values">
        <h2 id="values">{t("client.trend-values")}</h2>
        <MarkedTable
          caption={t("client.trend-values")}
          kind="values"
          columns={[
            { head: t("chart.date") },
            { head: measure.unit || t("chart.value"), figure: true },
            { head: t("client.flag") },
          ]}
          rows={seen.toReversed().map((one) => ({
            cells: [t.date(one.date), one.text, one.flag ? <Flag t={t} flag={one.flag} /> : null],
          }))}
        />
      </section>
    </Page>
  );
}

const file = "/clients/:client";

export const clientPages: PageRoute[] = [
  { method: "GET", path: file, action: "client:read", run: show },
  { method: "POST", path: `${file}/consent`, action: "client:consent", run: consent },
  { method: "GET", path: `${file}/plan`, action: "plan:read", run: plan },
  { method: "POST", path: `${file}/plan`, action: "plan:change", run: change },
  { method: "POST", path: `${file}/plan/agree`, action: "plan:agree", run: agree },
  { method: "GET", path: `${file}/readers`, action: "client:log", run: readers },
  { method: "GET", path: `${file}/trend/:item`, action: "results:read", run: trend },
];
