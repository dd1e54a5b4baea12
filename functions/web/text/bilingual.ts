/**
 * The words of one page: every key begins with a prefix the page owns (one name or several), and `zh` says exactly what `en` says.
 * `{name}` is replaced by the parameter; `{n|day|days}` chooses by it and prints only the chosen word.
 */
export function words<const P extends string, const E extends Record<`${P}.${string}`, string>>(
  _prefixes: P | readonly P[],
  both: { en: E; zh: NoInfer<{ [K in keyof E]: string }> },
): { en: E; zh: { [K in keyof E]: string } } {
  return both;
}

type NameIn<Hole extends string> = Hole extends `${infer Name}|${string}` ? Name : Hole;

/** The parameter names a sentence needs. */
export type NamesIn<Sentence> = Sentence extends `${string}{${infer Hole}}${infer Rest}`
  ? NameIn<Hole> | NamesIn<Rest>
  : never;

/** Fills a sentence. Throws on a name that was not given: a hole in a sentence must not reach a reader. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(
    /\{([^}|]+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, other?: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`the sentence needs {${name}}`);
      if (one === undefined) return String(value);
      return (Number(value) === 1 ? one : other) ?? "";
    },
  );
}
