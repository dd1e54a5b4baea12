import { findClients, reachClient } from "../../../shared/clients/index.ts";
import { AppError } from "../../../shared/kernel/errors.ts";
import { changeSale, type Quote, quote, sell } from "../../../shared/loop/index.ts";
import { bookingOf, dayPrices, readSale, type Wanted, wantedFor } from "../../../shared/testing/index.ts";
import { ErrorSummary, NameOf, SearchBox } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { Found } from "./clients/Found.tsx";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { Key } from "./forms/Key.tsx";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { AddOns } from "./sell/AddOns.tsx";
import { Levels } from "./sell/Levels.tsx";
import { Lists } from "./sell/Lists.tsx";
import { Else, Parts } from "./sell/Parts.tsx";
import { Price } from "./sell/Price.tsx";
import { wishIn } from "./sell/wish.ts";

/** Whom it is for, and what the sale is about. */
interface About {
  client: string;
  booking: string;
  sale: string;
}

const hrefOf = ({ client, booking, sale }: About): string =>
  `/sell?${new URLSearchParams({ client, ...(booking ? { booking } : {}), ...(sale ? { sale } : {}) })}`;

async function start(call: PageCall) {
  const { query } = call;
  staffAt(call.actor);
  const of = (name: string) => query.get(name) ?? "";
  const about = { client: of("client"), booking: of("booking"), sale: of("sale") };
  if (!about.client) return choose(call);
  return show(call, about, await firstWish(call, about));
}

/** What the page begins with: the sale as it is, what the booking is for, or the first level whole. */
async function firstWish({ ctx, query }: PageCall, about: About): Promise<Wanted> {
  const { sex } = await reachClient(ctx, "sale:quote", about.client, true);
  if (about.sale) return (await readSale(ctx, about.client, about.sale)).sale.wanted;
  const prices = await dayPrices(ctx);
  const booked = about.booking ? await bookingOf(ctx, about.client, about.booking) : undefined;
  if (booked) return wantedFor(booked, sex, prices);
  return { package: prices.bundle(query.get("package") ?? "")?.id ?? prices.bundles[0]?.id };
}

async function choose(call: PageCall) {
  const { ctx, t, form, frame } = call;
  staffAt(call.actor);
  const typed = form.text("find");
  return (
    <Page {...frame} path="/sell" title={t("sell.title")} current="sell">
      <div class="head">
        <div>
          <h1>{t("sell.title")}</h1>
          <p>{t("sell.whom")}</p>
        </div>
        <SearchBox t={t} action="/sell/find" value={typed} placeholder={t("clients.find-by")} />
      </div>
      {typed ? (
        <Found
          t={t}
          ctx={ctx}
          caption={t("sell.whom")}
          clients={await findClients(ctx, typed)}
          hrefOf={({ number }) => hrefOf({ client: number, booking: "", sale: "" })}
        />
      ) : null}
    </Page>
  );
}

const aboutIn = ({ form }: PageCall): About => ({
  client: form.text("client"),
  booking: form.text("booking"),
  sale: form.text("sale"),
});

const quoted = (call: PageCall, about: About, wanted: Wanted): Promise<Quote> =>
  quote(call.ctx, about.client, {
    ...(about.sale
      ? {}
      : { lists: [...(wanted.lists ?? [])], ...(wanted.package ? { package: wanted.package } : {}) }),
    drop: [...(wanted.drop ?? [])],
    add: [...(wanted.add ?? [])],
    swap: [...(wanted.swap ?? [])],
    ...(about.booking && !about.sale ? { booking: about.booking } : {}),
    ...(about.sale ? { sale: about.sale } : {}),
  });

async function show(
  call: PageCall,
  about: About,
  wanted: Wanted,
  refused: Mends = nothingToMend,
  moved = false,
) {
  const { t, ctx, frame } = call;
  const made = await quoted(call, about, wanted);
  const { client, sale } = made;
  const added = new Set(wanted.add);
  return (
    <Page {...frame} path={hrefOf(about)} title={t("sell.title")} current="sell">
      <div class="head">
        <div>
          <h1>
            {t(sale ? "sell.change-for" : "sell.for")} <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, {client.number}
            {made.booking
              ? ` · ${t("sell.of-booking", { day: t.longDay(made.booking.date), time: made.booking.time })}`
              : ""}
          </p>
        </div>
        <SearchBox t={t} action="/sell/find" placeholder={t("book.somebody-else")} />
      </div>
      <form
        method="post"
        action="/sell"
        class="form"
        novalidate
        data-quote="/sell/quote"
        aria-label={t("sell.title")}
      >
        <ErrorSummary t={t} errors={refused.all} />
        <Key call={call} />
        <input type="hidden" name="client" value={client.number} />
        <input type="hidden" name="booking" value={about.booking} />
        <input type="hidden" name="sale" value={about.sale} />
        {sale ? null : (
          <section class="card">
            <Levels t={t} quote={made} chosen={wanted.package ?? ""} />
          </section>
        )}
        <div class="cols" data-cols="side">
          <div class="stack" id="choice">
            <input type="hidden" name="shown" value={wanted.package ?? ""} />
            <Parts t={t} quote={made} wanted={wanted} />
            <AddOns t={t} quote={made} added={added} />
            <Else t={t} quote={made} wanted={wanted} />
            {sale ? null : <Lists t={t} quote={made} chosen={wanted.lists ?? []} />}
          </div>
          <Price t={t} quote={made} moved={moved} />
        </div>
      </form>
    </Page>
  );
}

async function wishOf(call: PageCall, about: About): Promise<Wanted> {
  const { ctx, form } = call;
  const { sex } = await reachClient(ctx, "sale:quote", about.client, true);
  const sale = about.sale ? (await readSale(ctx, about.client, about.sale)).sale : undefined;
  return wishIn(form, sex, await dayPrices(ctx, sale?.date), sale);
}

async function recalculate(call: PageCall) {
  staffAt(call.actor);
  const about = aboutIn(call);
  return show(call, about, await wishOf(call, about));
}

async function send(call: PageCall) {
  const { ctx, form, t } = call;
  staffAt(call.actor);
  const about = aboutIn(call);
  const wanted = await wishOf(call, about);
  const { drop = [], add = [], swap = [], lists = [] } = wanted;
  const netFen = Number(form.text("netFen"));
  const wished = { drop: [...drop], add: [...add], swap: [...swap], netFen };
  try {
    const { id } = about.sale
      ? await changeSale(ctx, about.client, about.sale, wished, form.text("key"))
      : await sell(
          ctx,
          about.client,
          {
            ...wished,
            lists: [...lists],
            ...(wanted.package ? { package: wanted.package } : {}),
            ...(about.booking ? { booking: about.booking } : {}),
          },
          form.text("key"),
        );
    return see(`/sales/${about.client}/${id}`);
  } catch (error) {
    const moved = error instanceof AppError && error.facts["netFen"] !== undefined;
    return show(call, about, wanted, moved ? nothingToMend : mendsFor(t, error), moved);
  }
}

export const sellPages: PageRoute[] = [
  { method: "GET", path: "/sell", action: "sale:make", run: start },
  { method: "POST", path: "/sell", action: "sale:make", run: send },
  { method: "POST", path: "/sell/quote", action: "sale:quote", run: recalculate },
  { method: "POST", path: "/sell/find", action: "client:search", run: choose },
];
