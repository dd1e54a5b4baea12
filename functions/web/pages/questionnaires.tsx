import type { PageRoute } from "../page-route.ts";
import { answerForClient, listForClient, showForClient } from "./questionnaires/for-client.tsx";
import { answerOwn, listOwn, showAnswered, showOwn } from "./questionnaires/own.tsx";
import { listLicences, recordLicence, showLicence, stopLicence } from "./questionnaires/settings.tsx";

const theirs = "/clients/:client/questionnaires";
const settings = "/settings/questionnaires";

export const questionnairePages: PageRoute[] = [
  { method: "GET", path: "/me/questionnaires", action: "questionnaire:answer", run: listOwn },
  { method: "GET", path: "/me/questionnaires/:code", action: "questionnaire:answer", run: showOwn },
  { method: "POST", path: "/me/questionnaires/:code", action: "questionnaire:answer", run: answerOwn },
  {
    method: "GET",
    path: "/me/questionnaires/:code/answered",
    action: "questionnaire:answer",
    run: showAnswered,
  },
  { method: "GET", path: theirs, action: "questionnaire:answer", run: listForClient },
  { method: "GET", path: `${theirs}/:code`, action: "questionnaire:answer", run: showForClient },
  { method: "POST", path: `${theirs}/:code`, action: "questionnaire:answer", run: answerForClient },
  { method: "GET", path: settings, action: "questionnaire:license", run: listLicences },
  {
    method: "GET",
    path: `${settings}/:code`,
    action: "questionnaire:license",
    run: (call) => showLicence(call),
  },
  { method: "POST", path: `${settings}/:code`, action: "questionnaire:license", run: recordLicence },
  { method: "POST", path: `${settings}/:code/end`, action: "questionnaire:license", run: stopLicence },
];
