import * as z from "zod";
import { PlainDateSchema } from "../../clients/schemas.ts";
import { BilingualSchema } from "../../kernel/text.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Sex } from "../catalogue/catalogue-item.ts";
import { type Package, packages as shippedPackages } from "../catalogue/packages.ts";
import { type ServiceCategory, serviceCalled } from "../catalogue/service.ts";
import { shippedLists } from "./data/price-lists.ts";

const fen = z.int().min(0).max(100_000_000);
const percent = z.int().min(0).max(100);
const id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);

/** `package:<id>` is a whole package, `code:<code>` one item or service; the most exact term of a list counts. */
const TermSchema = z.strictObject({
  on: z.string().regex(/^(everything|items|services|package:[\w-]+|code:[\w-]+)$/),
  percentOff: z.exactOptional(percent),
  fixedFen: z.exactOptional(fen),
});
export type Term = z.infer<typeof TermSchema>;

export const listKinds = ["tier", "contract", "campaign"] as const;

const dated = { from: PlainDateSchema, until: z.exactOptional(PlainDateSchema) };

/** What one item or service costs, from a day on. */
const PartSchema = z.strictObject({
  kind: z.literal("part"),
  id,
  from: PlainDateSchema,
  priceFen: fen,
  costFen: fen,
});
/** What one of the levels holds and by which rule it is priced, from a day on. */
const BundleSchema = z.strictObject({
  kind: z.literal("package"),
  id,
  ...dated,
  items: z.array(z.string()).min(1).max(200),
  services: z.array(z.string()).max(40).default([]),
  percentOff: percent,
  fixedFen: z.exactOptional(z.strictObject({ female: fen, male: fen })),
});
/** Who pays less for what, and why: by tier, by contract (`key` is the account), by campaign. */
const ListSchema = z.strictObject({
  kind: z.literal("list"),
  id,
  ...dated,
  name: BilingualSchema,
  of: z.enum(listKinds),
  key: z.string().trim().min(1).max(60),
  terms: z.array(TermSchema).min(1).max(200),
});

/** What may be written in the price book: one thing as it is from a day on. */
export const EditionSchema = z.discriminatedUnion("kind", [PartSchema, BundleSchema, ListSchema]);
export type Edition = z.output<typeof EditionSchema>;

const by = z.object({ id: z.string(), name: z.string() });

/** An edition as it is kept: never changed; taken back only before its day. */
export const KeptEditionSchema = z.object({
  edition: EditionSchema,
  madeBy: by,
  madeAt: z.string(),
  withdrawn: z.object({ by, at: z.string(), why: z.string() }).optional(),
  v: z.number().int(),
});
export type KeptEdition = z.infer<typeof KeptEditionSchema>;

/** A thing that is sold, with what it costs on a day. */
export interface PricedPart {
  code: string;
  category: "exam" | ServiceCategory;
  priceFen: number;
  costFen: number;
  sex?: Sex;
}
export type Bundle = Package & { from: PlainDate; until?: PlainDate };
export type PriceList = Omit<z.output<typeof ListSchema>, "kind">;

/** What everything costs on one day. */
export interface DayPrices {
  date: PlainDate;
  /** Undefined for what is not sold: an unknown code, a finding read off another item's report. */
  part(code: string): PricedPart | undefined;
  bundle(id: string): Bundle | undefined;
  bundles: readonly Bundle[];
  lists: readonly PriceList[];
}

/** Before anything the centre wrote: what the product ships. */
const beginning = "2026-01-01";

/** The price book: what ships, and over it what the centre wrote, each from its day on. */
export function pricesOn(kept: readonly KeptEdition[], date: PlainDate): DayPrices {
  const inForce = new Map<string, Edition>();
  const written = kept
    .filter(({ withdrawn, edition }) => !withdrawn && edition.from <= date)
    .map(({ edition }) => edition)
    .sort((a, b) => a.from.localeCompare(b.from));
  for (const edition of written) inForce.set(`${edition.kind} ${edition.id}`, edition);
  const of = <K extends Edition["kind"]>(kind: K): Extract<Edition, { kind: K }>[] =>
    [...inForce.values()].filter((one): one is Extract<Edition, { kind: K }> => one.kind === kind);
  const running = ({ until }: { until?: PlainDate }): boolean => until === undefined || date <= until;
  const own = of("package");
  const bundles = shippedPackages
    .map((shipped): Bundle => {
      const { kind: _, ...edition } = own.find(({ id }) => id === shipped.id) ?? {
        kind: "package",
        from: beginning,
      };
      return { ...shipped, ...edition };
    })
    .filter(running);
  const ownLists = of("list").map(({ kind: _, ...one }) => one);
  const lists = [
    ...shippedLists.filter(({ id }) => !ownLists.some((one) => one.id === id)),
    ...ownLists,
  ].filter((one) => running(one) && one.from <= date);
  return {
    date,
    bundles,
    lists,
    bundle: (id) => bundles.find((one) => one.id === id),
    part(code) {
      const known = knownPart(code);
      const own = inForce.get(`part ${code}`);
      if (!known || own?.kind !== "part") return known;
      return { ...known, priceFen: own.priceFen, costFen: own.costFen };
    },
  };
}

/** What ships of a code that can be sold: an item that is done by itself, or a service. */
export function knownPart(code: string): PricedPart | undefined {
  const item = catalogueItem(code);
  if (item)
    return item.partOf || item.part || item.group === "questionnaires"
      ? undefined
      : {
          code,
          category: "exam",
          priceFen: item.priceFen,
          costFen: item.costFen,
          ...(item.sex ? { sex: item.sex } : {}),
        };
  const service = serviceCalled(code);
  return (
    service && { code, category: service.category, priceFen: service.priceFen, costFen: service.costFen }
  );
}
