import type { ClientFile } from "../../../../shared/loop/index.ts";
import { newestExam } from "../../../../shared/testing/index.ts";
import { Sparkline } from "../../charts/index.ts";
import { type Column, Flag, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { Gone } from "./Gone.tsx";
import { glance, type Measure, measuresIn, type Seen, seenOver } from "./measures.ts";

const enough = 6;

/** What the newest exam has against the one before: everything flagged or told of first, the rest folded. */
export function Changed({ t, file }: { t: Text; file: ClientFile }) {
  const [newest, before] = file.exams.filter(({ answersOnly }) => !answersOnly);
  if (!newest) return <p class="quiet">{t("client.no-results")}</p>;
  const told = new Set(
    file.assessment?.date === newest.date
      ? file.assessment.findings.flatMap(({ evidence }) => evidence.map(({ item }) => item))
      : [],
  );
  const rows = measuresIn(newest)
    .map((measure) => ({ measure, seen: seenOver(t, measure, file.exams, file.client) }))
    .toSorted((a, b) => rank(b, told) - rank(a, told));
  const [first, rest] = [rows.slice(0, enough), rows.slice(enough)];
  return (
    <>
      <header>
        <h2>{t(before ? "client.changed" : "client.first-visit")}</h2>
        <span class="quiet small">
          {before
            ? t("client.changed-from", { from: t.date(before.date), to: t.date(newest.date) })
            : t.date(newest.date)}
        </span>
      </header>
      <Table t={t} file={file} rows={first} caption={t("client.changed")} />
      {file.assessment?.date === newest.date ? (
        <Gone t={t} assessment={file.assessment} exams={file.exams} whom={file.client} reader="staff" />
      ) : null}
      <p class="small">
        <a href={`/clients/${file.client.number}/scores`}>{t("score.heading")}</a>
      </p>
      {rest.length ? (
        <details>
          <summary>{t("client.others", { n: rest.length, day: t.date(newest.date) })}</summary>
          <Table
            t={t}
            file={file}
            rows={rest}
            caption={t("client.others", { n: rest.length, day: t.date(newest.date) })}
          />
        </details>
      ) : null}
    </>
  );
}

interface Line {
  measure: Measure;
  /** Oldest first; the last one is of the newest exam. */
  seen: Seen[];
}

const flagged = (line: Line): boolean => !["N", undefined].includes(line.seen.at(-1)?.flag);

const rank = (line: Line, told: ReadonlySet<string>): number =>
  (flagged(line) ? 2 : 0) + (line.measure.codes.some((code) => told.has(code)) ? 1 : 0);

function Table({
  t,
  file,
  rows,
  caption,
}: {
  t: Text;
  file: ClientFile;
  rows: readonly Line[];
  caption: string;
}) {
  const columns: Column[] = [
    { head: t("client.measure"), silent: true },
    { head: t("client.last"), figure: true },
    { head: t("client.now"), figure: true },
    { head: t("client.flag") },
    { head: t("client.turns") },
    { head: t("client.reads") },
  ];
  return (
    <MarkedTable
      caption={caption}
      kind="changes"
      columns={columns}
      rows={rows.map((line) => {
        const now = line.seen.at(-1);
        const last = line.seen.at(-2);
        return {
          cells: [
            <>
              <a href={`/clients/${file.client.number}/trend/${line.measure.codes[0]}`}>
                {t.pick(line.measure.name)}
              </a>{" "}
              <span class="unit">{line.measure.unit}</span>
            </>,
            <span class="quiet">{last?.text ?? "–"}</span>,
            <span class="value">{now?.text}</span>,
            now?.flag ? <Flag t={t} flag={now.flag} /> : null,
            <Sparkline values={glance(line.seen)} flag={now?.flag} />,
            <span class="quiet">{readsAs(t, file, line)}</span>,
          ],
        };
      })}
    />
  );
}

/** What the assessment calls it, else which way the number went. */
function readsAs(t: Text, { assessment, exams }: ClientFile, { measure, seen }: Line): string {
  const finding =
    assessment?.date === newestExam(exams)?.date
      ? assessment?.findings.find(
          (one) => one.class !== "normal" && measure.codes.includes(one.evidence[0]?.item ?? ""),
        )
      : undefined;
  if (finding) return t.pick(finding.name);
  const [last, now] = [seen.at(-2), seen.at(-1)];
  if (!last) return t("client.reads-new");
  if (last.value === undefined || now?.value === undefined || measure.codes.length > 1)
    return last.text === now?.text ? t("client.reads-same") : "";
  const step = Math.round((now.value - last.value) * 1000) / 1000;
  if (step === 0) return t("client.reads-same");
  return t(step > 0 ? "client.reads-up" : "client.reads-down", { n: t.number(Math.abs(step)) });
}
