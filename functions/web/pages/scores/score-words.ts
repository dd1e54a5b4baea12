import {
  asMeasured,
  formulaCalled,
  formulaGroupOf,
  formulaGroups,
  type Input,
  rounded,
  type Score,
  unitText,
  type WhatIf,
} from "../../../../shared/assessment/index.ts";
import type { Text } from "../../text/index.ts";

/** A score's number with its unit, rounded once; nothing where the number only counts bands. */
export function figure(t: Text, { id, value, decimals, unit }: Score): string {
  if (value === null) return t("score.not-computed");
  if (formulaCalled(id)?.ranks) return "";
  return [t.number(value, decimals), unitText(unit)].filter(Boolean).join(" ");
}

/** A value that went into a score, in words where it is not a number. */
export function valueSaid(t: Text, value: number | string | boolean | undefined, unit = ""): string {
  if (value === undefined) return t("score.unknown");
  if (typeof value === "boolean") return t(value ? "score.yes" : "score.no");
  if (value === "female" || value === "male") return t(`score.${value}`);
  return typeof value === "number"
    ? [t.number(Math.round(value * 100) / 100), unitText(unit)].filter(Boolean).join(" ")
    : value;
}

/** The word of a choice, or the words ticked, as they read; undefined where the input has no words of its own. */
export function wordSaid(t: Text, input: Input | undefined, value: unknown): string | undefined {
  if (!input || !("says" in input) || !input.says || typeof value !== "string") return undefined;
  const { says } = input;
  const words = value.split("; ").map((word) => says[word]);
  return words.every((word) => word !== undefined) ? t.list(words.map((word) => t.pick(word))) : undefined;
}

/** "systolic pressure 129 mmHg instead of 146 mmHg" */
export const changeSaid = (t: Text, { label, unit, from, to }: WhatIf): string =>
  t("score.change", {
    name: t.pick(label),
    to: valueSaid(t, to, unit),
    from: valueSaid(t, from, unit),
  });

/** For whom a formula holds, one part an input that has limits, in the unit it is measured in. */
export function validFor(t: Text, id: string): string[] {
  return Object.values(formulaCalled(id)?.inputs ?? {}).flatMap((input) => {
    if (input.kind !== "number") return [];
    const { min, max, below } = input;
    const { unit, decimals, toMeasured } = asMeasured(input, max ?? below ?? min ?? 0);
    const said = (value: number | undefined) =>
      value === undefined ? "" : t.number(rounded(toMeasured(value), decimals));
    const words = {
      name: t.pick(input.label),
      unit: unitText(unit === "a" ? "" : unit),
      low: said(min),
      high: said(max ?? below),
    };
    if (min !== undefined && max !== undefined) return [t("score.between", words).trim()];
    if (max !== undefined) return [t("score.up-to", words).trim()];
    if (below !== undefined) return [t("score.under", words).trim()];
    return min === undefined || min === 0 ? [] : [t("score.from", words).trim()];
  });
}

/** Scores in the groups a physician reads them in; the first of each group carries its name. */
export const inGroups = <T>(
  t: Text,
  scores: readonly T[],
  idOf: (one: T) => string,
): { of: T; group: string | undefined }[] =>
  formulaGroups.flatMap(({ id, name }) =>
    scores
      .filter((one) => formulaGroupOf(idOf(one))?.id === id)
      .map((of, at) => ({ of, group: at === 0 ? t.pick(name) : undefined })),
  );
