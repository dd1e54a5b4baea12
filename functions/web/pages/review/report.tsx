import { rankNames } from "../../../../shared/access/index.ts";
import {
  assessmentOf,
  readAssessment,
  saidOf,
  wholeAssessment,
} from "../../../../shared/assessment/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { cyclesOf, followUpsOf, isOpen } from "../../../../shared/monitoring/index.ts";
import { Note } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import { staffAt } from "../forms/staff.ts";
import { causeKey } from "./cause.ts";
import { PdfLinks } from "./PdfLinks.tsx";
import { Report } from "./ReportSheet.tsx";

/** The report of an exam as it is printed: the signed version, or a draft that says it is one. */
export async function report(call: PageCall) {
  const { ctx, t, frame, params, actor } = call;
  staffAt(actor);
  const { client: number = "", date = "" } = params;
  const { client, exams, versions } = await readAssessment(ctx, number, date);
  const ofExam = versions.filter((one) => one.date === date);
  const chosen = ofExam.find(({ state }) => state === "signed") ?? ofExam[0];
  const kept = chosen && (await assessmentOf(ctx, number, date, chosen.version));
  if (!kept) throw new NotFound();
  const [whole, cycles, followUps, { conclusions }] = await Promise.all([
    wholeAssessment(ctx, kept, client, exams),
    cyclesOf(ctx, number),
    followUpsOf(ctx, number),
    saidOf(ctx, number, date),
  ]);
  const assessment = kept.signedAt ? whole : { ...whole, departments: conclusions };
  return (
    <Page {...frame} title={t("report.title", { number })} current="clients">
      <div class="head" data-screen>
        <div>
          <h1>{t("report.title", { number })}</h1>
          <p>{t("report.how-to-print")}</p>
        </div>
        <a class="btn" href={`/clients/${number}`}>
          {t("review.open-file")}
        </a>
      </div>
      <PdfLinks t={t} client={number} date={date} />
      {kept.recalled ? (
        <Note kind="watch">
          <p>
            {t("paper.recalled", { day: t.date(kept.recalled.at), cause: t(causeKey(kept.recalled.cause)) })}
          </p>
        </Note>
      ) : null}
      <Report
        report={{
          client,
          assessment,
          exam: exams.find((one) => one.date === date) ?? { date, results: {} },
          exams: exams.filter((one) => one.date <= date),
          turn: cycles.find(({ openedBy }) => openedBy.date === date)?.number,
          next: followUps.filter((one) => one.openedBy.date === date && isOpen(one)),
          title: kept.signedBy?.rank && rankNames[kept.signedBy.rank],
        }}
      />
    </Page>
  );
}
