import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { CatalogueItem } from "../catalogue/catalogue-item.ts";

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()_:·-]|类$|级$|型$|分类|分级|category/g, "");

/** Systems by the names reports put before a category: `BI-RADS 4a`. */
const systems = /^(?:c-?ti-?rads|acr|ti-?rads|c-?lung-?rads|lung-?rads|bi-?rads|hpv)+/;

/**
 * The code of the word somebody wrote for a choice: the code itself, its name in either language, or another
 * spelling, with or without the system's name before it. Undefined when it is none of them: never the nearest.
 */
export function wordWritten(item: Pick<CatalogueItem, "words">, text: string): string | undefined {
  const whole = bare(text);
  const alone = bare(text.normalize("NFKC").toLowerCase().replace(/\s/g, "").replace(systems, ""));
  return item.words?.find(({ code, name, also = [] }) =>
    [code, name.en, name.zh, ...also].map(bare).some((one) => one === whole || one === alone),
  )?.code;
}

/** How the word of a coded result reads; undefined for a number, free text or a strip's word. */
export const resultWord = (code: string, value: number | string): Bilingual | undefined =>
  catalogueItem(code)?.words?.find((word) => word.code === value)?.name;

/** The items a set of results looked at: those measured, and each examination a coded finding must come from. */
export function itemsLookedAt(results: Readonly<Record<string, unknown>>): string[] {
  const items = Object.keys(results);
  const behind = items.flatMap((code) => {
    const of = catalogueItem(code)?.partOf ?? [];
    return of.length === 1 ? of : [];
  });
  return [...new Set([...items, ...behind])];
}
