/** Takes out the noise of binary fractions, far below any reported digit. */
export const tidy = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Rounds once for display, halves away from zero. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(tidy(Math.abs(value) * factor))) / factor;
}
