import type { PageRoute } from "../page-route.ts";
import { giveBackDay, sendDays, sendWeek } from "./capacity/acts.ts";
import { showCapacity } from "./capacity/Calendar.tsx";

export const capacityPages: PageRoute[] = [
  { method: "GET", path: "/capacity", action: "calendar:read", run: (call) => showCapacity(call) },
  { method: "POST", path: "/capacity/week", action: "calendar:change", run: sendWeek },
  { method: "POST", path: "/capacity/days", action: "calendar:change", run: sendDays },
  { method: "POST", path: "/capacity/usual", action: "calendar:change", run: giveBackDay },
];
