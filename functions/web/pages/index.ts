import { type Actor, rolesOf } from "../../../shared/kernel/context.ts";
import { navFor, type Place } from "../layout/index.ts";
import type { PageRoute } from "../page-route.ts";
import { appointmentPages } from "./appointments.tsx";
import { boardPages } from "./board.tsx";
import { bookPages } from "./book.tsx";
import { calculatorPages } from "./calculators.tsx";
import { capacityPages } from "./capacity.tsx";
import { casesPages } from "./cases.tsx";
import { cashPages } from "./cash.tsx";
import { clientPages } from "./client.tsx";
import { clientsPages } from "./clients.tsx";
import { departmentPages } from "./departments.tsx";
import { doctorSettingsPages } from "./doctor-settings.tsx";
import { doctorPages } from "./doctors.tsx";
import { documentPages } from "./documents.tsx";
import { enrolPages } from "./enrol.tsx";
import { examDayPages } from "./exam-day.tsx";
import { healthPages } from "./health.tsx";
import { importPages } from "./import.tsx";
import { linkPages } from "./link.tsx";
import { mePages } from "./me.tsx";
import { mergePages } from "./merge.tsx";
import { panelPages } from "./panel.tsx";
import { paperPages } from "./paper.tsx";
import { pricePages } from "./prices.tsx";
import { qualityPages } from "./quality.tsx";
import { quarantinePages } from "./quarantine.tsx";
import { questionnairePages } from "./questionnaires.tsx";
import { queuePages } from "./queue.tsx";
import { resultsPages } from "./results.tsx";
import { reviewPages } from "./review.tsx";
import { rulesPages } from "./rules.tsx";
import { salePages } from "./sale.tsx";
import { samplesPages } from "./samples.tsx";
import { scoresPages } from "./scores.tsx";
import { secondVisitPages } from "./second-visit.tsx";
import { sellPages } from "./sell.tsx";
import { sharePages } from "./share.tsx";
import { spinePages } from "./spine.tsx";
import { teamDayPages } from "./team-days.tsx";
import { templatePages } from "./templates.tsx";
import { todayPages } from "./today.tsx";
import { verifyPages } from "./verify.tsx";
import { welcomePages } from "./welcome.tsx";
import { worklistPages } from "./worklist.tsx";

/** Every page; the web app, the menus and the matrix test read this one list. */
export const pages: readonly PageRoute[] = [
  ...todayPages,
  ...queuePages,
  ...boardPages,
  ...examDayPages,
  ...samplesPages,
  ...enrolPages,
  ...bookPages,
  ...sellPages,
  ...salePages,
  ...cashPages,
  ...doctorPages,
  ...doctorSettingsPages,
  ...appointmentPages,
  ...teamDayPages,
  ...capacityPages,
  ...secondVisitPages,
  ...importPages,
  ...resultsPages,
  ...documentPages,
  ...quarantinePages,
  ...clientsPages,
  ...clientPages,
  ...healthPages,
  ...scoresPages,
  ...calculatorPages,
  ...casesPages,
  ...paperPages,
  ...reviewPages,
  ...departmentPages,
  ...templatePages,
  ...rulesPages,
  ...pricePages,
  ...worklistPages,
  ...spinePages,
  ...mergePages,
  ...panelPages,
  ...qualityPages,
  ...mePages,
  ...questionnairePages,
  ...linkPages,
  ...sharePages,
  ...verifyPages,
  ...welcomePages,
];

/** Places of the menus whose page exists. */
export const openPlaces: readonly Place[] = [
  "today",
  "enrol",
  "book",
  "sell",
  "cash",
  "appointments",
  "doctors",
  "doctor-settings",
  "team-days",
  "capacity",
  "import",
  "queue",
  "samples",
  "results",
  "quarantine",
  "clients",
  "review",
  "departments",
  "critical",
  "worklist",
  "catalogue",
  "quality",
  "panels",
  "rules",
  "questionnaires",
  "templates",
  "calculators",
  "client-home",
  "client-plan",
  "client-book",
  "client-me",
];

/** Where somebody begins: the first place of their menu. */
export const homeOf = (actor: Actor): string => navFor(rolesOf(actor), openPlaces)[0]?.href ?? "/welcome";
