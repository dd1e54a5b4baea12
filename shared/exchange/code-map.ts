import * as z from "zod";
import { documentKinds } from "../clients/index.ts";
import { catalogueItem, unitProblem } from "../testing/index.ts";
import { personFields } from "./column-names.ts";
import type { ColumnMeaning } from "./columns.ts";

/** What a centre decided a column or a local code means; `unknown` leaves it out knowingly. */
export const MeaningSchema: z.ZodType<ColumnMeaning> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("item"), item: z.string().max(40), unit: z.string().max(30) }),
  z.object({
    kind: z.literal("person"),
    field: z.enum(personFields),
    document: z.enum(documentKinds).exactOptional(),
  }),
  z.object({ kind: z.literal("unknown") }),
]);

/** Every decision of a centre, by the header or code as it stands in files and messages. */
export const CodeMapSchema = z.record(z.string(), MeaningSchema);
export type CodeMap = z.infer<typeof CodeMapSchema>;

/** No header of a table and no code of a laboratory is longer. */
export const longestCode = 120;

/** Why a meaning cannot be: an item that is none, or a unit its results cannot be read in. */
export function meaningProblem(meaning: ColumnMeaning) {
  if (meaning.kind !== "item") return undefined;
  const item = catalogueItem(meaning.item);
  if (!item) return { en: "This item is not in the catalogue.", zh: "项目目录中没有该项目。" };
  return item.kind === "number" && meaning.unit ? unitProblem(meaning.item, meaning.unit) : undefined;
}
