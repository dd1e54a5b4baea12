import { NotFound } from "../../../shared/kernel/errors.ts";
import { isPlainDate } from "../../../shared/kernel/time.ts";
import * as load from "../contexts.ts";
import { route } from "../route.ts";

const named = (params: Record<string, string>): [client: string, sale: string] => [
  params["client"] ?? "",
  params["sale"] ?? "",
];

/** What things cost, what was sold, who paid, and the cash book. Amounts are in fen. */
export const saleRoutes = [
  route({
    method: "GET",
    path: "/prices",
    action: "price:read",
    summary: "The price book of a day: packages and price lists in force, and everything the centre wrote",
    query: "PriceDay",
    run: async ({ ctx, query }) => {
      const { prices, kept } = await (await load.testing()).readPriceBook(ctx, query.date);
      const { date, bundles, lists } = prices;
      return { date, packages: bundles, lists, editions: kept };
    },
  }),
  route({
    method: "POST",
    path: "/prices",
    action: "price:change",
    summary: "Write a price, a package or a price list as it is from a later day on",
    body: "EditionSchema",
    creates: true,
    run: async ({ ctx, body }) => (await load.testing()).writePrice(ctx, body),
  }),
  route({
    method: "POST",
    path: "/prices/withdraw",
    action: "price:change",
    summary: "Take an edition back before its day, with the reason",
    body: "WithdrawEditionSchema",
    run: async ({ ctx, body }) => (await load.testing()).withdrawPrice(ctx, body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/quote",
    action: "sale:quote",
    summary:
      "What a package taken apart costs, line by line, beside every package; what could be added and why",
    body: "QuoteSchema",
    run: async ({ ctx, params, body }) => {
      const { levels, priced, tells, addOns, on } = await (await load.loop()).quote(
        ctx,
        params["client"] ?? "",
        body,
      );
      return { on, levels, priced, tells, addOns };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/sales",
    action: "sale:make",
    summary: "Sell what was quoted at the price that was told; a booking's items follow",
    body: "SellSchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.loop()).sell(ctx, params["client"] ?? "", body, key),
  }),
  route({
    method: "GET",
    path: "/clients/:client/sales",
    action: "sale:read",
    summary: "What was sold to a client, with charges, payments and fapiao requests",
    run: async ({ ctx, params }) => ({
      sales: await (await load.testing()).readSales(ctx, params["client"] ?? ""),
    }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/sales/:sale",
    action: "sale:read",
    summary: "One sale, line by line",
    run: async ({ ctx, params }) => (await load.testing()).readSale(ctx, ...named(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/sales/:sale/change",
    action: "sale:make",
    summary: "Change what a sale is for before the visit; the difference is charged or owed back",
    body: "ChangeSaleSchema",
    run: async ({ ctx, params, body, key }) =>
      (await load.loop()).changeSale(ctx, ...named(params), body, key),
  }),
  route({
    method: "POST",
    path: "/clients/:client/sales/:sale/payments",
    action: "payment:record",
    summary: "Record money taken: by whom, how, with the slip's number",
    body: "PaySchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.testing()).recordPayment(ctx, ...named(params), body, key),
  }),
  route({
    method: "POST",
    path: "/clients/:client/sales/:sale/returns",
    action: "payment:record",
    summary: "Give back what was paid above the price, the way it came",
    body: "ReturnSchema",
    creates: true,
    run: async ({ ctx, params, body, key }) => ({
      payments: await (await load.testing()).returnOverpaid(ctx, ...named(params), body, key),
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/sales/:sale/refunds",
    action: "payment:record",
    summary: "Take given-up items off a sale, each once, and give back what is then paid too much",
    body: "RefundSchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.testing()).refundItems(ctx, ...named(params), body, key),
  }),
  route({
    method: "POST",
    path: "/clients/:client/sales/:sale/fapiao",
    action: "payment:record",
    summary: "Record that a fapiao is wanted: title, and a company's tax number",
    body: "FapiaoInputSchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.testing()).requestFapiao(ctx, ...named(params), body, key),
  }),
  route({
    method: "GET",
    path: "/cash/:date",
    action: "cash:read",
    summary: "A day's cash book, desk by desk and method by method",
    run: async ({ ctx, params }) => {
      const date = params["date"] ?? "";
      if (!isPlainDate(date)) throw new NotFound();
      return { desks: await (await load.testing()).readCash(ctx, date) };
    },
  }),
  route({
    method: "POST",
    path: "/cash/close",
    action: "cash:close",
    summary: "Close a desk's day: cash counted against what its entries say",
    body: "CloseCashSchema",
    run: async ({ ctx, body }) => (await load.testing()).closeCash(ctx, body),
  }),
];
