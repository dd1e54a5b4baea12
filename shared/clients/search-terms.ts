import type { Client } from "./client.ts";
import type { Term } from "./clients.store.ts";

const hanzi = /\p{Script=Han}/u;
const initialOf = (syllable: string): string => syllable.slice(0, 1);

/** How ü is typed: Lü is found as lv, lu and lyu. */
const spellings = (syllable: string): string[] =>
  syllable.includes("ü") ? ["v", "u", "yu"].map((typed) => syllable.replace("ü", typed)) : [syllable];

/**
 * Everything a client can be found by: hanzi (from the surname or from the given name), full pinyin,
 * initials, the Latin name, the phone from its tail.
 * @param toPinyin reads hanzi as toneless syllables, every reading of a character that has several.
 */
export function termsOf(client: Client, toPinyin: (name: string) => string[][]): Term[] {
  const terms = new Set<string>();
  const name = client.name.replace(/[\s·•]/g, "");
  if (hanzi.test(name)) {
    terms.add(name);
    if (name.length > 1) terms.add(name.slice(1));
    for (const syllables of toPinyin(name)) {
      for (const spelled of product(syllables.map(spellings))) {
        terms.add(spelled.join(""));
        if (spelled.length > 1) terms.add(spelled.slice(1).join(""));
      }
      terms.add(syllables.map(initialOf).join(""));
    }
  } else terms.add(latin(name));
  if (client.nameLatin) terms.add(latin(client.nameLatin));
  const byName = [...terms].filter((term) => term.length > 1 || hanzi.test(term)).map(filed);
  const phone = client.contacts.phone?.replace(/\D/g, "");
  return phone && phone.length >= 7 ? [...byName, phoneTerm(phone)] : byName;
}

/** Where to look for what somebody typed, or undefined when it is too little. */
export function termFor(typed: string): Term | undefined {
  const text = typed.normalize("NFKC").trim();
  const digits = text.replace(/[\s+-]/g, "");
  if (/^\d+$/.test(digits)) return digits.length >= 4 ? phoneTerm(digits) : undefined;
  const plain = hanzi.test(text) ? text.replace(/[\s·•]/g, "") : latin(text);
  return plain.length > 1 || hanzi.test(plain) ? filed(plain) : undefined;
}

const latin = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ü/g, "v")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");

const filed = (term: string): Term => ({
  drawer: hanzi.test(term) ? term.slice(0, 1) : term.slice(0, 2),
  term,
});

/** A phone is filed backwards: whoever knows the last four digits finds it. */
function phoneTerm(digits: string): Term {
  const term = [...digits].reverse().join("");
  return { drawer: `t${term.slice(0, 4)}`, term };
}

const product = (choices: readonly string[][]): string[][] =>
  choices.reduce<string[][]>((rows, next) => rows.flatMap((row) => next.map((one) => [...row, one])), [[]]);
