import type { PageRoute } from "../page-route.ts";
import { sendPlan, showPlan } from "./team-days/Plan.tsx";
import { sendBooking, sendCancel, showTeamDay, showTeamDays } from "./team-days/Shown.tsx";

const one = "/team-days/:day";

export const teamDayPages: PageRoute[] = [
  { method: "GET", path: "/team-days", action: "team-day:read", run: showTeamDays },
  { method: "GET", path: "/team-days/new", action: "team-day:plan", run: (call) => showPlan(call) },
  { method: "POST", path: "/team-days/new", action: "team-day:plan", run: sendPlan },
  { method: "GET", path: one, action: "team-day:read", run: (call) => showTeamDay(call) },
  { method: "POST", path: `${one}/book`, action: "team-day:book", run: sendBooking },
  { method: "POST", path: `${one}/cancel`, action: "team-day:plan", run: sendCancel },
];
