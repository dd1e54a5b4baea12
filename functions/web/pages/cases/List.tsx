import { type CaseRow, caseAsks } from "../../../../shared/monitoring/index.ts";
import { Flag, Icon, NameOf, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import {
  asksToTell,
  casePath,
  clockText,
  flagOfCase,
  longText,
  minutesBetween,
  nextText,
  whatOf,
} from "./in-words.ts";

/** Open cases in groups by what they ask for; the rows of a group keep the list's order. */
export function List({ call, rows }: { call: PageCall; rows: readonly CaseRow[] }) {
  const { t } = call;
  const groups = caseAsks.flatMap((ask) => {
    const mine = rows.filter((row) => row.case.ask === ask);
    return mine.length ? [{ ask, rows: mine }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys work while the list has the focus; it groups no fields
    <div class="worklist" role="group" aria-label={t("cases.caption")} data-list>
      <table class="table rq cs">
        <caption class="sr">{t("cases.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("cases.client")}</th>
            <th scope="col">{t("cases.what")}</th>
            <th scope="col">{t("cases.open-for")}</th>
            <th scope="col">{t("cases.next")}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody data-ask={group.ask}>
            <tr class="grp">
              <th colspan={4} scope="rowgroup">
                {t(`cases.group.${group.ask}`)} <span class="quiet">· {group.rows.length}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <Line call={call} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Line({ call, row }: { call: PageCall; row: CaseRow }) {
  const { t, ctx } = call;
  const { client, case: one } = row;
  const now = ctx.now();
  return (
    <tr>
      <td>
        <a class="who" href={casePath(one)} data-row aria-keyshortcuts="j k">
          <NameOf t={t} name={scriptsOf(client)} />
        </a>
        <span class="sub">
          {sexAndAgeNow(t, ctx, client)} · <span class="nowrap">{client.number}</span>
        </span>
      </td>
      <td>
        {whatOf(t, one)} <Mark call={call} row={row} />
      </td>
      <td>
        <span class="nowrap">{longText(t, minutesBetween(one.openedAt, now))}</span>
        <Clock call={call} row={row} />
      </td>
      <td>{nextText(t, one)}</td>
    </tr>
  );
}

function Mark({ call, row }: { call: PageCall; row: CaseRow }) {
  const { t } = call;
  const flag = flagOfCase(row.case);
  if (row.case.kind === "safety")
    return asksToTell(row.case) ? <State is="stop" word={t("cases.safety-flag")} /> : null;
  if (row.case.corrected) return <State is="waiting" word={t("cases.next.close-corrected")} />;
  return flag ? <Flag t={t} flag={flag} /> : null;
}

/** The clock where somebody waits: a telling or a look. */
function Clock({ call, row }: { call: PageCall; row: CaseRow }) {
  const { t, ctx } = call;
  const { case: one } = row;
  if (one.ask === "wait" || one.ask === "close") return null;
  const words = clockText(t, one, ctx.now());
  const over = one.askBy <= ctx.now();
  if (over && asksToTell(one)) return <State is="stop" word={words} />;
  return (
    <span class="due" data-due={over ? "overdue" : "today"}>
      <Icon name="clock" />
      {words}
    </span>
  );
}
