import {
  type Closure,
  type Figure,
  followUpKind,
  indicators,
  type Quality,
  qualityCases,
  readQuality,
} from "../../../shared/loop/index.ts";
import { recheckRule } from "../../../shared/monitoring/index.ts";
import { Chips, MarkedTable } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import type { Text } from "../text/index.ts";
import { type StaffNames, staffNames } from "./client/staff-names.ts";

const periods = [1, 3, 12] as const;

const monthsIn = ({ query }: PageCall): number =>
  periods.find((months) => String(months) === query.get("months")) ?? 12;

const hrefOf = (code: string, months: number, of?: string): string => {
  const query = new URLSearchParams({ months: String(months), ...(of === undefined ? {} : { of }) });
  return `/quality/${code}?${query}`;
};

async function show(call: PageCall) {
  const { ctx, t, frame } = call;
  const months = monthsIn(call);
  const [quality, staff] = await Promise.all([readQuality(ctx, months), staffNames(ctx, t)]);
  return (
    <Page {...frame} title={t("quality.title")} current="quality">
      <div class="head">
        <div>
          <h1>{t("quality.title")}</h1>
          <p>{t("quality.sub", { from: quality.from, until: quality.until })}</p>
        </div>
      </div>
      <Chips
        label={t("quality.months")}
        items={periods.map((many) => ({
          href: `/quality?months=${many}`,
          word: t("quality.last", { n: many }),
          chosen: many === months,
        }))}
      />
      <section class="card" aria-labelledby="national">
        <h2 id="national">{t("quality.national")}</h2>
        <MarkedTable
          caption={t("quality.national")}
          kind="wide"
          columns={[
            { head: t("quality.code") },
            { head: t("quality.value"), figure: true },
            { head: t("quality.cases"), figure: true },
          ]}
          rows={quality.figures.map((figure) => ({ cells: cellsOf(t, figure, months) }))}
        />
      </section>
      <section class="card" aria-labelledby="closure">
        <h2 id="closure">{t("quality.closure")}</h2>
        <p>{closureText(t, quality.all)}</p>
        {quality.byRule.length ? (
          <>
            <h3>{t("quality.by-rule")}</h3>
            <Closures
              t={t}
              caption={t("quality.by-rule")}
              rows={quality.byRule}
              nameOf={(rule) => t.pick(recheckRule(rule).act)}
              subOf={(rule) => rule}
              hrefOf={(rule) => hrefOf(followUpKind, months, rule)}
            />
            <h3>{t("quality.by-manager")}</h3>
            <Closures
              t={t}
              caption={t("quality.by-manager")}
              rows={quality.byManager}
              nameOf={(manager) => managerName(t, staff, manager)}
              hrefOf={(manager) => hrefOf(followUpKind, months, manager)}
            />
          </>
        ) : null}
      </section>
    </Page>
  );
}

const managerName = (t: Text, staff: StaffNames, manager: string): string =>
  staff.of(manager) ?? t("worklist.nobodys");

function cellsOf(t: Text, figure: Figure, months: number) {
  const name = (
    <>
      {t.pick(figure.name)}
      <span class="sub">
        {figure.code} · {t.pick(figure.counts)}
      </span>
    </>
  );
  if (figure.kind === "not recorded") return [name, t("quality.not-recorded"), ""];
  const cases =
    figure.kind === "share" ? t("quality.of", { met: figure.met, of: figure.of }) : t.number(figure.of);
  const link = figure.of ? <a href={hrefOf(figure.code, months)}>{cases}</a> : "0";
  return [name, valueText(t, figure), link];
}

function valueText(t: Text, { kind, value }: Figure): string {
  if (value === undefined) return t("quality.no-case");
  return kind === "share" ? t.percent(value) : t("quality.days", { n: t.number(value, 1) });
}

function closureText(t: Text, all: Quality["all"]): string {
  const { opened, closed, median, ninetieth } = all;
  if (!opened) return t("quality.closure-none");
  return median === undefined || ninetieth === undefined
    ? t("quality.closure-open", { closed, opened })
    : t("quality.closure-all", { closed, opened, median, ninetieth });
}

function Closures(props: {
  t: Text;
  caption: string;
  rows: readonly Closure[];
  nameOf: (of: string) => string;
  subOf?: (of: string) => string;
  hrefOf: (of: string) => string;
}) {
  const { t, rows, nameOf } = props;
  const daysText = (days: number | undefined) => (days === undefined ? "–" : t.number(days));
  return (
    <MarkedTable
      caption={props.caption}
      kind="wide"
      columns={[
        { head: props.caption },
        { head: t("quality.opened"), figure: true },
        { head: t("quality.closed"), figure: true },
        { head: t("quality.rate"), figure: true },
        { head: t("quality.median"), figure: true },
        { head: t("quality.ninetieth"), figure: true },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <>
            <a href={props.hrefOf(row.of)}>{nameOf(row.of)}</a>
            {props.subOf ? <span class="sub">{props.subOf(row.of)}</span> : null}
          </>,
          t.number(row.opened),
          t.number(row.closed),
          t.percent(row.closed / row.opened),
          daysText(row.median),
          daysText(row.ninetieth),
        ],
      }))}
    />
  );
}

async function cases(call: PageCall) {
  const { ctx, t, frame, params, query } = call;
  const months = monthsIn(call);
  const code = params["code"] ?? "";
  const rows = await qualityCases(ctx, code, { months, of: query.get("of") ?? undefined });
  const indicator = indicators.find((one) => one.code === code);
  const title = indicator ? t.pick(indicator.name) : t("quality.closure");
  return (
    <Page {...frame} title={title} current="quality">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{indicator ? t.pick(indicator.counts) : null}</p>
        </div>
        <a class="btn" href={`/quality?months=${months}`}>
          {t("quality.back")}
        </a>
      </div>
      <section class="card">
        <p class="small quiet">{t("quality.shown", { n: rows.length })}</p>
        <MarkedTable
          caption={title}
          columns={[
            { head: t("quality.case") },
            { head: t("quality.when") },
            { head: t("quality.met") },
            { head: t("quality.median"), figure: true, silent: true },
          ]}
          rows={rows.map((row) => ({
            cells: [
              <a href={`/clients/${row.client}`}>{row.client}</a>,
              t.date(row.date),
              row.state
                ? t(`client.follow-up.${row.state as "done"}`)
                : t(row.met ? "quality.yes" : "quality.no"),
              row.days === undefined
                ? ""
                : t("quality.days", { n: t.number(row.days, row.days % 1 ? 1 : 0) }),
            ],
          }))}
        />
      </section>
    </Page>
  );
}

export const qualityPages: PageRoute[] = [
  { method: "GET", path: "/quality", action: "quality:read", run: show },
  { method: "GET", path: "/quality/:code", action: "quality:read", run: cases },
];
