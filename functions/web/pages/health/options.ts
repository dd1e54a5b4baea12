/** "Not asked" first, so that an untouched list says so. */
export const unknownFirst = <T extends string>(all: readonly T[], label: (word: T) => string) =>
  [...all]
    .sort((a, b) => Number(b === "unknown") - Number(a === "unknown"))
    .map((value) => ({ value, label: label(value) }));
