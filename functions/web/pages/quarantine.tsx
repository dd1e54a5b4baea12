import {
  heldList,
  linkHeld,
  putBack,
  readHeld,
  setAside,
  unlinkHeld,
  unlinkResults,
} from "../../../shared/loop/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { List } from "./quarantine/List.tsx";
import { Sheet } from "./quarantine/Sheet.tsx";

async function list({ ctx, t, frame, query }: PageCall) {
  const lists = await heldList(ctx, query.get("from") ?? undefined);
  return (
    <Page {...frame} title={t("quarantine.title")} current="quarantine">
      <div class="head">
        <div>
          <h1>{t("quarantine.title")}</h1>
          <p>{t("quarantine.sub", { n: lists.total })}</p>
        </div>
      </div>
      <List t={t} lists={lists} />
    </Page>
  );
}

const markOf = ({ params }: PageCall): string => params["mark"] ?? "";

async function one(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, form } = call;
  const view = await readHeld(ctx, markOf(call), form.text("find"));
  const title = t("quarantine.one", { date: t.fullDay(view.row.date) });
  return (
    <Page {...frame} path={`/quarantine/${view.held.mark}`} title={title} current="quarantine">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>
            <a href="/quarantine">{t("quarantine.title")}</a> · {view.row.source}
          </p>
        </div>
      </div>
      <Sheet call={call} view={view} mends={mends} />
    </Page>
  );
}

async function link(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const { linked, date } = await linkHeld(ctx, markOf(call), { client: form.text("client") });
    const number = linked?.client ?? "";
    // What stayed out is said where it can be read again, not in passing.
    if (linked?.older)
      return see(`/quarantine/${markOf(call)}`, {
        text: t("quarantine.done-older", { n: linked.older.length }),
      });
    return see(`/results/${number}/${date}`, { text: t("quarantine.done", { number }) });
  } catch (error) {
    return one(call, mendsFor(t, error));
  }
}

async function unlink(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    await unlinkHeld(ctx, markOf(call), { reason: form.text("reason") });
    return see(`/quarantine/${markOf(call)}`, { text: t("quarantine.undone") });
  } catch (error) {
    return one(call, mendsFor(t, error));
  }
}

async function aside(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    await setAside(ctx, markOf(call), { reason: form.text("reason") });
    return see("/quarantine", { text: t("quarantine.set-aside-done") });
  } catch (error) {
    return one(call, mendsFor(t, error));
  }
}

async function back(call: PageCall) {
  await putBack(call.ctx, markOf(call));
  return see(`/quarantine/${markOf(call)}`, { text: call.t("quarantine.put-back-done") });
}

async function takeOut(call: PageCall) {
  const { ctx, t, form, params } = call;
  const [number = "", date = "", n] = [params["client"], params["date"], params["group"]];
  try {
    const { mark } = await unlinkResults(ctx, number, date, Number(n), { reason: form.text("reason") });
    return see(`/quarantine/${mark}`, { text: t("quarantine.undone") });
  } catch (error) {
    const [first] = mendsFor(t, error).all;
    return see(`/results/${number}/${date}`, { text: first?.message ?? "" });
  }
}

export const quarantinePages: PageRoute[] = [
  { method: "GET", path: "/quarantine", action: "quarantine:work", run: list },
  { method: "GET", path: "/quarantine/:mark", action: "quarantine:work", run: (call) => one(call) },
  { method: "POST", path: "/quarantine/:mark/find", action: "quarantine:work", run: (call) => one(call) },
  { method: "POST", path: "/quarantine/:mark/link", action: "quarantine:work", run: link },
  { method: "POST", path: "/quarantine/:mark/unlink", action: "quarantine:work", run: unlink },
  { method: "POST", path: "/quarantine/:mark/set-aside", action: "quarantine:work", run: aside },
  { method: "POST", path: "/quarantine/:mark/put-back", action: "quarantine:work", run: back },
  { method: "POST", path: "/results/:client/:date/:group/unlink", action: "quarantine:work", run: takeOut },
];
