import { openRecord } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import type { Bilingual } from "../../kernel/text.ts";
import type { PriceLine } from "../prices/price-of.ts";
import { fileOf } from "./record-payment.ts";
import { type Charge, linesOf, openFen, type Sale, type SaleFile } from "./sale.ts";
import { saleFilesOf } from "./sales.store.ts";

/** A sale as it is shown: its lines in full, each with the sentence of its rule; what it cost the centre to staff only. */
export interface SaleView extends Omit<SaleFile, "sale" | "charges"> {
  sale: Omit<Sale, "lines" | "reasons" | "request" | "input">;
  lines: (Omit<PriceLine, "costFen"> & { costFen?: number; reason: Bilingual; givenUp: boolean })[];
  charges: (Omit<Charge, "lines" | "costFen"> & { costFen?: number })[];
  openFen: number;
}

function viewOf(ctx: Ctx, { sale: stored, charges, payments, fapiao }: SaleFile): SaleView {
  const own = ctx.actor.kind === "client";
  const { lines: _packed, reasons, request: _request, input: _input, ...sale } = stored;
  return {
    sale,
    lines: linesOf(stored).map(({ costFen, ...line }) => ({
      ...line,
      ...(own ? {} : { costFen }),
      reason: reasons[line.rule] ?? { en: line.rule, zh: line.rule },
      givenUp: stored.givenUp.includes(line.code),
    })),
    charges: charges.map(({ lines: _lines, costFen, ...charge }) => ({
      ...charge,
      ...(own ? {} : { costFen }),
    })),
    payments,
    fapiao,
    openFen: openFen(stored),
  };
}

/** What was sold to a client, newest first, the reading traced. */
export async function readSales(ctx: Ctx, client: string): Promise<SaleView[]> {
  await openRecord(ctx, "sale:read", client, "sales");
  return (await saleFilesOf(ctx, client)).map((file) => viewOf(ctx, file));
}

/** One sale with everything written under it, the reading traced. @throws NotFound */
export async function readSale(ctx: Ctx, client: string, id: string): Promise<SaleView> {
  await openRecord(ctx, "sale:read", client, "sale");
  return viewOf(ctx, await fileOf(ctx, client, id));
}

/** A client's spend ledger, oldest first: every sale, change and refund; its sum is what they are charged in all. */
export async function spendOf(ctx: Ctx, client: string): Promise<Charge[]> {
  const files = await saleFilesOf(ctx, client);
  return files.flatMap(({ charges }) => charges).sort((a, b) => (a.at + a.n).localeCompare(b.at + b.n));
}
