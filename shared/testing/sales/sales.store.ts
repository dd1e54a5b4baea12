import { type Change, putNew, save } from "../../data/commit.ts";
import { type Item, type Key, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import {
  type Charge,
  ChargeSchema,
  type Fapiao,
  FapiaoSchema,
  type Payment,
  PaymentSchema,
  type Sale,
  type SaleFile,
  SaleSchema,
} from "./sale.ts";

const saleKey = ({ client, id }: { client: string; id: string }): Key => ({
  pk: `C#${client}`,
  sk: `SALE#${id}`,
});
const entryKey = (
  kind: "C" | "P" | "F",
  { client, sale, n }: { client: string; sale: string; n: number },
): Key => ({
  pk: `C#${client}`,
  sk: `SALE#${sale}#${kind}#${String(n).padStart(5, "0")}`,
});

export const addSale = (sale: Sale): Change => putNew({ ...saleKey(sale), ...sale });
export const saveSale = (sale: Sale): Change => save({ ...saleKey(sale), ...sale });
export const addCharge = (charge: Charge): Change => putNew({ ...entryKey("C", charge), ...charge });
export const addPayment = (payment: Payment): Change => putNew({ ...entryKey("P", payment), ...payment });
export const addFapiao = (fapiao: Fapiao): Change => putNew({ ...entryKey("F", fapiao), ...fapiao });

/** Everything sold to a client with all that was written under it, newest first; by one query. */
export async function saleFilesOf(ctx: Ctx, client: string, consistent = true): Promise<SaleFile[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "SALE#", consistent });
  return filesIn(items);
}

/** One sale with all that was written under it. */
export async function saleFileOf(ctx: Ctx, client: string, id: string): Promise<SaleFile | undefined> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: `SALE#${id}` });
  return filesIn(items).find(({ sale }) => sale.id === id);
}

function filesIn(items: readonly Item[]): SaleFile[] {
  const under = (kind: string, id: string) => items.filter(({ sk }) => sk.startsWith(`SALE#${id}#${kind}#`));
  return items
    .filter(({ sk }) => sk.split("#").length === 2)
    .map((item) => SaleSchema.parse(item))
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt))
    .map((sale) => ({
      sale,
      charges: under("C", sale.id).map((item) => ChargeSchema.parse(item)),
      payments: under("P", sale.id).map((item) => PaymentSchema.parse(item)),
      fapiao: under("F", sale.id).map((item) => FapiaoSchema.parse(item)),
    }));
}
