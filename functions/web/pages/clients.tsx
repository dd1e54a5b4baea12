import { type ClientCard, findClients, panelClients } from "../../../shared/clients/index.ts";
import { Chips, Empty, SearchBox } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import { Found } from "./clients/Found.tsx";
import { staffAt } from "./forms/staff.ts";

const fileOf = ({ number }: ClientCard): string => `/clients/${number}`;

async function panel({ ctx, t, actor, query, frame }: PageCall) {
  const staff = staffAt(actor);
  const keepsPanel = staff.roles.includes("health-manager");
  const nobodys = query.get("panel") === "none";
  const clients = keepsPanel ? await panelClients(ctx, nobodys ? "none" : staff.id) : [];
  return (
    <Page {...frame} title={t("clients.title")} current="clients">
      <Head t={t} sub={keepsPanel ? t("clients.panel-sub") : t("clients.search-sub")} />
      {keepsPanel ? (
        <Chips
          label={t("clients.panels")}
          items={[
            { href: "/clients", word: t("clients.mine"), chosen: !nobodys },
            { href: "/clients?panel=none", word: t("clients.nobodys"), chosen: nobodys },
          ]}
        />
      ) : null}
      {keepsPanel && clients.length ? (
        <Found t={t} ctx={ctx} caption={t("clients.title")} clients={clients} hrefOf={fileOf} />
      ) : (
        <section class="card">
          <Empty t={t} title={keepsPanel ? t("clients.panel-empty") : t("clients.start")}>
            {keepsPanel ? t("clients.panel-empty-hint") : t("clients.start-hint")}
          </Empty>
        </section>
      )}
    </Page>
  );
}

async function find({ ctx, t, form, frame }: PageCall) {
  const typed = form.text("find");
  const clients = await findClients(ctx, typed);
  return (
    <Page {...frame} path="/clients" title={t("clients.title")} current="clients">
      <Head t={t} typed={typed} sub={t("clients.found", { n: clients.length })} />
      <Found t={t} ctx={ctx} caption={t("clients.title")} clients={clients} hrefOf={fileOf} />
    </Page>
  );
}

function Head({ t, sub, typed }: Pick<PageCall, "t"> & { sub: string; typed?: string }) {
  return (
    <div class="head">
      <div>
        <h1>{t("clients.title")}</h1>
        <p>{sub}</p>
      </div>
      <SearchBox t={t} action="/clients/find" value={typed} placeholder={t("clients.find-by")} />
    </div>
  );
}

export const clientsPages: PageRoute[] = [
  { method: "GET", path: "/clients", action: "client:search", run: panel },
  { method: "POST", path: "/clients/find", action: "client:search", run: find },
];
