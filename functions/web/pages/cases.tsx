import {
  type CaseLook,
  caseOf,
  casesOf,
  closeCase,
  loseContact,
  type RecordContact,
  recordContact,
  recordLook,
} from "../../../shared/monitoring/index.ts";
import { Banner, Empty } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { casePath } from "./cases/in-words.ts";
import { List } from "./cases/List.tsx";
import { Sheet } from "./cases/Sheet.tsx";
import { bannerOf } from "./client/banner-of.ts";
import { staffNames } from "./client/staff-names.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";

async function list(call: PageCall) {
  const { ctx, t, frame } = call;
  const { rows, more, pressing } = await casesOf(ctx);
  return (
    <Page {...frame} title={t("cases.title")} current="critical">
      <div class="head">
        <div>
          <h1>{t("cases.title")}</h1>
          <p>{t("cases.sub", { n: rows.length + more, now: pressing })}</p>
        </div>
      </div>
      {rows.length ? (
        <List call={call} rows={rows} />
      ) : (
        <section class="card">
          <Empty t={t}>{t("cases.none")}</Empty>
        </section>
      )}
      {more ? <p class="small quiet">{t("cases.more", { n: more })}</p> : null}
    </Page>
  );
}

const show = (call: PageCall) => pageOf(call, nothingToMend);

const whichOf = ({ params }: PageCall) => ({ client: params["client"] ?? "", id: params["id"] ?? "" });

async function pageOf(call: PageCall, mends: Mends) {
  const { ctx, t, frame } = call;
  const which = whichOf(call);
  const [found, staff] = await Promise.all([caseOf(ctx, which.client, which.id), staffNames(ctx, t)]);
  const { client } = found;
  return (
    <Page
      {...frame}
      path={casePath(which)}
      title={t("cases.title-of", { number: client.number })}
      current="critical"
      banner={
        <Banner
          t={t}
          client={bannerOf(t, client, ctx.now(), { grade: "unseen", manager: staff.of(client.manager) })}
        >
          <a class="btn" href="/cases">
            {t("cases.strip-open")}
          </a>
        </Banner>
      }
    >
      <Sheet call={call} one={found.case} others={found.others} client={client} staff={staff} mends={mends} />
    </Page>
  );
}

/** A form of the page: done, the case again with what was done; refused, the same page with what was typed. */
const act =
  (run: (call: PageCall, which: { client: string; id: string }) => Promise<string>) =>
  async (call: PageCall) => {
    const which = whichOf(call);
    try {
      return see(casePath(which), { text: await run(call, which) });
    } catch (error) {
      return pageOf(call, mendsFor(call.t, error));
    }
  };

const contact = act(async ({ ctx, t, form }, which) => {
  const said = {
    ...which,
    person: form.text("person") as RecordContact["person"],
    channel: form.text("channel") as RecordContact["channel"],
    outcome: form.text("outcome") as RecordContact["outcome"],
    also: form.all("also"),
    ...(form.text("note") ? { note: form.text("note") } : {}),
  };
  await recordContact(ctx, said, form.maybe("key"));
  return t("cases.recorded", { number: which.client });
});

const look = act(async ({ ctx, t, form }, which) => {
  const made = form.text("look") as CaseLook["look"];
  await recordLook(ctx, { ...which, look: made, note: form.text("note") });
  return t("cases.looked-done", { number: which.client });
});

const lost = act(async ({ ctx, t }, { client, id }) => {
  await loseContact(ctx, client, id);
  return t("cases.lost-done", { number: client });
});

const close = act(async ({ ctx, t, form }, which) => {
  await closeCase(ctx, { ...which, word: form.text("word") });
  return t("cases.closed-done", { number: which.client });
});

const one = "/cases/:client/:id";

export const casesPages: PageRoute[] = [
  { method: "GET", path: "/cases", action: "case:read", run: list },
  { method: "GET", path: one, action: "case:read", run: show },
  { method: "POST", path: `${one}/contact`, action: "case:work", run: contact },
  { method: "POST", path: `${one}/look`, action: "case:work", run: look },
  { method: "POST", path: `${one}/lost`, action: "case:work", run: lost },
  { method: "POST", path: `${one}/close`, action: "case:work", run: close },
];
