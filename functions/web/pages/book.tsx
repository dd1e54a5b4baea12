import type { PageRoute } from "../page-route.ts";

export const bookPages: PageRoute[] = [];
