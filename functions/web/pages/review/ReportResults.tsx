import { Mark } from "../../components/index.ts";
import { measuresIn, rangeText, seenAt } from "../client/measures.ts";
import { en, said, Two, zh } from "./in-both.tsx";
import type { ReportModel } from "./ReportSheet.tsx";

/** Every result with its range and last value; what is normal carries no mark. */
export function Results({ report }: { report: ReportModel }) {
  const { client, exam, exams } = report;
  return (
    <section>
      <h3>
        <Two both={said("report.results")} />
      </h3>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">
              <Two both={said("report.test")} />
            </th>
            <th scope="col" class="n">
              <Two both={said("report.result")} />
            </th>
            <th scope="col">
              <Two both={said("report.unit")} />
            </th>
            <th scope="col">
              <Two both={said("report.range")} />
            </th>
            <th scope="col" class="n">
              <Two both={said("report.last")} />
            </th>
            <th scope="col">
              <Two both={said("report.flag")} />
            </th>
          </tr>
        </thead>
        <tbody>
          {measuresIn(exam).map((measure) => {
            const seen = seenAt(zh, measure, exam, client);
            const last = exams
              .filter(({ date }) => date < exam.date)
              .map((one) => seenAt(zh, measure, one, client)?.text)
              .find(Boolean);
            return (
              <tr>
                <th scope="row">
                  <Two both={measure.name} />
                </th>
                <td class="n">
                  <b>{seen?.text}</b>
                </td>
                <td>{measure.unit}</td>
                <td>{rangeText(zh, measure, client, exam.date)}</td>
                <td class="n">{last ?? "–"}</td>
                <td>
                  {seen?.flag === undefined ? null : seen.flag === "N" ? (
                    <span class="ok">
                      <Two both={{ zh: zh("flag.N"), en: en("flag.N") }} />
                    </span>
                  ) : (
                    <span class="flag" data-flag={seen.flag}>
                      <Mark name={seen.flag} />
                      <Two both={{ zh: zh(`flag.${seen.flag}`), en: en(`flag.${seen.flag}`) }} />
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
