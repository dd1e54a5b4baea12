import type { Bilingual } from "../kernel/text.ts";
import type { PlainDate } from "../kernel/time.ts";
import { catalogueItem, type ExamResults, resultWord } from "../testing/index.ts";
import type { Held } from "./conditions.ts";

import { rounded } from "./scores/rounding.ts";
import type { World } from "./world.ts";

const units: Readonly<Record<string, string>> = {
  "mm[Hg]": "mmHg",
  "10*9/L": "×10⁹/L",
  "10*12/L": "×10¹²/L",
  "umol/L": "µmol/L",
  "kg/m2": "kg/m²",
  "mL/min/{1.73_m2}": "mL/min/1.73 m²",
  "m[IU]/L": "mIU/L",
  "u[IU]/mL": "µIU/mL",
  "/min": "/min",
  "{ratio}": "",
  "[pH]": "",
  "{T-score}": "",
  "[ppth]": "‰",
  "[IU]/mL": "IU/mL",
  Cel: "°C",
};

/** A UCUM unit as people write it. */
export const unitText = (ucum: string): string => units[ucum] ?? ucum;

/** What an item or a score is called; its code when nobody has named it. */
export const nameOf = (code: string, world: World): Bilingual =>
  catalogueItem(code)?.name ?? world.scores.get(code)?.name ?? { en: code, zh: code };

/** The value of a score or item with its unit, a coded word as it reads; undefined when there is none. */
function valueText(code: string, world: World, language: keyof Bilingual): string | undefined {
  const score = world.scores.get(code);
  if (score?.value != null)
    return withUnit(rounded(score.value, score.decimals).toFixed(score.decimals), score.unit);
  const reading = world.facts.results[code];
  return reading && readingText(code, reading, language);
}

/** A result with its unit, a coded word as it reads, free text as it stands. */
export function readingText(
  code: string,
  reading: Pick<ExamResults["results"][string], "value" | "unit" | "comparator">,
  language: keyof Bilingual,
): string {
  const { value, unit, comparator = "" } = reading;
  if (typeof value === "number") return withUnit(`${comparator}${value}`, unit);
  return resultWord(code, value)?.[language] ?? stripWord(value)[language];
}

const stripWords: Readonly<Record<string, Bilingual>> = {
  negative: { en: "negative", zh: "阴性" },
  trace: { en: "trace", zh: "±" },
  positive: { en: "positive", zh: "阳性" },
  reactive: { en: "reactive", zh: "有反应性" },
};

/** The word of a strip or a test, which has no unit; a word of its own, like `2+`, stands as it is. */
const stripWord = (word: string): Bilingual => stripWords[word.toLowerCase()] ?? { en: word, zh: word };

const withUnit = (value: string, unit: string): string =>
  value && unit ? `${value} ${unitText(unit)}`.trimEnd() : value || unitText(unit);

const limits: Readonly<Record<Held["op"], (limit: string) => Bilingual>> = {
  ">=": (limit) => ({ en: `cut-off: ${limit} or more`, zh: `界值：${limit} 及以上` }),
  ">": (limit) => ({ en: `cut-off: more than ${limit}`, zh: `界值：高于 ${limit}` }),
  "<": (limit) => ({ en: `cut-off: less than ${limit}`, zh: `界值：低于 ${limit}` }),
  "<=": (limit) => ({ en: `cut-off: ${limit} or less`, zh: `界值：${limit} 及以下` }),
};

/** Every comparison that held, once per item: name, value, cut-off. */
function which(held: readonly Held[], world: World): Bilingual {
  const seen = new Set<string>();
  const parts: Bilingual[] = [];
  for (const { item, score, op, limit } of held) {
    const code = item ?? score ?? "";
    if (seen.has(code)) continue;
    seen.add(code);
    const name = nameOf(code, world);
    const value = valueText(code, world, "en") ?? "";
    const words = limits[op](asExactAs(value, rounded(limit, 3)));
    parts.push({ en: `${name.en} ${value} (${words.en})`, zh: `${name.zh} ${value}（${words.zh}）` });
  }
  return { en: parts.map(({ en }) => en).join("; "), zh: parts.map(({ zh }) => zh).join("；") };
}

const unmeasured: Bilingual = { en: "not measured", zh: "未测" };

/** A limit with as many decimals as the value beside it: 7.2 against 7.0. */
function asExactAs(value: string, limit: number): string {
  const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return limit.toFixed(Math.max(decimals(value), decimals(String(limit))));
}

/**
 * Fills in both languages `{which}` (the comparisons that held), `{CODE}` (value and unit), `{CODE.value}`
 * (the value alone), `{CODE.name}`, `{name}` (what the finding is called) and `{since}` (a day).
 */
export function fill(
  template: Bilingual,
  held: readonly Held[],
  world: World,
  name: Bilingual,
  since?: PlainDate,
): Bilingual {
  if (!template.en.includes("{") && !template.zh.includes("{")) return template;
  const comparisons = which(held, world);
  const say = (text: string, language: keyof Bilingual): string =>
    text.replace(/\{([A-Za-z0-9-]+)(?:\.(value|name))?\}/g, (_, key: string, part?: string) => {
      if (key === "which") return comparisons[language];
      if (key === "name") return name[language];
      if (key === "since") return since ?? "–";
      if (part === "name") return nameOf(key, world)[language];
      const full = valueText(key, world, language);
      if (part === "value") return full?.split(" ")[0] ?? "–";
      return full ?? unmeasured[language];
    });
  return { en: say(template.en, "en"), zh: say(template.zh, "zh") };
}
