import type { PageRoute } from "../page-route.ts";

export const resultsPages: PageRoute[] = [];
