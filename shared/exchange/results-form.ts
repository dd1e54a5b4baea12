import * as z from "zod";
import type { Ctx } from "../kernel/context.ts";
import { type FieldProblem, InvalidInput } from "../kernel/errors.ts";
import { says } from "../kernel/parse.ts";
import { isPlainDate, localDate } from "../kernel/time.ts";
import {
  catalogueItem,
  type NewResult,
  type Provenance,
  plausibilityOf,
  toCatalogueUnit,
} from "../testing/index.ts";

/** Results of one exam as a person types them; a unit left out is the catalogue's own. */
export const ResultsSchema = z.strictObject({
  date: z
    .string()
    .refine(isPlainDate, says({ en: "Write the date as YYYY-MM-DD.", zh: "日期格式为 YYYY-MM-DD。" })),
  source: z.string().trim().min(1).max(40).default("desk"),
  /** Item codes whose unlikely value was looked at again and stands. */
  confirmed: z.array(z.string()).default([]),
  results: z
    .array(
      z.strictObject({
        item: z.string(),
        value: z.union([z.number(), z.string().trim().min(1).max(200)]),
        unit: z.string().max(30).optional(),
      }),
    )
    .min(1)
    .max(120),
});

/**
 * Typed results in the catalogue's units.
 * @throws InvalidInput naming each item that is unknown, in a unit that does not fit, impossible, or
 * unlikely and not confirmed; and a date that lies ahead.
 */
export function resultsFromForm(
  form: z.output<typeof ResultsSchema>,
  ctx: Pick<Ctx, "now">,
): { date: string; results: NewResult[]; from: Provenance } {
  const problems: FieldProblem[] = [];
  if (form.date > localDate(ctx.now()))
    problems.push({ field: "date", message: { en: "This day has not come yet.", zh: "该日期尚未到来。" } });
  const results = form.results.flatMap(({ item, value, unit }): NewResult[] => {
    const refuse = (message: FieldProblem["message"]) => {
      problems.push({ field: `results.${item}`, message });
      return [];
    };
    const known = catalogueItem(item);
    if (!known) return refuse({ en: "This item is not in the catalogue.", zh: "项目目录中没有该项目。" });
    if (typeof value === "string")
      return known.kind === "number"
        ? refuse({ en: "Type a number.", zh: "请输入数字。" })
        : [{ item, value, unit: known.unit }];
    const converted = toCatalogueUnit(item, value, unit ?? known.unit);
    if ("refused" in converted) return refuse(converted.refused);
    const likely = plausibilityOf(item, converted.value);
    if (likely === "impossible")
      return refuse({
        en: "No living person has this value. Check the decimal point.",
        zh: "该值不可能出现，请检查小数点。",
      });
    if (likely === "unlikely" && !form.confirmed.includes(item))
      return refuse({
        en: "This value is unusual. Look again, then confirm it.",
        zh: "该值少见，请复核后确认。",
      });
    return [{ item, value: converted.value, unit: converted.unit }];
  });
  if (problems.length) throw new InvalidInput(problems);
  return { date: form.date, results, from: { source: form.source } };
}
