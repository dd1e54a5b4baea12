/**
 * Shares a total out over parts in proportion to their weights, in whole fen, none lost: the fractions go to those
 * who are cut most (largest remainder; of equals the first by code). With `total` at most the sum of the weights no
 * share is above its weight.
 */
export function sharesOf(weights: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  if (sum === 0) return new Map([...weights.keys()].map((code) => [code, 0]));
  const exact = [...weights].map(([code, weight]) => {
    const cut = BigInt(total) * BigInt(weight);
    return { code, whole: Number(cut / BigInt(sum)), rest: Number(cut % BigInt(sum)) };
  });
  const over = total - exact.reduce((all, { whole }) => all + whole, 0);
  const byRest = exact.toSorted((a, b) => b.rest - a.rest || (a.code < b.code ? -1 : 1));
  const luckier = new Set(byRest.slice(0, over).map(({ code }) => code));
  return new Map(exact.map(({ code, whole }) => [code, whole + (luckier.has(code) ? 1 : 0)]));
}
