import { bundleParts, type DayPrices, type Sale, type Wanted } from "../../../../shared/testing/index.ts";
import type { Form } from "../../page-route.ts";

type Sex = "female" | "male";

/** A swap as a form carries it. */
export const swapValue = (swap: { out: string; in: string }): string => `${swap.out}>${swap.in}`;

const swapsIn = (form: Form): { out: string; in: string }[] => {
  const pairs = form.all("swap").flatMap((text) => {
    const [out, into] = text.split(">");
    return out && into ? [{ out, in: into }] : [];
  });
  const [out, into] = [form.text("out"), form.text("in")];
  return out && into ? [...pairs, { out, in: into }] : pairs;
};

/**
 * What a form of the sale page wishes for. A level that is not the one shown is taken whole; of the one shown, what
 * is still ticked. What the package holds is not added as well.
 */
export function wishIn(
  form: Form,
  sex: Sex,
  prices: DayPrices,
  sale: Pick<Sale, "wanted"> | undefined,
): Wanted {
  const id = sale ? (sale.wanted.package ?? "") : form.text("package");
  const bundle = prices.bundle(id);
  const parts = new Set(bundle ? bundleParts(bundle, sex, prices).map(({ code }) => code) : []);
  const asShown = form.text("shown") === id;
  const kept = new Set([...form.all("keep"), ...form.all("add")]);
  const swap = asShown
    ? swapsIn(form).filter((one) => parts.has(one.out) && !parts.has(one.in) && prices.part(one.in))
    : [];
  const drop = asShown
    ? [...parts].filter((code) => !kept.has(code) && !swap.some((one) => one.out === code))
    : [];
  const ins = new Set(swap.map((one) => one.in));
  const add = [...new Set(form.all("add"))].filter(
    (code) => code && !parts.has(code) && !ins.has(code) && fits(prices, code, sex),
  );
  const lists = sale
    ? sale.wanted.lists
    : form.all("list").filter((one) => prices.lists.some(({ id }) => id === one));
  return { ...(bundle ? { package: bundle.id } : {}), drop, add, swap, lists };
}

const fits = (prices: DayPrices, code: string, sex: Sex): boolean => {
  const part = prices.part(code);
  return part !== undefined && (!part.sex || part.sex === sex);
};
