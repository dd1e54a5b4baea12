import type { PageRoute } from "../page-route.ts";
import { sendEdit, sendHours, sendWithdraw, showEdit } from "./doctor-settings/Edit.tsx";
import { settingsPath, showList } from "./doctor-settings/List.tsx";

const one = `${settingsPath}/:doctor`;

export const doctorSettingsPages: PageRoute[] = [
  { method: "GET", path: settingsPath, action: "doctor:change", run: showList },
  { method: "GET", path: one, action: "doctor:change", run: (call) => showEdit(call) },
  { method: "POST", path: one, action: "doctor:change", run: sendEdit },
  { method: "POST", path: `${one}/hours`, action: "doctor:change", run: sendHours },
  { method: "POST", path: `${one}/hours/withdraw`, action: "doctor:change", run: sendWithdraw },
];
