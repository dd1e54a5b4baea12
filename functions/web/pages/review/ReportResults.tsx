import type { Client } from "../../../../shared/clients/index.ts";
import { ageOn, type PlainDate } from "../../../../shared/kernel/time.ts";
import { rangeFor } from "../../../../shared/testing/index.ts";
import { Mark } from "../../components/index.ts";
import { type Measure, measuresIn, seenAt } from "../client/measures.ts";
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
                <td>{rangeText(measure, client, exam.date)}</td>
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

/** "3.9–6.1", "<3.4", "≥90"; both limits of a blood pressure; empty where nothing is published for this person. */
function rangeText({ codes }: Measure, client: Client, date: PlainDate): string {
  const who = { sex: client.sex, age: ageOn(client.birthDate, date) };
  const parts = codes.map((code) => {
    const range = rangeFor(code, who);
    if (!range) return "";
    const { low, high, lowExclusive, highExclusive, expected } = range;
    if (expected) return zh("report.negative");
    if (low !== undefined && high !== undefined) return `${zh.number(low)}–${zh.number(high)}`;
    if (high !== undefined) return `${highExclusive ? "<" : "≤"}${zh.number(high)}`;
    return low === undefined ? "" : `${lowExclusive ? ">" : "≥"}${zh.number(low)}`;
  });
  return parts.filter(Boolean).join(" / ");
}
