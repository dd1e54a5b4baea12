import type * as z from "zod";
import type { Ctx } from "../kernel/context.ts";
import { type FieldProblem, InvalidInput } from "../kernel/errors.ts";
import { localDate } from "../kernel/time.ts";
import { catalogueItem, type NewResult, type Provenance, plausibilityOf } from "../testing/index.ts";
import { readValue } from "./read-value.ts";
import type { ResultsSchema } from "./results-schema.ts";

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
    const read = readValue(known, String(value), unit ?? known.unit);
    if (read === "none") return refuse({ en: "Type a result, or leave it out.", zh: "请填写结果，或留空。" });
    if ("refused" in read) return refuse(read.refused);
    const likely = typeof read.value === "number" ? plausibilityOf(item, read.value) : "likely";
    if (likely === "unlikely" && !form.confirmed.includes(item))
      return refuse({
        en: "This value is unusual. Look again, then confirm it.",
        zh: "该值少见，请复核后确认。",
      });
    return [{ item, ...read }];
  });
  if (problems.length) throw new InvalidInput(problems);
  return { date: form.date, results, from: { source: form.source } };
}
