import { words } from "../bilingual.ts";

export const enrol = words("enrol", { en: { "enrol.title": "x" }, zh: { "enrol.title": "x" } });
