import { words } from "../bilingual.ts";

export const book = words("book", { en: { "book.title": "x" }, zh: { "book.title": "x" } });
