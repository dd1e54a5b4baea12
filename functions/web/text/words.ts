import { chart } from "./pages/chart.ts";
import { kit } from "./pages/kit.ts";
import { nav } from "./pages/nav.ts";
import { web } from "./pages/web.ts";

/** All words of the product, one line a page. A key missing in one language fails the type check there. */
export const en = { ...kit.en, ...nav.en, ...chart.en, ...web.en };
export const zh: Record<keyof typeof en, string> = { ...kit.zh, ...nav.zh, ...chart.zh, ...web.zh };

export type Key = keyof typeof en;
export type Sentences = typeof en;
