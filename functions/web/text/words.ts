import { book } from "./pages/book.ts";
import { chart } from "./pages/chart.ts";
import { clients } from "./pages/clients.ts";
import { enrol } from "./pages/enrol.ts";
import { importing } from "./pages/import.ts";
import { kit } from "./pages/kit.ts";
import { nav } from "./pages/nav.ts";
import { results } from "./pages/results.ts";
import { today } from "./pages/today.ts";
import { web } from "./pages/web.ts";

/** All words of the product, one line a page. A key missing in one language fails the type check there. */
export const en = {
  ...kit.en,
  ...nav.en,
  ...chart.en,
  ...web.en,
  ...today.en,
  ...enrol.en,
  ...book.en,
  ...importing.en,
  ...results.en,
  ...clients.en,
};
export const zh: Record<keyof typeof en, string> = {
  ...kit.zh,
  ...nav.zh,
  ...chart.zh,
  ...web.zh,
  ...today.zh,
  ...enrol.zh,
  ...book.zh,
  ...importing.zh,
  ...results.zh,
  ...clients.zh,
};

export type Key = keyof typeof en;
export type Sentences = typeof en;
