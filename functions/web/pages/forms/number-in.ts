/** A typed number in half width, or undefined for what is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The same from a phone's keypad, where some have a comma for a point. */
export const numberKeyed = (text: string): number | undefined =>
  numberIn(text.normalize("NFKC").replace(",", "."));
