import type { PageRoute } from "../page-route.ts";
import { showDay } from "./appointments/Day.tsx";
import { sendNew, showNew } from "./appointments/New.tsx";
import { sendCancel, sendEnd, sheetOrFile } from "./appointments/Sheet.tsx";

const sheet = "/appointments/:client/:appointment";

export const appointmentPages: PageRoute[] = [
  { method: "GET", path: "/appointments", action: "day:read", run: showDay },
  { method: "GET", path: "/appointments/new", action: "appointment:make", run: (call) => showNew(call) },
  { method: "POST", path: "/appointments/new", action: "appointment:make", run: sendNew },
  { method: "GET", path: sheet, action: "appointment:read", run: sheetOrFile },
  { method: "POST", path: `${sheet}/cancel`, action: "appointment:make", run: sendCancel },
  { method: "POST", path: `${sheet}/end`, action: "appointment:end", run: sendEnd },
];
