import { openFile } from "../../../shared/loop/index.ts";
import {
  declineFollowUp,
  followUpOf,
  type OutcomeKind,
  recordElsewhere,
  recordOutcome,
  snoozeFollowUp,
  type WorklistRow,
  worklistFilters,
} from "../../../shared/monitoring/index.ts";
import { type ExamResults, examsOf, resultGroupsOf } from "../../../shared/testing/index.ts";
import { Chips, Empty, KeyCap, SearchBox } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import type { Text } from "../text/index.ts";
import { casesStrip } from "./cases/Strip.tsx";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { NoPane, Pane } from "./worklist/Pane.tsx";
import { Rows } from "./worklist/Rows.tsx";
import { hrefOf, moreRows, type Shown, shownList } from "./worklist/view.ts";

const show = (call: PageCall) => pageOf(call, nothingToMend);

async function pageOf(call: PageCall, mends: Mends) {
  const { ctx, t, frame } = call;
  const asked = await shownList(call);
  const first = asked.list.rows[0];
  const open = asked.view.open ?? (first && { client: first.client.number, id: first.followUp.id });
  const shown: Shown = { ...asked, view: { ...asked.view, open } };
  const [exams, file, strip] = await Promise.all([
    examsOfRows(call, asked.list.rows),
    open ? openFile(ctx, open.client) : undefined,
    casesStrip(call),
  ]);
  const row = asked.list.rows.find(
    (one) => one.followUp.id === open?.id && one.client.number === open.client,
  );
  return (
    <Page {...frame} path={hrefOf(asked.view)} title={t("worklist.title")} current="worklist" wide>
      <section aria-labelledby="worklist-title" data-behind={asked.view.open ? "" : undefined}>
        <div class="head">
          <div>
            <h1 id="worklist-title">{t("worklist.title")}</h1>
            <p>{t("worklist.sub", { n: asked.list.counts.all, day: t.longDay(asked.list.today) })}</p>
          </div>
          <SearchBox t={t} action="/clients/find" />
        </div>
        {strip}
        <Filters t={t} shown={asked} />
        {asked.list.rows.length ? (
          <Rows t={t} shown={shown} exams={exams} />
        ) : (
          <div class="card">
            <Empty t={t}>
              {asked.list.nextDue
                ? t("worklist.next-due", { day: t.longDay(asked.list.nextDue) })
                : t("worklist.none")}
            </Empty>
          </div>
        )}
        <Foot t={t} shown={asked} />
      </section>
      {row && file ? (
        <Pane call={call} shown={shown} row={row} file={file} mends={mends} />
      ) : (
        <NoPane t={t} shown={asked} />
      )}
    </Page>
  );
}

/** Last values of everybody the list shows; the list's own trace names them. */
async function examsOfRows(
  { ctx }: PageCall,
  rows: readonly WorklistRow[],
): Promise<Map<string, ExamResults[]>> {
  const numbers = [...new Set(rows.map(({ client }) => client.number))];
  return new Map(
    await Promise.all(
      numbers.map(async (number) => [number, examsOf(await resultGroupsOf(ctx, number))] as const),
    ),
  );
}

function Filters({ t, shown }: { t: Text; shown: Shown }) {
  const { view, list, staff } = shown;
  const managers = staff.all.filter(({ roles }) => roles.includes("health-manager")).map(({ id }) => id);
  const lists = [...new Set([...managers, view.of, ""])];
  return (
    <>
      <Chips
        label={t("worklist.filter")}
        items={worklistFilters.map((filter) => ({
          href: hrefOf(view, { filter, open: undefined }),
          word: t(`worklist.filter.${filter}`),
          count: list.counts[filter],
          chosen: filter === view.filter,
        }))}
      />
      {lists.length > 1 ? (
        <Chips
          label={t("worklist.whose")}
          items={lists.map((of) => ({
            href: hrefOf(view, { of, open: undefined }),
            word: staff.of(of) ?? t("worklist.nobodys"),
            chosen: of === view.of,
          }))}
        />
      ) : null}
    </>
  );
}

function Foot({ t, shown }: { t: Text; shown: Shown }) {
  const { list, view } = shown;
  const total = list.rows.length + list.more;
  if (!total) return null;
  return (
    <div class="foot">
      <p>
        {t("worklist.shown", { n: list.rows.length, total })}{" "}
        {list.more ? (
          <a href={hrefOf(view, { rows: view.rows + moreRows })}>
            {t("worklist.more", { n: Math.min(moreRows, list.more) })}
          </a>
        ) : null}
      </p>
      <p class="keys">
        <KeyCap name="j" /> <KeyCap name="k" /> {t("kit.key-move")} <KeyCap name="Enter" />{" "}
        {t("worklist.key-open")} <KeyCap name="s" /> {t("kit.key-snooze")} <KeyCap name="u" />{" "}
        {t("kit.key-undo")}
      </p>
    </div>
  );
}

/** A form of the pane: done, the list again with what was done; refused, the same page with what was typed. */
const act =
  (run: (call: PageCall, client: string, id: string) => Promise<Parameters<typeof see>[1]>) =>
  async (call: PageCall) => {
    const { form, t } = call;
    staffAt(call.actor);
    try {
      const toast = await run(call, form.text("client"), form.text("id"));
      const query = new URLSearchParams({ filter: form.text("filter") || "all", of: form.text("of") });
      return see(`/worklist?${query}`, toast);
    } catch (error) {
      return pageOf(call, mendsFor(t, error));
    }
  };

const snooze = act(async ({ ctx, t, form }, client, id) => {
  const until = form.text("until");
  const before = await followUpOf(ctx, client, id);
  await snoozeFollowUp(ctx, { client, id, until });
  const text = t("worklist.snoozed", { number: client, day: t.day(until) });
  const mayGoBack = before && before.due > ctx.now().slice(0, 10) && before.due !== until;
  return mayGoBack
    ? {
        text,
        undo: {
          action: "/worklist/snooze",
          fields: { client, id, until: before.due, filter: form.text("filter"), of: form.text("of") },
        },
      }
    : { text };
});

const decline = act(async ({ ctx, t, form }, client, id) => {
  await declineFollowUp(ctx, { client, id, reason: form.text("reason") });
  return { text: t("worklist.declined-done", { number: client }) };
});

const elsewhere = act(async ({ ctx, t, form }, client, id) => {
  const seen = { date: form.text("date"), place: form.text("place"), reason: form.text("reason") };
  await recordElsewhere(ctx, { client, id, ...seen });
  return { text: t("worklist.elsewhere-done", { number: client }) };
});

const outcome = act(async ({ ctx, t, form }, client, id) => {
  const kind = form.text("kind") as OutcomeKind;
  const date = form.maybe("date");
  await recordOutcome(ctx, { client, id, kind, note: form.text("note"), ...(date ? { date } : {}) });
  return { text: t("worklist.outcome-done", { number: client }) };
});

export const worklistPages: PageRoute[] = [
  { method: "GET", path: "/worklist", action: "follow-up:work", run: show },
  { method: "POST", path: "/worklist/snooze", action: "follow-up:snooze", run: snooze },
  { method: "POST", path: "/worklist/decline", action: "follow-up:work", run: decline },
  { method: "POST", path: "/worklist/elsewhere", action: "follow-up:work", run: elsewhere },
  { method: "POST", path: "/worklist/outcome", action: "follow-up:work", run: outcome },
];
