import { mayEver } from "../../../shared/access/index.ts";
import { addDays, defaultZone, localDate } from "../../../shared/kernel/time.ts";
import { assignClients, openFile } from "../../../shared/loop/index.ts";
import {
  type CallOutcome,
  declineFollowUp,
  followUpOf,
  lookAgain,
  loseClient,
  type OutcomeKind,
  recordCall,
  recordElsewhere,
  recordOutcome,
  sendClaimBack,
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
import { staffNames } from "./client/staff-names.ts";
import { type Mends, mendOne, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { bulkForm } from "./worklist/Bulk.tsx";
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
  const [exams, file, strip, bulk] = await Promise.all([
    examsOfRows(call, asked.list.rows),
    open ? openFile(ctx, open.client) : undefined,
    casesStrip(call),
    bulkForm(call, asked),
  ]);
  const away = asked.list.standsInFor.map((one) => asked.staff.of(one) ?? one);
  const row = asked.list.rows.find(
    (one) => one.followUp.id === open?.id && one.client.number === open.client,
  );
  return (
    <Page {...frame} path={hrefOf(asked.view)} title={t("worklist.title")} current="worklist" wide>
      <section aria-labelledby="worklist-title" data-behind={asked.view.open ? "" : undefined}>
        <div class="head">
          <div>
            <h1 id="worklist-title">{t("worklist.title")}</h1>
            <p>
              {t("worklist.sub", { n: asked.list.counts.all ?? 0, day: t.longDay(asked.list.today) })}{" "}
              {away.length ? `${t("spine.stands-in", { names: t.list(away) })} ` : null}
              {mayEver(call.actor, "panel:plan") ? <a href="/panel">{t("panel.title")}</a> : null}
            </p>
          </div>
          <SearchBox t={t} action="/clients/find" />
        </div>
        {strip}
        <Filters t={t} shown={asked} />
        {asked.list.rows.length ? (
          <>
            <Rows t={t} shown={shown} exams={exams} ticks={bulk !== null} />
            {bulk}
          </>
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
        items={worklistFilters
          .filter((filter) => list.counts[filter] !== undefined)
          .map((filter) => ({
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
        {t("worklist.key-open")} <KeyCap name="e" /> {t("spine.aside")} <KeyCap name="s" />{" "}
        {t("kit.key-snooze")} <KeyCap name="u" /> {t("kit.key-undo")}
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
      return see(backTo(form), toast);
    } catch (error) {
      return pageOf(call, mendsFor(t, error));
    }
  };

/** The view the form came from, and the row after the one that was worked, where the form asks for it. */
function backTo(form: PageCall["form"]): string {
  const query = new URLSearchParams({ filter: form.text("filter") || "all", of: form.text("of") });
  if (form.has("goOn") && form.maybe("next")) query.set("open", form.text("next"));
  return `/worklist?${query}`;
}

const snooze = act(async ({ ctx, t, form }, client, id) => {
  const until = form.text("until");
  const before = await followUpOf(ctx, client, id);
  await snoozeFollowUp(ctx, { client, id, until });
  const text = t("worklist.snoozed", { number: client, day: t.day(until) });
  const mayGoBack = before && before.due > localDate(ctx.now(), before.zone) && before.due !== until;
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

const call = act(async ({ ctx, t, form }, client, id) => {
  const outcome = form.text("outcome") as CallOutcome;
  const note = form.maybe("note");
  const channel = form.text("channel") as "phone";
  const { again } = await recordCall(ctx, { client, id, channel, outcome, ...(note ? { note } : {}) });
  const said = { number: client, outcome: t(`spine.outcome.${outcome}`), day: t.day(again ?? "") };
  return { text: t("spine.called", said) };
});

const lost = act(async ({ ctx, t }, client, id) => {
  await loseClient(ctx, client, id);
  return { text: t("spine.lost-done", { number: client }) };
});

const aside = act(async ({ ctx, t, form }, client, id) => {
  const tomorrow = addDays(localDate(ctx.now(), defaultZone), 1);
  await lookAgain(ctx, { client, id, on: form.has("undo") ? undefined : tomorrow });
  if (form.has("undo")) return undefined;
  const fields = { client, id, undo: "1", filter: form.text("filter"), of: form.text("of") };
  return {
    text: t("spine.aside-done", { number: client }),
    undo: { action: "/worklist/aside", fields },
  };
});

const sendBack = act(async ({ ctx, t, form }, client, id) => {
  await sendClaimBack(ctx, { client, id, reason: form.text("reason") });
  return { text: t("spine.claim-back-done", { number: client }) };
});

/** The ticked clients to another manager; `back` names each with the manager it came from. */
async function assign(page: PageCall) {
  const { ctx, t, form, actor } = page;
  staffAt(actor);
  if (form.has("back")) {
    for (const one of form.text("back").split(" ")) {
      const [client = "", manager = ""] = one.split("~");
      await assignClients(ctx, [client], manager);
    }
    return see(backTo(form));
  }
  const ticked = form.all("clients");
  if (!ticked.length) return pageOf(page, mendOne("bulk-manager", t("spine.bulk-none")));
  try {
    const to = form.text("manager");
    const moved = await assignClients(ctx, ticked, to);
    const name = (await staffNames(ctx, t)).of(to) ?? to;
    const back = moved.map(({ client, from }) => `${client}~${from}`).join(" ");
    const fields = { back, filter: form.text("filter"), of: form.text("of") };
    return see(backTo(form), {
      text: t("spine.bulk-done", { n: moved.length, name }),
      ...(moved.length ? { undo: { action: "/worklist/assign", fields } } : {}),
    });
  } catch (error) {
    return pageOf(page, mendsFor(t, error));
  }
}

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
  { method: "POST", path: "/worklist/call", action: "follow-up:work", run: call },
  { method: "POST", path: "/worklist/lost", action: "follow-up:work", run: lost },
  { method: "POST", path: "/worklist/aside", action: "follow-up:work", run: aside },
  { method: "POST", path: "/worklist/send-back", action: "follow-up:work", run: sendBack },
  { method: "POST", path: "/worklist/assign", action: "client:change", run: assign },
];
