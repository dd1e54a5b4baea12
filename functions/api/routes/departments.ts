import * as load from "../contexts.ts";
import { route } from "../route.ts";

const exam = "/clients/:client/assessments/:date";
const of = (params: Record<string, string>): [string, string] => [
  params["client"] ?? "",
  params["date"] ?? "",
];

export const departmentRoutes = [
  route({
    method: "GET",
    path: "/departments/waiting",
    action: "department:conclude",
    summary: "Exams that wait for a summary, with what the caller's departments have said of them",
    run: async ({ ctx }) => ({ waiting: await (await load.assessment()).departmentQueue(ctx) }),
  }),
  route({
    method: "GET",
    path: `${exam}/departments`,
    action: "assessment:read",
    summary: "What departments concluded from an exam, and where that contradicts what is coded",
    run: async ({ ctx, params }) => {
      const { parts, questions } = await (await load.assessment()).readDepartments(ctx, ...of(params));
      return { parts, questions };
    },
  }),
  route({
    method: "PUT",
    path: `${exam}/departments/:department`,
    action: "department:conclude",
    summary: "Write a department's conclusion, by its own staff, until the summary is signed",
    body: "WriteConclusionSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).writeConclusion(ctx, ...of(params), params["department"] ?? "", body),
  }),
  route({
    method: "POST",
    path: `${exam}/questions`,
    action: "assessment:review",
    summary: "Answer which stands where a department and the codes contradict each other",
    body: "SettleSchema",
    run: async ({ ctx, params, body }) => (await load.assessment()).settleQuestion(ctx, ...of(params), body),
  }),
  route({
    method: "POST",
    path: `${exam}/:version/countersign`,
    action: "assessment:countersign",
    summary: "Sign second, where the rules ask for two physicians",
    run: async ({ ctx, params }) =>
      (await load.assessment()).countersignAssessment(ctx, ...of(params), Number(params["version"])),
  }),
  route({
    method: "GET",
    path: "/templates",
    action: "template:read",
    summary: "The sentences departments write by, each as it is in force",
    run: async ({ ctx }) => ({ templates: (await (await load.assessment()).readTemplates(ctx)).templates }),
  }),
  route({
    method: "POST",
    path: "/templates",
    action: "template:edit",
    summary: "Add a sentence of the centre's own",
    body: "EditTemplateSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.assessment()).addOwnTemplate(ctx, body, key),
  }),
  route({
    method: "PUT",
    path: "/templates/:id",
    action: "template:edit",
    summary: "Keep a further version of a sentence; the ones before stay",
    body: "EditTemplateSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).editTemplate(ctx, params["id"] ?? "", body),
  }),
];
