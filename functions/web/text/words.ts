import { book } from "./pages/book.ts";
import { calc } from "./pages/calc.ts";
import { cap } from "./pages/cap.ts";
import { cases } from "./pages/cases.ts";
import { chart } from "./pages/chart.ts";
import { client } from "./pages/client.ts";
import { clients } from "./pages/clients.ts";
import { codes } from "./pages/codes.ts";
import { dept } from "./pages/dept.ts";
import { documents } from "./pages/documents.ts";
import { enrol } from "./pages/enrol.ts";
import { floor } from "./pages/floor.ts";
import { gone } from "./pages/gone.ts";
import { health } from "./pages/health.ts";
import { importing } from "./pages/import.ts";
import { kit } from "./pages/kit.ts";
import { link } from "./pages/link.ts";
import { log } from "./pages/log.ts";
import { me } from "./pages/me.ts";
import { nav } from "./pages/nav.ts";
import { paper } from "./pages/paper.ts";
import { price } from "./pages/price.ts";
import { quarantine } from "./pages/quarantine.ts";
import { quest } from "./pages/quest.ts";
import { results } from "./pages/results.ts";
import { review } from "./pages/review.ts";
import { rules } from "./pages/rules.ts";
import { sale } from "./pages/sale.ts";
import { score } from "./pages/score.ts";
import { sell } from "./pages/sell.ts";
import { spine } from "./pages/spine.ts";
import { team } from "./pages/team.ts";
import { today } from "./pages/today.ts";
import { visits } from "./pages/visits.ts";
import { web } from "./pages/web.ts";
import { worklist } from "./pages/worklist.ts";

/** All words of the product, one line a page. A key missing in one language fails the type check there. */
export const en = {
  ...kit.en,
  ...nav.en,
  ...chart.en,
  ...web.en,
  ...today.en,
  ...floor.en,
  ...dept.en,
  ...enrol.en,
  ...gone.en,
  ...health.en,
  ...book.en,
  ...importing.en,
  ...codes.en,
  ...results.en,
  ...documents.en,
  ...quarantine.en,
  ...quest.en,
  ...clients.en,
  ...me.en,
  ...visits.en,
  ...team.en,
  ...link.en,
  ...worklist.en,
  ...spine.en,
  ...cap.en,
  ...cases.en,
  ...review.en,
  ...paper.en,
  ...price.en,
  ...rules.en,
  ...sale.en,
  ...sell.en,
  ...score.en,
  ...calc.en,
  ...log.en,
  ...client.en,
};
export const zh: Record<keyof typeof en, string> = {
  ...kit.zh,
  ...nav.zh,
  ...chart.zh,
  ...web.zh,
  ...today.zh,
  ...floor.zh,
  ...dept.zh,
  ...enrol.zh,
  ...gone.zh,
  ...health.zh,
  ...book.zh,
  ...importing.zh,
  ...codes.zh,
  ...results.zh,
  ...documents.zh,
  ...quarantine.zh,
  ...quest.zh,
  ...clients.zh,
  ...me.zh,
  ...visits.zh,
  ...team.zh,
  ...link.zh,
  ...worklist.zh,
  ...spine.zh,
  ...cap.zh,
  ...cases.zh,
  ...review.zh,
  ...paper.zh,
  ...price.zh,
  ...rules.zh,
  ...sale.zh,
  ...sell.zh,
  ...score.zh,
  ...calc.zh,
  ...log.zh,
  ...client.zh,
};

export type Key = keyof typeof en;
export type Sentences = typeof en;
