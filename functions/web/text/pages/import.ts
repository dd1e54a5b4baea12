import { words } from "../bilingual.ts";

export const importing = words("import", { en: { "import.title": "x" }, zh: { "import.title": "x" } });
