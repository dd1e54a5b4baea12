import { type Actor, rolesOf } from "../../../shared/kernel/context.ts";
import { navFor, type Place } from "../layout/index.ts";
import type { PageRoute } from "../page-route.ts";
import { appointmentPages } from "./appointments.tsx";
import { bookPages } from "./book.tsx";
import { calculatorPages } from "./calculators.tsx";
import { casesPages } from "./cases.tsx";
import { cashPages } from "./cash.tsx";
import { clientPages } from "./client.tsx";
import { clientsPages } from "./clients.tsx";
import { departmentPages } from "./departments.tsx";
import { doctorSettingsPages } from "./doctor-settings.tsx";
import { doctorPages } from "./doctors.tsx";
import { documentPages } from "./documents.tsx";
import { enrolPages } from "./enrol.tsx";
import { healthPages } from "./health.tsx";
import { importPages } from "./import.tsx";
import { linkPages } from "./link.tsx";
import { mePages } from "./me.tsx";
import { paperPages } from "./paper.tsx";
import { pricePages } from "./prices.tsx";
import { quarantinePages } from "./quarantine.tsx";
import { questionnairePages } from "./questionnaires.tsx";
import { resultsPages } from "./results.tsx";
import { reviewPages } from "./review.tsx";
import { rulesPages } from "./rules.tsx";
import { salePages } from "./sale.tsx";
import { scoresPages } from "./scores.tsx";
import { sellPages } from "./sell.tsx";
import { sharePages } from "./share.tsx";
import { templatePages } from "./templates.tsx";
import { todayPages } from "./today.tsx";
import { verifyPages } from "./verify.tsx";
import { welcomePages } from "./welcome.tsx";
import { worklistPages } from "./worklist.tsx";

/** Every page; the web app, the menus and the matrix test read this one list. */
export const pages: readonly PageRoute[] = [
  ...todayPages,
  ...enrolPages,
  ...bookPages,
  ...sellPages,
  ...salePages,
  ...cashPages,
  ...doctorPages,
  ...doctorSettingsPages,
  ...appointmentPages,
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
  "import",
  "results",
  "quarantine",
  "clients",
  "review",
  "departments",
  "critical",
  "worklist",
  "catalogue",
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
