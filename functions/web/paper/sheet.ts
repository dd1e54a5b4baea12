import type { Bilingual, Language } from "../../../shared/kernel/text.ts";
import { type Text, textFor } from "../text/index.ts";

/** The languages a report is printed in: one, or Chinese with English beside it. */
export const tongues = ["zh", "en", "both"] as const;
export type Tongue = (typeof tongues)[number];

/** Words in each language of the sheet. */
export type Words = Partial<Bilingual>;

/** Everything a printed report says, already in words; `drawings` are SVG files by the names the rest uses. */
export interface Sheet {
  /** The language the document declares. */
  lang: Language;
  title: string;
  heading: Words;
  centre: Words;
  /** What a reader must know first: a draft, a recalled report. */
  notice?: Words;
  facts: { word: Words; fact: Words }[];
  grade: { word: Words; name: Words; says: Words };
  conclusion: { word: Words; paragraphs: Words[]; because?: Words };
  /** What each department concluded; none where none wrote. */
  departments: { word: Words; rows: { name: Words; outcome: Words; says: Words; by: string }[] };
  findings: { word: Words; groups: { name: Words; findings: PrintedFinding[] }[] };
  results: { word: Words; heads: Words[]; groups: { name: Words; rows: PrintedResult[] }[] };
  trends: { word: Words; charts: { name: Words; drawing: string; says: string }[] };
  scores: { word: Words; rows: { name: Words; says: Words; source: Words }[] };
  next: { word: Words; steps: { when: string; what: Words }[]; none: Words };
  plan?: { word: Words; goals: Words[]; actions: { what: Words; how: Words }[] };
  /** The hands under it, first and second. */
  signed?: { name: string; title: Words; at: string; word: Words }[];
  /** A second signature that is asked for and not given. */
  awaits?: Words;
  unsigned?: Words;
  authentic?: { drawing: string; address: string; says: Words; alt: string };
  covers: Words;
  foot: Words;
  drawings: Record<string, string>;
}

export interface PrintedFinding {
  name: Words;
  says: Words;
  means: Words;
}

export interface PrintedResult {
  name: Words;
  value: Words;
  unit: string;
  range: Words;
  last: Words;
  /** The kind of flag, "" where nothing is to be said. */
  kind: string;
  flag: Words;
}

/** Makes words of a sentence, once for each language of the sheet. */
export type Saying = (make: (t: Text) => string) => Words;

const texts = { zh: textFor("zh"), en: textFor("en") };

export const sayingIn =
  (tongue: Tongue): Saying =>
  (make) => ({
    ...(tongue === "en" ? {} : { zh: make(texts.zh) }),
    ...(tongue === "zh" ? {} : { en: make(texts.en) }),
  });

/** The first language of the sheet, for what is said once. */
export const firstOf = (tongue: Tongue): Text => (tongue === "en" ? texts.en : texts.zh);
