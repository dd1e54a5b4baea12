import type { PageRoute } from "../page-route.ts";

export const enrolPages: PageRoute[] = [];
