import { ageOn } from "../../../../shared/kernel/time.ts";
import { catalogueItem, type ExamResults, itemGroups, rangeFor } from "../../../../shared/testing/index.ts";
import { rangeInWords } from "../../charts/index.ts";
import { Flag, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { type Measure, measuresIn, seenAt } from "../client/measures.ts";

type Whom = { sex: "female" | "male"; birthDate: string };

/** Every value of an exam in the groups of the catalogue: range, flag in words, the value before. */
export function Values(props: { t: Text; exam: ExamResults; before: readonly ExamResults[]; whom: Whom }) {
  const { t, exam } = props;
  const measures = measuresIn(exam);
  const inGroup = (group: string) =>
    measures.filter(({ codes }) => (catalogueItem(codes[0] ?? "")?.group ?? "other") === group);
  const known = Object.keys(itemGroups).filter((group) => inGroup(group).length);
  return (
    <>
      {known.map((group) => (
        <section class="card values" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t.pick(itemGroups[group] ?? { en: group, zh: group })}</h2>
          <MarkedTable
            caption={t.pick(itemGroups[group] ?? { en: group, zh: group })}
            columns={[{ head: t("me.item") }, { head: t("me.result"), figure: true }, { head: t("me.says") }]}
            rows={inGroup(group).map((measure) => ({ cells: cellsOf(props, measure) }))}
          />
        </section>
      ))}
    </>
  );
}

function cellsOf({ t, exam, before, whom }: Parameters<typeof Values>[0], measure: Measure) {
  const seen = seenAt(t, measure, exam, whom);
  const last = before.map((one) => seenAt(t, measure, one, whom)).find((one) => one !== undefined);
  const who = { sex: whom.sex, age: ageOn(whom.birthDate, exam.date) };
  const limits = measure.codes
    .map((code) => rangeFor(code, who))
    .map((range) => rangeInWords(t, range?.low, range?.high))
    .filter(Boolean);
  return [
    <>
      {t.pick(measure.name)}
      {limits.length ? <span class="sub">{limits.join(" / ")}</span> : null}
    </>,
    <>
      {seen?.text}
      <span class="sub">{measure.unit}</span>
    </>,
    <>
      {seen?.flag ? <Flag t={t} flag={seen.flag} /> : <span class="quiet small">{t("me.no-range")}</span>}
      {last ? (
        <span class="sub">{t("me.before", { value: last.text, year: last.date.slice(0, 4) })}</span>
      ) : null}
    </>,
  ];
}
