import type { Language } from "../../kernel/text.ts";
import type { ExamResults } from "../../testing/index.ts";
import { readingText } from "../sentence.ts";
import { blank, slotsIn, type Template } from "./template.ts";

/** A template with the exam's values in its slots; what was not measured is left blank, to be seen. */
export const filledTemplate = (
  { text }: Pick<Template, "text">,
  results: ExamResults["results"],
  language: Language,
): string =>
  slotsIn(text[language]).reduce((so, code) => {
    const reading = results[code];
    const said = (unit: string) => (reading ? readingText(code, { ...reading, unit }, language) : blank);
    return so.replaceAll(`{${code}}`, said(reading?.unit ?? "")).replaceAll(`{${code}.value}`, said(""));
  }, text[language]);

/** Whether every slot of a template has its value in this exam. */
export const fits = ({ text }: Pick<Template, "text">, results: ExamResults["results"]): boolean =>
  slotsIn(text.zh).every((code) => results[code] !== undefined);
