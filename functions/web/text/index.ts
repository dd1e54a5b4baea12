import type { Bilingual, Language } from "../../../shared/kernel/text.ts";
import { defaultZone } from "../../../shared/kernel/time.ts";
import { fill, type NamesIn } from "./bilingual.ts";
import { type Calendar, calendarFor } from "./calendar.ts";
import { en, type Key, type Sentences, zh } from "./words.ts";

export type { Key } from "./words.ts";

type Params<K extends Key> = [NamesIn<Sentences[K]>] extends [never]
  ? []
  : [params: Readonly<Record<NamesIn<Sentences[K]>, string | number>>];

/** The page's words in one language: `t("worklist.title")`, with dates and numbers as that language writes them. */
export interface Text extends Calendar {
  <K extends Key>(key: K, ...params: Params<K>): string;
  language: Language;
  /** For the `lang` attribute. */
  lang: "en" | "zh-CN";
  /** The other language, which every page offers. */
  other: Language;
  pick(both: Bilingual): string;
  /** 1,240 · a fixed number of decimals when `digits` is given; minus is −. */
  number(value: number, digits?: number): string;
  /** Yuan: ¥6,247. */
  money(yuan: number): string;
  /** A share of one: 0.856 is 86%. */
  percent(share: number, digits?: number): string;
  /** a, b, c · a、b、c */
  list(parts: readonly string[]): string;
}

const minus = (text: string): string => text.replace("-", "−");

/** @param zone the IANA zone in which instants are read; plain dates stay as they are. */
export function textFor(language: Language, zone = defaultZone): Text {
  const sentences: Record<Key, string> = language === "zh" ? zh : en;
  const say = (key: Key, params: Readonly<Record<string, string | number>> = {}): string =>
    fill(sentences[key], params);
  const number = (value: number, digits?: number): string =>
    minus(
      value.toLocaleString("en-GB", {
        minimumFractionDigits: digits ?? 0,
        maximumFractionDigits: digits ?? 6,
      }),
    );
  return Object.assign(say as Text, calendarFor(language, zone), {
    language,
    lang: language === "zh" ? ("zh-CN" as const) : ("en" as const),
    other: language === "zh" ? ("en" as const) : ("zh" as const),
    pick: (both: Bilingual) => both[language],
    number,
    money: (yuan: number) =>
      `${yuan < 0 ? "−" : ""}¥${number(Math.abs(yuan), Number.isInteger(yuan) ? 0 : 2)}`,
    percent: (share: number, digits = 0) => `${number(share * 100, digits)}%`,
    list: (parts: readonly string[]) => parts.join(language === "zh" ? "、" : ", "),
  });
}
