import {
  type AssessmentView,
  assessmentOf,
  type Recalled,
  readAssessment,
  recallOf,
  saidOf,
  verificationCode,
  wholeAssessment,
} from "../../../shared/assessment/index.ts";
import { logRead } from "../../../shared/data/log.ts";
import { plansOf } from "../../../shared/guidance/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { followUpsOf, isOpen } from "../../../shared/monitoring/index.ts";
import { ClientPage, Page } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import type { Tongue } from "../paper/sheet.ts";
import { staffAt } from "./forms/staff.ts";
import { ownNumber } from "./me/own.ts";
import { causeKey } from "./review/cause.ts";

const isTongue = (word: string | null): word is Tongue => word === "zh" || word === "en" || word === "both";
const dateIn = (params: Record<string, string>): string => (params["file"] ?? "").replace(/\.pdf$/, "");

/**
 * The report on paper for staff: the version asked for, else the one in force, else the newest, which says what it is.
 */
async function staffPaper(call: PageCall): Promise<Response> {
  const { ctx, params, query, actor } = call;
  staffAt(actor);
  const { client: number = "" } = params;
  const view = await readAssessment(ctx, number, dateIn(params));
  const ofExam = view.versions.filter(({ date }) => date === view.assessment.date);
  const asked = query.get("version");
  const chosen = asked
    ? ofExam.find(({ version }) => String(version) === asked)
    : (ofExam.find(({ state }) => state === "signed") ?? ofExam[0]);
  const kept = chosen && (await assessmentOf(ctx, number, chosen.date, chosen.version));
  if (!kept) throw new NotFound();
  if (kept.recalled && !asked)
    return takenBack(call, kept.recalled, `?version=${kept.version}`, kept.version);
  const assessment = await wholeAssessment(ctx, kept, view.client, view.exams);
  if (kept.signedAt) return printed(call, { ...view, assessment });
  const { conclusions } = await saidOf(ctx, number, kept.date);
  return printed(call, { ...view, assessment: { ...assessment, departments: conclusions } });
}

async function ownPaper(call: PageCall): Promise<Response> {
  const { ctx, actor, params } = call;
  const number = ownNumber(actor);
  const recalled = await recallOf(ctx, number, dateIn(params));
  return recalled
    ? takenBack(call, recalled)
    : printed(call, await readAssessment(ctx, number, dateIn(params)));
}

/** In the place of a paper: that its report was recalled; for staff with the way to what was issued. */
function takenBack(
  { t, frame, params, actor }: PageCall,
  { at, cause }: Pick<Recalled, "at" | "cause">,
  to?: string,
  version = 1,
): Response {
  const said = (
    <section class="card" aria-labelledby="recalled">
      <h1 id="recalled">{t("recall.paper")}</h1>
      {to ? (
        <>
          <p>{t("recall.paper-staff", { when: t.moment(at), cause: t(causeKey(cause)) })}</p>
          <p>
            <a href={to}>{t("recall.open-version", { n: version })}</a>
          </p>
        </>
      ) : (
        <p>
          <a href={`/me/report/${dateIn(params)}`}>{t("recall.read-why")}</a>
        </p>
      )}
    </section>
  );
  const page =
    actor.kind === "client" ? (
      <ClientPage {...frame} path="/" title={t("recall.paper")} current="client-home">
        {said}
      </ClientPage>
    ) : (
      <Page {...frame} path="/" title={t("recall.paper")} current="clients">
        {said}
      </Page>
    );
  return new Response(String(page), {
    status: 410,
    headers: { "content-type": "text/html; charset=UTF-8", "cache-control": "no-store" },
  });
}

/** The PDF of a report somebody was let see, in the language asked for or the client's own; the printing is traced. */
export async function printed(call: Pick<PageCall, "ctx" | "home" | "query">, view: AssessmentView) {
  const { ctx, home, query } = call;
  const { client, assessment } = view;
  const { number } = client;
  const { date, version, releasedAt, recalled } = assessment;
  const asked = query.get("lang");
  const tongue = isTongue(asked) ? asked : client.language;
  await logRead(ctx, { subject: `C#${number}`, action: "pdf.opened", refs: { date, version } });
  const seen = new Set(view.versions.map((one) => one.date));
  const [followUps, plans, code] = await Promise.all([
    followUpsOf(ctx, number),
    plansOf(ctx, number),
    releasedAt && !recalled ? verificationCode(ctx, number, { date, version }) : undefined,
  ]);
  const ofThis = (exam: { date: string; version: number } | undefined) =>
    exam?.date === date && exam.version <= version;
  const [{ sheetOf }, { typeset }] = await Promise.all([
    import("../paper/sheet-of.ts"),
    import("../paper/press.ts"),
  ]);
  const pdf = await typeset(
    sheetOf(
      {
        client,
        assessment,
        exams: view.exams.filter((one) => one.date === date || (one.date < date && seen.has(one.date))),
        next: followUps.filter((one) => isOpen(one) && ofThis(one.openedBy)),
        plan: plans.find(({ exam }) => ofThis(exam)),
        address: code && `${home.publicUrl}/verify/${code}`,
      },
      tongue,
    ),
  );
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="perennial-${number}-${date}.pdf"`,
      "cache-control": "no-store",
    },
  });
}

export const paperPages: PageRoute[] = [
  { method: "GET", path: "/reports/:client/:file{.+\\.pdf}", action: "assessment:read", run: staffPaper },
  { method: "GET", path: "/me/report/:file{.+\\.pdf}", action: "assessment:read", run: ownPaper },
];
