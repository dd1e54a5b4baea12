import { unitText } from "../../../../shared/assessment/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import { ageOn } from "../../../../shared/kernel/time.ts";
import type { CaseView } from "../../../../shared/monitoring/index.ts";
import {
  catalogue,
  type ExamResults,
  flagOf,
  type Reading,
  rangeFor,
  type Who,
} from "../../../../shared/testing/index.ts";
import { ButtonLink, Flag, type FlagCode, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Alarms } from "../cases/Alarms.tsx";
import { asksToTell } from "../cases/in-words.ts";
import { wordOf } from "./EntryRow.tsx";
import { lastOf, rangeText } from "./rows.ts";

/** A word that is not the expected one is abnormal; a number has its range; anything else has no flag. */
function flagFor(code: string, { value, comparator }: Reading, who: Who): FlagCode | undefined {
  if (typeof value === "number") return comparator ? undefined : flagOf(code, value, who);
  const expected = rangeFor(code, who)?.expected;
  if (!expected) return undefined;
  return value === expected ? "N" : "A";
}

/** One exam as it is kept: every value with its flag, range and what it was before. */
export function Kept({
  call,
  client,
  exams,
  cases,
  date,
}: {
  call: PageCall;
  client: Client;
  exams: readonly ExamResults[];
  /** Cases of this exam. */
  cases: readonly CaseView[];
  date: string;
}) {
  const { t } = call;
  const who: Who = { sex: client.sex, age: ageOn(client.birthDate, date) };
  const exam = exams.find((one) => one.date === date);
  const rows = catalogue.flatMap((item) => {
    const reading = exam?.results[item.code];
    return reading ? [{ item, reading, flag: flagFor(item.code, reading, who) }] : [];
  });
  const calls = cases.some(asksToTell);
  return (
    <>
      <Alarms call={call} cases={cases} first />
      <div class="row">
        <ButtonLink href={`/clients/${client.number}`} kind={calls ? undefined : "main"} icon="person">
          {t("enrol.open")}
        </ButtonLink>
        <ButtonLink href={`/results?client=${client.number}&date=${date}`}>{t("results.more")}</ButtonLink>
        {calls ? null : <ButtonLink href="/results">{t("results.next")}</ButtonLink>}
      </div>
      <section class="card">
        <MarkedTable
          caption={t("results.kept")}
          columns={[
            { head: t("results.item") },
            { head: t("results.value"), figure: true },
            { head: t("results.flag") },
            { head: t("results.range") },
            { head: t("results.before") },
          ]}
          rows={rows.map(({ item, reading, flag }) => {
            const before = lastOf(
              exams.filter((one) => one.date < date),
              item.code,
              date,
            );
            return {
              cells: [
                t.pick(item.name),
                <>
                  <span class="value">
                    {reading.comparator ?? ""}
                    {wordOf(t, item.code, reading.value)}
                  </span>{" "}
                  <span class="unit">{unitText(reading.unit)}</span>
                </>,
                flag ? <Flag t={t} flag={flag} /> : "",
                rangeText(t, item.code, who),
                before ? `${wordOf(t, item.code, before.value)} · ${before.date}` : "–",
              ],
            };
          })}
        />
      </section>
    </>
  );
}
