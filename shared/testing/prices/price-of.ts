import { type FieldProblem, InvalidInput } from "../../kernel/errors.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { catalogue, catalogueItem } from "../catalogue/catalogue.ts";
import type { Sex } from "../catalogue/catalogue-item.ts";
import { bundlePriceFen } from "../catalogue/packages.ts";
import { serviceCalled, services } from "../catalogue/service.ts";
import type { Bundle, DayPrices, PricedPart, PriceList, Term } from "./price-book.ts";
import { sharesOf } from "./shares.ts";

/** What somebody wants: a package taken apart, and what comes beside it. */
export interface Wanted {
  /** Absent: everything is chosen by itself. */
  package?: string | undefined;
  drop?: readonly string[] | undefined;
  add?: readonly string[] | undefined;
  swap?: readonly { out: string; in: string }[] | undefined;
  /** Ids of the price lists this person has a right to. */
  lists?: readonly string[] | undefined;
}

/**
 * One thing that is paid for, in fen. `rule` says why it costs `netFen`: `list`, `package`, `swap <what it takes
 * the place of>`, `price <id of a price list>`; `reasons` of the whole has its sentence.
 */
export interface PriceLine {
  code: string;
  category: PricedPart["category"];
  listFen: number;
  netFen: number;
  costFen: number;
  rule: string;
}

export interface Priced {
  lines: PriceLine[];
  listFen: number;
  netFen: number;
  currency: "CNY";
  reasons: Record<string, Bilingual>;
  /** What was taken out of the package, and by how much that lowers the price: its own share. */
  dropped: { code: string; listFen: number; netFen: number }[];
}

interface Offer {
  netFen: number;
  rule: string;
  reason: Bilingual;
}

/**
 * What the wanted things cost one person by one day's prices, line by line, in fen.
 *
 * A whole package's price is shared out over its parts once (`sharesOf`), so a part that is dropped takes its own
 * share with it and changes no other line. What is swapped in keeps the reduction of what it replaces, up to the
 * same part of its own price. Of several rules for a line (list price, package, price lists) the lowest alone
 * counts: they are never added up. So the total is the sum of the lines, dropping never raises it, adding never
 * lowers it, no line is above its list price, and the order of wishes does not matter.
 * @throws InvalidInput for what is not sold, not for this sex, or not in the package.
 */
export function priceOf(wanted: Wanted, who: { sex: Sex }, prices: DayPrices): Priced {
  const { bundle, parts, chosen, swaps } = chosenOf(wanted, who, prices);
  const lists = prices.lists.filter(({ id }) => wanted.lists?.includes(id));
  const share = bundle ? sharedOut(parts, bundlePriceFen(bundle, sumOf(parts), who.sex)) : new Map();
  const byList = new Map(lists.map((list) => [list.id, termsFor(list, bundle, parts)] as const));
  const offersFor = (part: PricedPart): Offer[] => [
    ...packageOffer(part, bundle, share),
    { netFen: part.priceFen, rule: "list", reason: listReason(prices.date) },
    ...swapOffer(part, swaps, prices, share),
    ...lists.flatMap((list) => byList.get(list.id)?.(part) ?? []),
  ];
  const lowest = (part: PricedPart): Offer =>
    offersFor(part).reduce((best, offer) => (offer.netFen < best.netFen ? offer : best));
  const reasons: Record<string, Bilingual> = {};
  const lines = inOrder(chosen).flatMap((code): PriceLine[] => {
    const part = prices.part(code);
    if (!part) return [];
    const { netFen, rule, reason } = lowest(part);
    reasons[rule] = reason;
    const { category, priceFen: listFen, costFen } = part;
    return [{ code, category, listFen, netFen, costFen, rule }];
  });
  return {
    lines,
    listFen: lines.reduce((sum, { listFen }) => sum + listFen, 0),
    netFen: lines.reduce((sum, { netFen }) => sum + netFen, 0),
    currency: "CNY",
    reasons,
    dropped: parts
      .filter(({ code }) => !chosen.has(code))
      .map((part) => ({ code: part.code, listFen: part.priceFen, netFen: lowest(part).netFen })),
  };
}

const sumOf = (parts: readonly PricedPart[]): number =>
  parts.reduce((sum, { priceFen }) => sum + priceFen, 0);

const sharedOut = (parts: readonly PricedPart[], total: number): Map<string, number> =>
  sharesOf(new Map(parts.map(({ code, priceFen }) => [code, priceFen])), total);

/** The parts of a package that are done for somebody of this sex, at a day's prices. */
export const bundleParts = (bundle: Bundle, sex: Sex, prices: DayPrices): PricedPart[] =>
  [...bundle.items, ...bundle.services].flatMap((code) => {
    const part = prices.part(code);
    return part && (!part.sex || part.sex === sex) ? [part] : [];
  });

