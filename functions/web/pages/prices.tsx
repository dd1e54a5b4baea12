import { localDate } from "../../../shared/kernel/time.ts";
import { readPriceBook, withdrawPrice, writePrice } from "../../../shared/testing/index.ts";
import { Chips } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { among } from "./forms/among.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { Coming } from "./prices/Coming.tsx";
import { EditPage } from "./prices/EditPage.tsx";
import { editionIn, kinds } from "./prices/edition-form.ts";
import { Items } from "./prices/Items.tsx";
import { Levels, ListsOf, Services } from "./prices/Tables.tsx";

const home = "/settings/catalogue";
const tabs = ["items", "services", "packages", "lists"] as const;

async function show(call: PageCall, refused: Mends = nothingToMend) {
  const { ctx, t, frame, query, form } = call;
  const tab = among(tabs, form.text("tab") || (query.get("show") ?? "")) ?? "items";
  const { prices, kept } = await readPriceBook(ctx);
  const Table = { items: Items, services: Services, packages: Levels, lists: ListsOf }[tab];
  return (
    <Page {...frame} path={`${home}?show=${tab}`} title={t("price.title")} current="catalogue">
      <div class="head">
        <div>
          <h1>{t("price.title")}</h1>
          <p>{t("price.sub", { day: t.fullDay(prices.date) })}</p>
        </div>
      </div>
      <Chips
        label={t("price.title")}
        items={tabs.map((one) => ({
          href: `${home}?show=${one}`,
          word: t(`price.tab.${one}`),
          chosen: one === tab,
        }))}
      />
      <section class="card">
        <Table call={call} prices={prices} />
      </section>
      <Coming call={call} tab={tab} kept={kept} today={localDate(ctx.now())} mends={refused} />
    </Page>
  );
}

async function edit(call: PageCall, refused: Mends = nothingToMend) {
  return <EditPage call={call} book={await readPriceBook(call.ctx)} mends={refused} />;
}

/** Writes the edition a form describes; a refused form keeps what was typed. */
async function write(call: PageCall) {
  const { ctx, t, params } = call;
  try {
    const edition = await writePrice(ctx, editionIn(call));
    const tab = kinds[edition.kind](edition.id);
    return see(`${home}?show=${tab}`, { text: t("price.written", { day: t.fullDay(edition.from) }) });
  } catch (error) {
    return edit({ ...call, params }, mendsFor(t, error));
  }
}

async function withdraw(call: PageCall) {
  const { ctx, t, form } = call;
  const kind = among(["part", "package", "list"], form.text("kind")) ?? "part";
  try {
    await withdrawPrice(ctx, { kind, id: form.text("id"), from: form.text("from"), why: form.text("why") });
  } catch (error) {
    return show(call, mendsFor(t, error));
  }
  return see(`${home}?show=${among(tabs, form.text("tab")) ?? "items"}`, { text: t("price.withdrawn") });
}

export const pricePages: PageRoute[] = [
  { method: "GET", path: home, action: "price:read", run: (call) => show(call) },
  { method: "POST", path: `${home}/withdraw`, action: "price:change", run: withdraw },
  { method: "GET", path: `${home}/:kind/:id`, action: "price:change", run: (call) => edit(call) },
  { method: "POST", path: `${home}/:kind/:id`, action: "price:change", run: write },
];
