import type { WorklistRow } from "../../../../shared/monitoring/index.ts";
import { worklistGroups } from "../../../../shared/monitoring/index.ts";
import type { ExamResults } from "../../../../shared/testing/index.ts";
import { Sparkline } from "../../charts/index.ts";
import { DueMark, Flag, NameOf, sexAndAge } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { glance, seenOver } from "../client/measures.ts";
import { scriptsOf } from "../clients/person.ts";
import { mainMeasure } from "./looked-at.ts";
import { hrefOf, type Shown } from "./view.ts";

type Exams = ReadonlyMap<string, ExamResults[]>;

/** Open follow-ups in the order the day needs them. The open row is marked; j and k move, Enter opens. */
export function Rows(props: { t: Text; shown: Shown; exams: Exams; ticks: boolean }) {
  const { t, shown, exams, ticks } = props;
  const { list } = shown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys work while the list has the focus; it groups no fields
    <div class="worklist" role="group" aria-label={t("worklist.caption")} data-list>
      <table class="table wl">
        <caption class="sr">{t("worklist.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("worklist.client")}</th>
            <th scope="col">{t("worklist.what")}</th>
            <th scope="col">{t("worklist.by")}</th>
            <th scope="col">{t("worklist.last")}</th>
          </tr>
        </thead>
        {worklistGroups.map((group) => {
          const rows = list.rows.filter((row) => row.group === group);
          return rows.length ? (
            <tbody>
              <tr class="grp">
                <th colspan={4} scope="rowgroup">
                  {t(`worklist.group.${group}`)} <span class="quiet">· {rows.length}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <Line
                  t={t}
                  row={row}
                  shown={shown}
                  exams={exams.get(row.client.number) ?? []}
                  ticks={ticks}
                />
              ))}
            </tbody>
          ) : null;
        })}
      </table>
    </div>
  );
}

function Line(props: { t: Text; row: WorklistRow; shown: Shown; exams: ExamResults[]; ticks: boolean }) {
  const { t, row, shown, exams, ticks } = props;
  const { followUp, client } = row;
  const open = shown.view.open?.id === followUp.id && shown.view.open.client === client.number;
  const href = hrefOf(shown.view, { open: { client: client.number, id: followUp.id } });
  return (
    <tr aria-current={open ? "true" : undefined}>
      <td>
        {ticks ? (
          <input
            type="checkbox"
            class="pick"
            name="clients"
            value={client.number}
            form="bulk"
            aria-label={t("spine.tick", { number: client.number })}
          />
        ) : null}
        <a class="who" href={href} data-row aria-keyshortcuts="j k">
          <NameOf t={t} name={scriptsOf(client)} />
        </a>
        <span class="sub">
          {sexAndAge(t, client)} · <span class="nowrap">{client.number}</span>
        </span>
      </td>
      <td>
        {t.pick(followUp.name)}
        <span class="sub">{t.pick(followUp.act)}</span>
      </td>
      <td>
        <When t={t} row={row} />
        <span class="sub">
          {stateText(t, row)}
          {followUp.again && followUp.again > shown.list.today
            ? ` · ${t("spine.again", { day: t.day(followUp.again) })}`
            : null}
        </span>
      </td>
      <Last t={t} row={row} exams={exams} />
    </tr>
  );
}

/** When the window closes: what the groups go by. */
export function When({ t, row }: { t: Text; row: Pick<WorklistRow, "followUp" | "days"> }) {
  const { days, followUp } = row;
  if (days < 0) return <DueMark t={t} due={{ is: "overdue", days: -days }} />;
  if (days === 0) return <DueMark t={t} due={{ is: "today" }} />;
  const day =
    days <= 7
      ? `${t.weekday(followUp.overdueAfter)} ${t.day(followUp.overdueAfter)}`
      : t.date(followUp.overdueAfter);
  return <DueMark t={t} due={{ is: "later", day }} />;
}

export function stateText(t: Text, { followUp }: Pick<WorklistRow, "followUp">): string {
  if (followUp.attention) return t(`client.attention.${followUp.attention}`);
  if (followUp.booking && followUp.state === "booked")
    return t("client.booked-for", { day: t.day(followUp.booking.date) });
  return t(`client.follow-up.${followUp.state}`);
}

function Last({ t, row, exams }: { t: Text; row: WorklistRow; exams: readonly ExamResults[] }) {
  const measure = mainMeasure(row.followUp, exams);
  const seen = measure ? seenOver(t, measure, exams, row.client) : [];
  const last = seen.at(-1);
  if (!measure || !last)
    return (
      <td class="last">
        <span>
          <span class="unit">{t("worklist.no-value")}</span>
        </span>
      </td>
    );
  return (
    <td class="last">
      <span>
        <span class="value">{last.text}</span> <span class="unit">{measure.unit}</span>
        {last.flag ? <Flag t={t} flag={last.flag} /> : null}
      </span>
      <Sparkline values={glance(seen)} flag={last.flag} />
    </td>
  );
}
