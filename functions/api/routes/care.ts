import * as z from "zod";
import {
  ConclusionSchema,
  readAssessment,
  reviewAssessment,
  reviewQueue,
} from "../../../shared/assessment/index.ts";
import { AnswersSchema, answerQuiz, openPiece, readShelf } from "../../../shared/education/index.ts";
import {
  ActionChangeSchema,
  agreePlan,
  changeAction,
  readPlan,
  tickAction,
} from "../../../shared/guidance/index.ts";
import { releaseReport, SignSchema, signAssessment } from "../../../shared/loop/index.ts";
import { readMessages } from "../../../shared/messaging/index.ts";
import {
  DeclineSchema,
  declineFollowUp,
  ElsewhereSchema,
  LogMeasurementSchema,
  logMeasurement,
  readFollowUps,
  recordElsewhere,
  SnoozeSchema,
  snoozeFollowUp,
  worklist,
} from "../../../shared/monitoring/index.ts";
import { route } from "../route.ts";

const followUpIn = (params: Record<string, string>) => ({
  client: params["client"] ?? "",
  id: params["id"] ?? "",
});

const versionOf = (params: Record<string, string>): [string, string, number] => [
  params["client"] ?? "",
  params["date"] ?? "",
  Number(params["version"]),
];

export const careRoutes = [
  route({
    method: "GET",
    path: "/reviews",
    action: "assessment:review",
    summary: "Exams that wait for the physician, most urgent first",
    run: async ({ ctx }) => ({ waiting: await reviewQueue(ctx) }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/assessment",
    action: "assessment:read",
    summary: "The newest assessment, or the one of an exam date",
    query: z.object({ date: z.iso.date().optional() }),
    run: async ({ ctx, params, query }) => {
      const { assessment, versions } = await readAssessment(ctx, params["client"] ?? "", query.date);
      return { assessment, versions };
    },
  }),
  route({
    method: "PUT",
    path: "/clients/:client/assessments/:date/:version/conclusion",
    action: "assessment:review",
    summary: "Keep the physician's words on an exam that is not signed yet",
    body: ConclusionSchema,
    run: ({ ctx, params, body }) => reviewAssessment(ctx, ...versionOf(params), body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/:version/sign",
    action: "assessment:sign",
    summary: "Sign: keeps the assessment for good and turns the loop",
    body: SignSchema,
    run: ({ ctx, params, body }) => signAssessment(ctx, ...versionOf(params), body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/:version/release",
    action: "assessment:release",
    summary: "Let the client see the signed report",
    run: ({ ctx, params }) => releaseReport(ctx, ...versionOf(params)),
  }),
  route({
    method: "GET",
    path: "/worklist",
    action: "follow-up:work",
    summary: "Open follow-ups of a health manager: overdue, today, seven days, high risk, all",
    query: z.object({
      filter: z.enum(["overdue", "today", "7days", "high", "all"]).default("all"),
      manager: z.string().optional(),
    }),
    run: ({ ctx, query }) => worklist(ctx, query),
  }),
  route({
    method: "GET",
    path: "/clients/:client/follow-ups",
    action: "follow-up:read",
    summary: "Everything ever followed up for a client",
    run: async ({ ctx, params }) => ({ followUps: await readFollowUps(ctx, params["client"] ?? "") }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/decline",
    action: "follow-up:work",
    summary: "Record that the client declines a re-check, with the reason",
    body: DeclineSchema.omit({ client: true, id: true }),
    run: ({ ctx, params, body }) => declineFollowUp(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/elsewhere",
    action: "follow-up:work",
    summary: "Record that a re-check was done elsewhere and its report was seen",
    body: ElsewhereSchema.omit({ client: true, id: true }),
    run: ({ ctx, params, body }) => recordElsewhere(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/snooze",
    action: "follow-up:snooze",
    summary: "Put a re-check off to a later day inside its window",
    body: SnoozeSchema.omit({ client: true, id: true }),
    run: ({ ctx, params, body }) => snoozeFollowUp(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/plan",
    action: "plan:read",
    summary: "The plan a client has now",
    run: async ({ ctx, params }) => ({ plan: (await readPlan(ctx, params["client"] ?? "")) ?? null }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/plan/agree",
    action: "plan:agree",
    summary: "The client's word that this is the plan",
    run: ({ ctx, params }) => agreePlan(ctx, params["client"] ?? ""),
  }),
  route({
    method: "PATCH",
    path: "/clients/:client/plan/actions/:action",
    action: "plan:change",
    summary: "Change who does an action, how often and by when",
    body: ActionChangeSchema,
    run: ({ ctx, params, body }) => changeAction(ctx, params["client"] ?? "", params["action"] ?? "", body),
  }),
  route({
    method: "PUT",
    path: "/clients/:client/plan/actions/:action/today",
    action: "plan:tick",
    summary: "Tick an action done today, or take the tick back",
    body: z.strictObject({ done: z.boolean() }),
    run: ({ ctx, params, body }) =>
      tickAction(ctx, params["client"] ?? "", params["action"] ?? "", body.done),
  }),
  route({
    method: "GET",
    path: "/clients/:client/education",
    action: "education:read",
    summary: "What a client was given to read",
    run: async ({ ctx, params }) => ({ shelf: await readShelf(ctx, params["client"] ?? "") }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/education/:content",
    action: "education:read",
    summary: "One piece with its three questions",
    run: ({ ctx, params }) => openPiece(ctx, params["client"] ?? "", params["content"] ?? ""),
  }),
  route({
    method: "POST",
    path: "/clients/:client/education/:content/answers",
    action: "education:answer",
    summary: "Answer the three questions",
    body: AnswersSchema,
    run: ({ ctx, params, body }) => answerQuiz(ctx, params["client"] ?? "", params["content"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/measurements",
    action: "measurement:log",
    summary: "Log a measurement made at home",
    body: LogMeasurementSchema.omit({ client: true }),
    creates: true,
    run: ({ ctx, params, body, key }) =>
      logMeasurement(ctx, { ...body, client: params["client"] ?? "" }, key),
  }),
  route({
    method: "GET",
    path: "/clients/:client/messages",
    action: "message:read",
    summary: "What was written to a client, by which way, and how far it came",
    run: async ({ ctx, params }) => ({ messages: await readMessages(ctx, params["client"] ?? "") }),
  }),
];
