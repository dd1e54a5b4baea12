import { words } from "../bilingual.ts";

export const results = words("results", { en: { "results.title": "x" }, zh: { "results.title": "x" } });
