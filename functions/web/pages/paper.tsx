import {
  type AssessmentView,
  assessmentOf,
  readAssessment,
  saidOf,
  verificationCode,
  wholeAssessment,
} from "../../../shared/assessment/index.ts";
import { logRead } from "../../../shared/data/log.ts";
import { plansOf } from "../../../shared/guidance/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { followUpsOf, isOpen } from "../../../shared/monitoring/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import type { Tongue } from "../paper/sheet.ts";
import { staffAt } from "./forms/staff.ts";
import { ownNumber } from "./me/own.ts";

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
  const assessment = await wholeAssessment(ctx, kept, view.client, view.exams);
  if (kept.signedAt) return printed(call, { ...view, assessment });
  const { conclusions } = await saidOf(ctx, number, kept.date);
  return printed(call, { ...view, assessment: { ...assessment, departments: conclusions } });
}

const ownPaper = async (call: PageCall): Promise<Response> =>
  printed(call, await readAssessment(call.ctx, ownNumber(call.actor), dateIn(call.params)));

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
