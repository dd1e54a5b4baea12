const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * The unified social credit code (18 characters) out of what was typed, or undefined where its form or check digit
 * is wrong. GB 32100-2015: modulus 31 over the alphabet without I, O, S, V, Z; weights 3^i mod 31.
 */
export function readTaxNumber(text: string): string | undefined {
  const code = text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (!new RegExp(`^[${alphabet}]{2}\\d{6}[${alphabet}]{10}$`).test(code)) return undefined;
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? ""), 0);
  return alphabet[(31 - (sum % 31)) % 31] === code[17] ? code : undefined;
}
