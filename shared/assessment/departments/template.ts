import * as z from "zod";
import { says } from "../../kernel/parse.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem } from "../../testing/index.ts";
import { departmentCalled } from "./department.ts";

export const outcomes = ["nothing abnormal", "abnormal"] as const;
/** What a department says on the whole; the rules are compared with this word, never with the sentence. */
export type Outcome = (typeof outcomes)[number];

/** A sentence as shipped. */
export interface ShippedTemplate {
  readonly id: string;
  readonly department: string;
  readonly outcome: Outcome;
  readonly name: Bilingual;
  readonly text: Bilingual;
}

/** What stands where a value is missing; a conclusion with one in it is not kept. */
export const blank = "＿＿";

const slot = /\{([^{}]*)\}/g;

/** The items a sentence takes its values from, each once; `{CODE.value}` is the value without its unit. */
export const slotsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(slot)].map(([, code = ""]) => code.replace(/\.value$/, ""))),
];

const named = z.strictObject({
  zh: z.string().trim().min(1).max(60),
  en: z.string().trim().min(1).max(80),
});
const sentence = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine(
    (text) => slotsIn(text).every((code) => catalogueItem(code)) && !/[{}]/.test(text.replace(slot, "")),
    says({
      en: "A slot is an item code of the catalogue in braces, such as {SBP}. One of these is not.",
      zh: "占位须为目录中的项目代码并加花括号，如 {SBP}；其中有一处不是。",
    }),
  );
const text = z.strictObject({ zh: sentence, en: sentence }).refine(
  ({ zh, en }) => slotsIn(zh).toSorted().join() === slotsIn(en).toSorted().join(),
  says({
    en: "Both languages must name the same items in braces.",
    zh: "中英文中的占位项目须一致。",
  }),
);

const department = z
  .string()
  .refine(
    (id) => departmentCalled(id) !== undefined,
    says({ en: "Choose a department of the list.", zh: "请从列表中选择科室。" }),
  );

/** A sentence as somebody edits it; `seen` is the version they had before them. */
export const EditTemplateSchema = z.strictObject({
  department,
  outcome: z.enum(outcomes),
  name: named,
  text,
  /** Kept and no longer offered. */
  retired: z.boolean().default(false),
  seen: z.int().min(0).optional(),
});

/**
 * One version of a text template. Version 0 is the shipped one; each edit is a further version, in force at once,
 * and none is ever changed: what was written by it stays what it was.
 */
export const TemplateSchema = z.object({
  id: z.string(),
  version: z.int().min(0),
  department: z.string(),
  outcome: z.enum(outcomes),
  name: z.object({ zh: z.string(), en: z.string() }),
  text: z.object({ zh: z.string(), en: z.string() }),
  retired: z.boolean(),
  by: z.exactOptional(z.object({ id: z.string(), name: z.string() })),
  at: z.exactOptional(z.iso.datetime()),
});
export type Template = z.infer<typeof TemplateSchema>;
