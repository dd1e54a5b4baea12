import * as z from "zod";
import { says } from "../../kernel/parse.ts";
import { BilingualSchema } from "../../kernel/text.ts";
import type { PriceLine } from "../prices/price-of.ts";

const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);
const codes = z.array(code).max(250);

/** What somebody wants, as `priceOf` takes it. */
export const WantedSchema = z.strictObject({
  package: z.exactOptional(z.string().max(40)),
  drop: codes.default([]),
  add: codes.default([]),
  swap: z
    .array(z.strictObject({ out: code, in: code }))
    .max(40)
    .default([]),
  lists: z.array(z.string().max(40)).max(5).default([]),
});

const ref = z.exactOptional(z.string().max(40));

/** With a `sale`, what changing it would cost: its package, its lists, the prices of its day. */
export const QuoteSchema = WantedSchema.extend({ booking: ref, sale: ref });
/** `netFen` is the price the client was told: a sale is made at that price or not at all. */
export const SellSchema = WantedSchema.extend({ booking: ref, netFen: z.int().min(0) });
export const ChangeSaleSchema = WantedSchema.omit({ package: true, lists: true }).extend({
  netFen: z.int().min(0),
});

const by = z.object({ id: z.string(), name: z.string() });
const signedFen = z.int();

/**
 * A sale as it stands. `lines` is what is paid for, one JSON row a line (`linesOf`); what the client gave up stays
 * a line and is named in `givenUp`. `entries` counts what was ever written under it, so that two writers of one
 * entry meet.
 */
export const SaleSchema = z.object({
  id: z.string(),
  client: z.string(),
  centre: z.string(),
  booking: z.string().optional(),
  wanted: WantedSchema,
  /** By the prices of this day, whenever it is changed. */
  date: z.string(),
  currency: z.literal("CNY"),
  lines: z.string(),
  reasons: z.record(z.string(), BilingualSchema),
  listFen: signedFen,
  givenUp: z.array(z.string()).default([]),
  /** What is owed for it now, what has been paid for it (less what went back), what fapiao were asked for. */
  netFen: signedFen,
  paidFen: signedFen,
  invoicedFen: signedFen,
  entries: z.int(),
  madeBy: by,
  madeAt: z.string(),
  request: z.string().optional(),
  input: z.string().optional(),
  v: z.number().int(),
});
export type Sale = z.infer<typeof SaleSchema>;

const written = {
  sale: z.string(),
  client: z.string(),
  n: z.int(),
  at: z.string(),
  /** The centre's calendar day it counts for. */
  date: z.string(),
  by,
  /** Marks of the idempotency key and of what was sent under it. */
  request: z.string().optional(),
  input: z.string().optional(),
  v: z.number().int(),
};

/**
 * What was charged or taken back: the spend ledger's entry. Amounts are signed, in minor units; `byCategory` sums to
 * `amountFen`; `costFen` is the variable cost that came or went with it.
 */
export const ChargeSchema = z.object({
  ...written,
  kind: z.enum(["sale", "change", "refund"]),
  amountFen: signedFen,
  costFen: signedFen,
  currency: z.literal("CNY"),
  byCategory: z.record(z.string(), signedFen),
  items: z.array(z.string()).default([]),
  reason: z.string().optional(),
  /** The lines as they were from this entry on. */
  lines: z.string().optional(),
});
export type Charge = z.infer<typeof ChargeSchema>;

export const payerKinds = ["client", "company", "fund"] as const;
export const methods = ["cash", "card", "wechat", "alipay", "transfer"] as const;
export type Method = (typeof methods)[number];

const payer = z.object({ kind: z.enum(payerKinds), name: z.string().default("") });

/** Money that moved: positive in, negative back. A return names the payment it gives back. */
export const PaymentSchema = z.object({
  ...written,
  payer,
  method: z.enum(methods),
  reference: z.string(),
  amountFen: signedFen,
  currency: z.literal("CNY"),
  desk: z.string(),
  returns: z.int().optional(),
});
export type Payment = z.infer<typeof PaymentSchema>;

/** A fapiao somebody asked for: recorded here, issued by the tax system. */
export const FapiaoSchema = z.object({
  ...written,
  kind: z.enum(["personal", "company"]),
  title: z.string(),
  taxNumber: z.string().optional(),
  amountFen: z.int(),
});
export type Fapiao = z.infer<typeof FapiaoSchema>;

export interface SaleFile {
  sale: Sale;
  charges: Charge[];
  payments: Payment[];
  fapiao: Fapiao[];
}

const words = z.string().trim().max(60);

/** 13 to 19 digits that check as a card's: never written down. */
const isCardNumber = (text: string): boolean => {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const twice = at % 2 ? Number(digit) * 2 : Number(digit);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
};

const desk = z.string().regex(/^[\w-]{1,30}$/);

export const PaySchema = z
  .strictObject({
    payer: z.strictObject({ kind: z.enum(payerKinds), name: words.default("") }),
    method: z.enum(methods),
    reference: words.default("").refine(
      (text) => !isCardNumber(text),
      says({
        en: "This looks like a card number. Write the slip's number instead.",
        zh: "疑似银行卡号。请改填小票流水号。",
      }),
    ),
    amountFen: z.int().min(1),
    desk,
  })
  .refine(({ method, reference }) => method === "cash" || reference !== "", {
    ...says({ en: "Write the number on the slip or transfer.", zh: "请填写小票或转账流水号。" }),
    path: ["reference"],
  })
  .refine(({ payer: { kind, name } }) => kind === "client" || name !== "", {
    ...says({ en: "Say which company or fund.", zh: "请填写单位或基金名称。" }),
    path: ["payer", "name"],
  });

export const RefundSchema = z.strictObject({
  items: codes.min(1),
  reason: z.string().trim().min(1).max(120),
  desk,
});
export const ReturnSchema = z.strictObject({ desk });

export const FapiaoInputSchema = z.strictObject({
  kind: z.enum(["personal", "company"]),
  title: z.string().trim().min(1).max(100),
  taxNumber: z.exactOptional(z.string().trim().max(30)),
  amountFen: z.int().min(1),
});

type Row = readonly [
  code: string,
  category: string,
  listFen: number,
  netFen: number,
  costFen: number,
  rule: string,
];

/** Lines as they are kept: seventy in two kilobytes. */
export const packLines = (lines: readonly PriceLine[]): string =>
  JSON.stringify(
    lines.map((one): Row => [one.code, one.category, one.listFen, one.netFen, one.costFen, one.rule]),
  );

export const linesOf = ({ lines }: { lines: string }): PriceLine[] =>
  (JSON.parse(lines) as Row[]).map(([code, category, listFen, netFen, costFen, rule]) => ({
    code,
    category: category as PriceLine["category"],
    listFen,
    netFen,
    costFen,
    rule,
  }));

/** The lines the client has not given up. */
export const standingLines = (sale: Pick<Sale, "lines" | "givenUp">): PriceLine[] =>
  linesOf(sale).filter(({ code }) => !sale.givenUp.includes(code));

/** What is still to be paid; negative is what must go back. */
export const openFen = ({ netFen, paidFen }: Pick<Sale, "netFen" | "paidFen">): number => netFen - paidFen;
