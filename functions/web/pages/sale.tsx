import { mayEver } from "../../../shared/access/index.ts";
import { type Client, readClient } from "../../../shared/clients/index.ts";
import {
  bookingOf,
  examOf,
  givenUpOf,
  type Method,
  methods,
  payerKinds,
  readSale,
  recordPayment,
  refundItems,
  requestFapiao,
  returnOverpaid,
  type SaleView,
} from "../../../shared/testing/index.ts";
import { ButtonLink, NameOf } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { among } from "./forms/among.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { FapiaoForm, PayForm, RefundForm, ReturnForm } from "./sale/forms.tsx";
import { Lines, Moved } from "./sale/Lines.tsx";
import { Receipt } from "./sale/Receipt.tsx";
import { fenIn } from "./sale/yuan.ts";

type FormName = "pay" | "refund" | "return" | "fapiao";
/** Which form was refused, and what is to be mended in it. */
interface Refused {
  form: FormName;
  mends: Mends;
}

const named = ({ params }: PageCall): [client: string, sale: string] => [
  params["client"] ?? "",
  params["sale"] ?? "",
];
const hrefOf = (call: PageCall): string => `/sales/${named(call).join("/")}`;

async function opened(call: PageCall): Promise<{ client: Client; view: SaleView }> {
  staffAt(call.actor);
  const view = await readSale(call.ctx, ...named(call));
  return { view, client: await readClient(call.ctx, view.sale.client) };
}

async function show(call: PageCall, refused?: Refused) {
  const { ctx, t, frame } = call;
  const { client, view } = await opened(call);
  const { sale } = view;
  const here = hrefOf(call);
  const booking = sale.booking ? await bookingOf(ctx, sale.client, sale.booking) : undefined;
  const toCome = booking?.state === "confirmed" || booking?.state === "held";
  const changeable = !sale.givenUp.length && (!booking || toCome);
  const exam = booking && (await examOf(ctx, sale.client, booking.id));
  const standing = new Set(view.lines.flatMap((line) => (line.givenUp ? [] : [line.code])));
  const givenUp = exam ? givenUpOf(exam).filter(({ item }) => standing.has(item)) : [];
  const of = (form: FormName): Mends => (refused?.form === form ? refused.mends : nothingToMend);
  return (
    <Page {...frame} path={here} title={t("sale.title")} current="sell">
      <div class="head">
        <div>
          <h1>
            {t("sale.of")} <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, {client.number} · {t("sale.on", { day: t.fullDay(sale.date) })}
            {booking
              ? ` · ${t("sell.of-booking", { day: t.longDay(booking.date), time: booking.time })}`
              : ""}
          </p>
        </div>
        <div class="row">
          <ButtonLink href={`${here}/receipt`} icon="print">
            {t("sale.receipt")}
          </ButtonLink>
          {changeable && mayEver(call.actor, "sale:make") ? (
            <ButtonLink href={`/sell?client=${client.number}&sale=${sale.id}`} icon="edit">
              {t("sell.change")}
            </ButtonLink>
          ) : null}
          {booking ? (
            <ButtonLink href={`/book/${client.number}/${booking.id}`}>{t("sale.booking")}</ButtonLink>
          ) : null}
        </div>
      </div>
      <div class="cols" data-cols="side">
        <div class="stack">
          <Moved t={t} view={view} />
          <Lines t={t} view={view} />
          {toCome && refused?.form !== "refund" ? null : (
            <RefundForm call={call} here={here} view={view} mends={of("refund")} givenUp={givenUp} />
          )}
        </div>
        <div class="stack">
          <Owed t={t} view={view} />
          {view.openFen > 0 ? <PayForm call={call} here={here} view={view} mends={of("pay")} /> : null}
          {view.openFen < 0 ? <ReturnForm call={call} here={here} view={view} mends={of("return")} /> : null}
          <FapiaoForm call={call} here={here} view={view} mends={of("fapiao")} />
        </div>
      </div>
    </Page>
  );
}

function Owed({ t, view }: Pick<PageCall, "t"> & { view: SaleView }) {
  const { openFen } = view;
  const key = openFen > 0 ? "sale.open" : openFen < 0 ? "sale.to-return" : "sale.settled";
  return (
    <section class="card" aria-labelledby="owed">
      <h2 id="owed">{t(key)}</h2>
      <p class="value num">{t.money(Math.abs(openFen) / 100)}</p>
      <p class="small quiet">
        {t("sale.of-which", { net: t.money(view.sale.netFen / 100), paid: t.money(view.sale.paidFen / 100) })}
      </p>
    </section>
  );
}

/** Does what a form asks, and comes back to the sale; a refused form keeps what was typed. */
const doing =
  (
    name: FormName,
    said: "sale.paid" | "sale.refunded" | "sale.returned" | "sale.requested",
    act: (call: PageCall) => Promise<unknown>,
  ) =>
  async (call: PageCall) => {
    staffAt(call.actor);
    try {
      await act(call);
    } catch (error) {
      return show(call, { form: name, mends: mendsFor(call.t, error) });
    }
    return see(hrefOf(call), { text: call.t(said) });
  };

const pay = doing("pay", "sale.paid", (call) => {
  const { ctx, form } = call;
  const method: Method = among(methods, form.text("method")) ?? "cash";
  const kind = among(payerKinds, form.text("payer")) ?? "client";
  const payer = { kind, name: form.text("payer.name") };
  const input = {
    payer,
    method,
    reference: form.text("reference"),
    amountFen: fenIn(form, "amountFen"),
    desk: form.text("desk"),
  };
  return recordPayment(ctx, ...named(call), input, form.text("key"));
});

const refund = doing("refund", "sale.refunded", (call) => {
  const { ctx, form } = call;
  const input = { items: form.all("items"), reason: form.text("reason"), desk: form.text("desk") };
  return refundItems(ctx, ...named(call), input, form.text("key"));
});

const giveBack = doing("return", "sale.returned", (call) =>
  returnOverpaid(call.ctx, ...named(call), { desk: call.form.text("desk") }, call.form.text("key")),
);

const askFapiao = doing("fapiao", "sale.requested", (call) => {
  const { ctx, form } = call;
  const kind = among(["personal", "company"], form.text("kind")) ?? "personal";
  const taxNumber = form.maybe("taxNumber");
  const input = {
    kind,
    title: form.text("title"),
    amountFen: fenIn(form, "fapiaoFen", "amountFen"),
    ...(taxNumber ? { taxNumber } : {}),
  };
  return requestFapiao(ctx, ...named(call), input, form.text("key"));
});

async function receipt(call: PageCall) {
  const { t, frame } = call;
  const { client, view } = await opened(call);
  return (
    <Page {...frame} path={`${hrefOf(call)}/receipt`} title={t("sale.receipt")} current="sell">
      <Receipt t={t} client={client} view={view} printed={call.ctx.now()} />
    </Page>
  );
}

const at = "/sales/:client/:sale";
export const salePages: PageRoute[] = [
  { method: "GET", path: at, action: "sale:read", run: (call) => show(call) },
  { method: "GET", path: `${at}/receipt`, action: "sale:read", run: receipt },
  { method: "POST", path: `${at}/pay`, action: "payment:record", run: pay },
  { method: "POST", path: `${at}/refund`, action: "payment:record", run: refund },
  { method: "POST", path: `${at}/return`, action: "payment:record", run: giveBack },
  { method: "POST", path: `${at}/fapiao`, action: "payment:record", run: askFapiao },
];
