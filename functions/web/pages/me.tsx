import type { PageRoute } from "../page-route.ts";
import { showHome } from "./me/home.tsx";
import { logReading, showMeasure } from "./me/measure.tsx";
import { answerKept, leaveList, waitForTime } from "./me/place-acts.ts";
import { agree, showPlan, tick } from "./me/plan.tsx";
import { consent, showProfile } from "./me/profile.tsx";
import { answerPiece, showPiece } from "./me/read.tsx";
import { sayReady } from "./me/ready.ts";
import { claim, showRechecks } from "./me/rechecks.tsx";
import { showReport } from "./me/report.tsx";
import { showScores } from "./me/scores.tsx";
import { cancelOwnAppointment, ownAppointmentFile } from "./me/talk-acts.ts";
import { bookVisit, cancelVisit, showVisits, visitCalendar } from "./me/visits.tsx";

export const mePages: PageRoute[] = [
  { method: "GET", path: "/me", action: "client:read", run: showHome },
  { method: "GET", path: "/me/report/:date", action: "assessment:read", run: showReport },
  { method: "GET", path: "/me/scores", action: "assessment:read", run: showScores },
  { method: "GET", path: "/me/plan", action: "plan:read", run: showPlan },
  { method: "GET", path: "/me/rechecks", action: "follow-up:claim", run: showRechecks },
  { method: "POST", path: "/me/rechecks", action: "follow-up:claim", run: claim },
  { method: "POST", path: "/me/plan/agree", action: "plan:agree", run: agree },
  { method: "POST", path: "/me/plan/tick", action: "plan:tick", run: tick },
  { method: "GET", path: "/me/read/:content", action: "education:read", run: showPiece },
  { method: "POST", path: "/me/read/:content", action: "education:answer", run: answerPiece },
  { method: "GET", path: "/me/measure", action: "measurement:log", run: (call) => showMeasure(call) },
  { method: "POST", path: "/me/measure", action: "measurement:log", run: logReading },
  { method: "GET", path: "/me/visits", action: "booking:read", run: (call) => showVisits(call) },
  { method: "POST", path: "/me/ready", action: "floor:ready", run: sayReady },
  { method: "POST", path: "/me/visits/book", action: "booking:make", run: bookVisit },
  { method: "POST", path: "/me/visits/kept", action: "booking:make", run: answerKept },
  { method: "POST", path: "/me/visits/wait", action: "booking:make", run: waitForTime },
  { method: "POST", path: "/me/visits/leave", action: "booking:cancel", run: leaveList },
  { method: "POST", path: "/me/visits/cancel", action: "booking:cancel", run: cancelVisit },
  { method: "GET", path: "/me/visits/:file{.+\\.ics}", action: "booking:read", run: visitCalendar },
  {
    method: "POST",
    path: "/me/appointments/cancel",
    action: "appointment:make",
    run: cancelOwnAppointment,
  },
  {
    method: "GET",
    path: "/me/appointments/:file{.+\\.ics}",
    action: "appointment:read",
    run: ownAppointmentFile,
  },
  { method: "GET", path: "/me/profile", action: "client:log", run: showProfile },
  { method: "POST", path: "/me/profile/consent", action: "client:consent", run: consent },
];
