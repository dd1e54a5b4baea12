import type * as z from "zod";
import { type FieldProblem, InvalidInput } from "./errors.ts";
import type { Bilingual } from "./text.ts";

/**
 * Parses what came through a door.
 * @throws InvalidInput naming every field that was refused and the words that mend it.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.flatMap(problemsOf));
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join("."),
      message: { en: "This field is not known here; leave it out.", zh: "此处没有该字段，请去掉。" },
    }));
  return [{ field: issue.path.join(".") || "body", message: wordsFor(issue) }];
}

/** A schema's own words travel as `params`; see `says`. */
function wordsFor(issue: z.core.$ZodIssue): Bilingual {
  if (issue.code === "custom" && issue.params?.["words"]) return issue.params["words"] as Bilingual;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? { en: "Please fill this in.", zh: "请填写此项。" }
        : issue.expected === "number" || issue.expected === "int"
          ? { en: "Write a whole number or a decimal, without a unit.", zh: "请填写数字，不带单位。" }
          : { en: `This needs to be a ${issue.expected}.`, zh: "此项的类型不正确。" };
    case "too_small":
      return Number(issue.minimum) === 1
        ? { en: "Please fill this in.", zh: "请填写此项。" }
        : { en: `At least ${issue.minimum} is needed.`, zh: `至少需要 ${issue.minimum}。` };
    case "too_big":
      return { en: `At most ${issue.maximum} is possible.`, zh: `最多 ${issue.maximum}。` };
    case "invalid_value":
      return { en: `Choose one of: ${issue.values.join(", ")}.`, zh: `请选择：${issue.values.join("、")}。` };
    case "invalid_format":
      return { en: "This is not in the expected form.", zh: "格式不正确。" };
    default:
      return { en: "Please check this.", zh: "请检查此项。" };
  }
}

/** Refinement options that carry a rule's own sentence in both languages. */
export const says = (words: Bilingual): { error: string; params: { words: Bilingual } } => ({
  error: words.en,
  params: { words },
});
