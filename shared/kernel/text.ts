import * as z from "zod";

/** A sentence that belongs to data, in both languages. */
export interface Bilingual {
  en: string;
  zh: string;
}

export const BilingualSchema = z.object({ en: z.string(), zh: z.string() });

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