function chosenOf(wanted: Wanted, { sex }: { sex: Sex }, prices: DayPrices) {
  const { drop = [], add = [], swap = [], lists = [] } = wanted;
  const problems: FieldProblem[] = [];
  const refuse = (field: string, message: Bilingual) => void problems.push({ field, message });
  const bundle = wanted.package === undefined ? undefined : prices.bundle(wanted.package);
  if (wanted.package !== undefined && !bundle)
    refuse("package", { en: "This package is not sold on that day.", zh: "该套餐当日不销售。" });
  const parts = bundle ? bundleParts(bundle, sex, prices) : [];
  const inBundle = new Set(parts.map(({ code }) => code));
  for (const code of [...drop, ...swap.map((one) => one.out)])
    if (!inBundle.has(code))
      refuse("drop", { en: `${code} is not in the package.`, zh: `${code} 不在套餐内。` });
  for (const code of [...add, ...swap.map((one) => one.in)]) {
    const part = prices.part(code);
    if (!part) refuse("add", { en: `${code} is not sold by itself.`, zh: `${code} 不单独销售。` });
    else if (part.sex && part.sex !== sex)
      refuse("add", { en: `${code} is not done for this sex.`, zh: `${code} 不适用于该性别。` });
  }
  const outs = new Set(swap.map((one) => one.out));
  const ins = new Set(swap.map((one) => one.in));
  if (outs.size < swap.length || ins.size < swap.length || swap.some((one) => inBundle.has(one.in)))
    refuse("swap", {
      en: "Each thing is swapped once, for one not in the package.",
      zh: "每项只能换一次，且换入项须不在套餐内。",
    });
  if (add.some((code) => outs.has(code) || ins.has(code)))
    refuse("swap", { en: "What is swapped cannot be added as well.", zh: "已换项的不能再加选。" });
  for (const id of lists)
    if (!prices.lists.some((list) => list.id === id))
      refuse("lists", { en: "This price list is not in force on that day.", zh: "该价目当日未生效。" });
  if (problems.length) throw new InvalidInput(problems);
  const gone = new Set([...drop, ...outs].filter((code) => !add.includes(code)));
  const kept = parts.flatMap(({ code }) => (gone.has(code) ? [] : [code]));
  return { bundle, parts, chosen: new Set([...kept, ...add, ...ins]), swaps: swap };
}

const order = new Map([...catalogue, ...services].map(({ code }, at) => [code, at]));
const inOrder = (codes: ReadonlySet<string>): string[] =>
  [...codes].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));

function packageOffer(
  part: PricedPart,
  bundle: Bundle | undefined,
  share: ReadonlyMap<string, number>,
): Offer[] {
  const netFen = share.get(part.code);
  if (!bundle || netFen === undefined) return [];
  const { en, zh } = bundle.name;
  const reason = bundle.fixedFen
    ? { en: `Its share of the price of ${en}`, zh: `${zh}一口价中的分摊` }
    : { en: `${en}: ${bundle.percentOff}% less`, zh: `${zh}：优惠 ${bundle.percentOff}%` };
  return [{ netFen, rule: "package", reason }];
}

function swapOffer(
  part: PricedPart,
  swaps: readonly { out: string; in: string }[],
  prices: DayPrices,
  share: ReadonlyMap<string, number>,
): Offer[] {
  const swap = swaps.find((one) => one.in === part.code);
  const out = swap && prices.part(swap.out);
  if (!out?.priceFen) return [];
  const reduction = out.priceFen - (share.get(out.code) ?? out.priceFen);
  const kept = Math.min(reduction, Math.floor((part.priceFen * reduction) / out.priceFen));
  const { en, zh } = nameOf(out.code);
  const reason = {
    en: `Takes the place of ${en} and keeps its reduction`,
    zh: `替换${zh}，沿用其优惠`,
  };
  return [{ netFen: part.priceFen - kept, rule: `swap ${out.code}`, reason }];
}

/** What a list offers for a part: by its most exact term. A term on a package is shared out like the package. */
function termsFor(list: PriceList, bundle: Bundle | undefined, parts: readonly PricedPart[]) {
  const term = (on: string): Term | undefined => list.terms.find((one) => one.on === on);
  const whole = bundle && term(`package:${bundle.id}`);
  const share = whole && sharedOut(parts, Math.min(sumOf(parts), netBy(whole, sumOf(parts))));
  const kind = (part: PricedPart): string => (part.category === "exam" ? "items" : "services");
  return (part: PricedPart): Offer[] => {
    const one = term(`code:${part.code}`);
    const shared = one ? undefined : share?.get(part.code);
    const general = one ?? term(kind(part)) ?? term("everything");
    const by = shared === undefined ? general : whole;
    if (!by) return [];
    const netFen = Math.min(part.priceFen, shared ?? netBy(by, part.priceFen));
    const less = by.fixedFen === undefined;
    const en = less ? `${list.name.en}: ${by.percentOff ?? 0}% less` : `${list.name.en}: agreed price`;
    const zh = less ? `${list.name.zh}：优惠 ${by.percentOff ?? 0}%` : `${list.name.zh}：协议价`;
    return [{ netFen, rule: `price ${list.id} ${by.on}`, reason: { en, zh } }];
  };
}

const netBy = ({ fixedFen, percentOff = 0 }: Term, fen: number): number =>
  fixedFen ?? Math.round((fen * (100 - percentOff)) / 100);

/** What a code is called, an item or a service. */
export const nameOf = (code: string): Bilingual =>
  catalogueItem(code)?.name ?? serviceCalled(code)?.name ?? { en: code, zh: code };

const listReason = (date: string): Bilingual => ({
  en: `List price of ${date}`,
  zh: `${date} 标价`,
});
