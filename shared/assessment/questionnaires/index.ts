export { AnsweredSchema } from "./answered.ts";
export { type HelpLine, helpLines } from "./help-lines.ts";
export { type Licence, LicenceInputSchema } from "./licence.ts";
export { endLicence, licenseQuestionnaire, readLicences } from "./license-questionnaire.ts";
export { answersKept, type Given, resultsOfAnswers, safetyOf, scoreOfAnswers } from "./mark-answers.ts";
export { type Offered, offeredTo } from "./offered.ts";
export { isChoice, mostOf, type Question, type Questionnaire, type Wording } from "./questionnaire.ts";
export { type Asking, readQuestionnaires } from "./read-questionnaires.ts";
export { questionnaireCalled, questionnaires } from "./registry.ts";
