import type { Waiting } from "../../../../shared/assessment/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import { Empty, GradeChip, MarkedTable, NameOf } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames } from "../client/banner-of.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { reviewPath } from "./exam.ts";
import { urgencies, urgencyOf } from "./urgency.ts";

/** Signed exams that wait for another physician's signature; nothing where there are none. */
export function SecondQueue({ t, waiting }: { t: Text; waiting: readonly Waiting[] }) {
  if (!waiting.length) return null;
  return (
    <section aria-labelledby="second-queue">
      <div class="head">
        <div>
          <h2 id="second-queue">{t("second.queue")}</h2>
          <p>{t("second.queue-sub")}</p>
        </div>
      </div>
      <MarkedTable
        caption={t("second.queue")}
        columns={[
          { head: t("review.client") },
          { head: t("review.exam") },
          { head: t("review.proposed") },
          { head: t("second.first") },
        ]}
        rows={waiting.map((one) => ({
          cells: [
            <a href={reviewPath({ client: one.client.number, date: one.date, version: one.version })}>
              <NameOf t={t} name={scriptsOf(one.client)} />
            </a>,
            t.date(one.date),
            <GradeChip t={t} grade={gradeNames[one.path]} />,
            one.signedBy?.name ?? "",
          ],
        }))}
      />
    </section>
  );
}

/** Exams that wait for a physician, in groups by urgency; the rows of a group keep the queue's order. */
export function Queue({ t, ctx, waiting }: { t: Text; ctx: Ctx; waiting: readonly Waiting[] }) {
  if (!waiting.length)
    return (
      <section class="card">
        <Empty t={t}>{t("review.empty")}</Empty>
      </section>
    );
  const groups = urgencies.flatMap((urgency) => {
    const rows = waiting.filter((one) => urgencyOf(one.urgency) === urgency);
    return rows.length ? [{ urgency, rows }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys work while the list has the focus; it groups no fields
    <div class="worklist" role="group" aria-label={t("review.queue-caption")} data-list>
      <table class="table rq">
        <caption class="sr">{t("review.queue-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("review.client")}</th>
            <th scope="col">{t("review.exam")}</th>
            <th scope="col">{t("review.proposed")}</th>
            <th scope="col" class="n">
              {t("review.findings")}
            </th>
            <th scope="col">{t("review.state")}</th>
          </tr>
        </thead>
        {groups.map(({ urgency, rows }) => (
          <tbody>
            <tr class="grp">
              <th colspan={5} scope="rowgroup">
                {t(`review.urgency.${urgency}`)} <span class="quiet">· {rows.length}</span>
              </th>
            </tr>
            {rows.map((one) => (
              <tr>
                <td>
                  <a
                    class="who"
                    href={reviewPath({ client: one.client.number, date: one.date, version: one.version })}
                    data-row
                  >
                    <NameOf t={t} name={scriptsOf(one.client)} />
                  </a>
                  <span class="sub">
                    {sexAndAgeNow(t, ctx, one.client)} · <span class="nowrap">{one.client.number}</span>
                  </span>
                </td>
                <td>
                  {t.date(one.date)}
                  {one.version > 1 ? (
                    <span class="sub">{t("review.version", { n: one.version })}</span>
                  ) : null}
                </td>
                <td>
                  <GradeChip t={t} grade={gradeNames[one.path]} />
                </td>
                <td class="n">
                  {one.findings} <span class="narrow">{t("review.findings")}</span>
                </td>
                <td>{t(one.state === "in review" ? "review.state.in-review" : "review.state.proposed")}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
