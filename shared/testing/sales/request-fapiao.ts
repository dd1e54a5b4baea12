import type * as z from "zod";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { madeUnder, marksOf } from "./plan-sale.ts";
import { fileOf, saleEntry } from "./record-payment.ts";
import { type Fapiao, FapiaoInputSchema } from "./sale.ts";
import { addFapiao, saveSale } from "./sales.store.ts";
import { readTaxNumber } from "./tax-number.ts";

/**
 * Records that somebody wants a fapiao: title, and for a company its tax number. Issuing it is the tax system's.
 * @throws InvalidInput for a tax number that is none (GB 32100), or more than was paid and not invoiced yet.
 */
export async function requestFapiao(
  ctx: Ctx,
  client: string,
  id: string,
  input: z.input<typeof FapiaoInputSchema>,
  idempotencyKey?: string,
): Promise<Fapiao> {
  const wanted = parse(FapiaoInputSchema, input);
  await reachClient(ctx, "payment:record", client);
  const taxNumber = wanted.taxNumber === undefined ? undefined : readTaxNumber(wanted.taxNumber);
  const marks = marksOf(ctx, idempotencyKey, input);
  return withRetry(ctx, async () => {
    const { sale, fapiao } = await fileOf(ctx, client, id);
    const same = madeUnder(fapiao, marks);
    if (same) return same;
    const left = sale.paidFen - sale.invoicedFen;
    const problems: FieldProblem[] = [
      ...((wanted.kind === "company" || wanted.taxNumber) && !taxNumber ? [noTaxNumber] : []),
      ...(wanted.amountFen > left ? [tooMuch(Math.max(0, left))] : []),
    ];
    if (problems.length) throw new InvalidInput(problems);
    const n = sale.entries + 1;
    const made: Fapiao = {
      sale: id,
      client,
      n,
      at: ctx.now(),
      date: localDate(ctx.now()),
      by: { id: ctx.actor.id, name: ctx.actor.name },
      kind: wanted.kind,
      title: wanted.title,
      ...(taxNumber ? { taxNumber } : {}),
      amountFen: wanted.amountFen,
      ...marks,
      v: 1,
    };
    await commit(ctx, {
      changes: [
        saveSale({ ...sale, entries: n, invoicedFen: sale.invoicedFen + wanted.amountFen }),
        addFapiao(made),
      ],
      log: saleEntry(sale, "fapiao.requested", { fapiao: n, amountFen: wanted.amountFen }),
    });
    return made;
  });
}

const noTaxNumber: FieldProblem = {
  field: "taxNumber",
  message: {
    en: "A tax number has 18 characters and a check digit. Compare it with the licence.",
    zh: "税号为18位统一社会信用代码并含校验位，请与营业执照核对。",
  },
};

const tooMuch = (left: number): FieldProblem => ({
  field: "amountFen",
  message: {
    en: `At most ¥${(left / 100).toFixed(2)} has been paid and not invoiced yet.`,
    zh: `已付未开票金额最多 ¥${(left / 100).toFixed(2)}。`,
  },
});
