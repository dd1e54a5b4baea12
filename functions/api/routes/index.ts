import type { Route } from "../route.ts";
import { appointmentRoutes } from "./appointments.ts";
import { bookingRoutes } from "./booking.ts";
import { careRoutes } from "./care.ts";
import { caseRoutes } from "./cases.ts";
import { clientRoutes } from "./clients.ts";
import { departmentRoutes } from "./departments.ts";
import { documentRoutes } from "./documents.ts";
import { examDayRoutes } from "./exam-day.ts";
import { exchangeRoutes } from "./exchange.ts";
import { qualityRoutes } from "./quality.ts";
import { questionnaireRoutes } from "./questionnaires.ts";
import { ruleRoutes } from "./rules.ts";
import { saleRoutes } from "./sales.ts";
import { teamDayRoutes } from "./team-days.ts";
import { testingRoutes } from "./testing.ts";

/** Every route of the API: the requests, the description and the matrix test read this one list. */
export const routes: readonly Route[] = [
  ...clientRoutes,
  ...testingRoutes,
  ...bookingRoutes,
  ...examDayRoutes,
  ...appointmentRoutes,
  ...teamDayRoutes,
  ...exchangeRoutes,
  ...documentRoutes,
  ...careRoutes,
  ...departmentRoutes,
  ...caseRoutes,
  ...qualityRoutes,
  ...ruleRoutes,
  ...questionnaireRoutes,
  ...saleRoutes,
];
