import * as load from "../contexts.ts";
import { route } from "../route.ts";

const of = (params: Record<string, string>): [client: string, code: string] => [
  params["client"] ?? "",
  params["code"] ?? "",
];

export const questionnaireRoutes = [
  route({
    method: "GET",
    path: "/clients/:client/questionnaires",
    action: "questionnaire:answer",
    summary: "What may be asked of a client, with its words and points, and when it was last answered",
    run: async ({ ctx, params }) => {
      const asking = await (await load.assessment()).readQuestionnaires(ctx, params["client"] ?? "");
      return {
        questionnaires: asking.map(({ questionnaire, wording, answered }) => ({
          ...questionnaire,
          wording,
          answered: answered ?? null,
        })),
      };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/questionnaires/:code/answers",
    action: "questionnaire:answer",
    summary: "Take in a filled-in questionnaire, by the client or for them",
    body: "AnsweredSchema",
    run: async ({ ctx, params, body }) => {
      const { date, score, urgent } = await (await load.loop()).answerQuestionnaire(ctx, ...of(params), body);
      return { date, score: score ?? null, urgent };
    },
  }),
  route({
    method: "GET",
    path: "/questionnaires/licences",
    action: "questionnaire:license",
    summary: "The licences a centre has recorded for words of questionnaires",
    run: async ({ ctx }) => ({ licences: await (await load.assessment()).readLicences(ctx) }),
  }),
  route({
    method: "PUT",
    path: "/questionnaires/:code/licence",
    action: "questionnaire:license",
    summary: "Record the licence for a questionnaire with the words it was given",
    body: "LicenceInputSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).licenseQuestionnaire(ctx, params["code"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/questionnaires/:code/licence/end",
    action: "questionnaire:license",
    summary: "End a licence: the questionnaire is not asked any more",
    run: async ({ ctx, params }) => (await load.assessment()).endLicence(ctx, params["code"] ?? ""),
  }),
];
