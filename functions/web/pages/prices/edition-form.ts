import { InvalidInput, NotFound } from "../../../../shared/kernel/errors.ts";
import {
  type DayPrices,
  type Edition,
  knownPart,
  listKinds,
  type PriceList,
  type Term,
} from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { among } from "../forms/among.ts";
import { fenIn, fenOf, yuanText } from "../sale/yuan.ts";

/** Under which tab an edition stands. */
export const kinds: Record<Edition["kind"], (id: string) => "items" | "services" | "packages" | "lists"> = {
  part: (id) => (knownPart(id)?.category === "exam" ? "items" : "services"),
  package: () => "packages",
  list: () => "lists",
};

/** A list's terms as they are typed: one a line, what it is for and `10%` or an amount in yuan. */
export const termsText = (terms: readonly Term[]): string =>
  terms
    .map(
      ({ on, percentOff, fixedFen }) =>
        `${on} ${fixedFen === undefined ? `${percentOff ?? 0}%` : yuanText(fixedFen)}`,
    )
    .join("\n");

function termsIn(text: string): Term[] {
  return text
    .split("\n")
    .map((line) => line.normalize("NFKC").trim())
    .filter(Boolean)
    .map((line) => {
      const [on = "", much = ""] = line.split(/\s+/);
      const percent = /^(\d{1,3})%$/.exec(much)?.[1];
      const fixedFen = fenOf(much);
      if (percent === undefined && fixedFen === undefined)
        throw new InvalidInput([
          {
            field: "terms",
            message: {
              en: `“${line.slice(0, 60)}”: write what it is for and 10% or an amount, such as code:LDCT 260.`,
              zh: `“${line.slice(0, 60)}”：请写适用范围和 10% 或金额，如 code:LDCT 260。`,
            },
          },
        ]);
      return percent === undefined ? { on, fixedFen: fixedFen ?? 0 } : { on, percentOff: Number(percent) };
    });
}

/** What the form of this page describes. @throws InvalidInput for what is no amount or no term. */
export function editionIn({ form, params }: PageCall): Edition {
  const { kind = "", id = "" } = params;
  const from = form.text("from");
  const until = form.maybe("until");
  const dated = { from, ...(until ? { until } : {}) };
  if (kind === "part")
    return { kind, id, from, priceFen: fenIn(form, "priceFen"), costFen: fenIn(form, "costFen") };
  if (kind === "package") {
    const fixed = form.text("female") || form.text("male");
    return {
      kind,
      id,
      ...dated,
      items: form.all("items"),
      services: form.all("services"),
      percentOff: Number(form.text("percentOff") || "0"),
      ...(fixed ? { fixedFen: { female: fenIn(form, "female"), male: fenIn(form, "male") } } : {}),
    };
  }
  if (kind !== "list") throw new NotFound();
  return {
    kind,
    id: id === "new" ? form.text("id") : id,
    ...dated,
    name: { zh: form.text("name.zh"), en: form.text("name.en") || form.text("name.zh") },
    of: among(listKinds, form.text("of")) ?? "campaign",
    key: form.text("key"),
    terms: termsIn(form.text("terms")),
  };
}

/** What a form begins with: what is in force. */
export function firstOf(kind: string, id: string, prices: DayPrices): Record<string, string> {
  const part = kind === "part" ? prices.part(id) : undefined;
  if (part) return { priceFen: yuanText(part.priceFen), costFen: yuanText(part.costFen) };
  const bundle = kind === "package" ? prices.bundle(id) : undefined;
  if (bundle)
    return {
      percentOff: String(bundle.percentOff),
      ...(bundle.until ? { until: bundle.until } : {}),
      ...(bundle.fixedFen
        ? { female: yuanText(bundle.fixedFen.female), male: yuanText(bundle.fixedFen.male) }
        : {}),
    };
  const list = kind === "list" ? prices.lists.find((one) => one.id === id) : undefined;
  return list ? ofList(list) : { of: "campaign" };
}

const ofList = (list: PriceList): Record<string, string> => ({
  "name.zh": list.name.zh,
  "name.en": list.name.en,
  of: list.of,
  key: list.key,
  terms: termsText(list.terms),
  ...(list.until ? { until: list.until } : {}),
});
