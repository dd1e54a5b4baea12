import type { Ctx } from "../../../shared/kernel/context.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import * as load from "../contexts.ts";
import { route } from "../route.ts";

/** A part of a file is read with the file, so that a client sees of each only what was released. */
const file = async (ctx: Ctx, params: Record<string, string>) =>
  (await load.loop()).openFile(ctx, params["client"] ?? "");

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
    run: async ({ ctx }) => ({ waiting: await (await load.assessment()).reviewQueue(ctx) }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/assessment",
    action: "assessment:read",
    summary: "The newest assessment, or the one of an exam date",
    query: "ExamDate",
    run: async ({ ctx, params, query }) => {
      const { assessment, versions } = await (await load.assessment()).readAssessment(
        ctx,
        params["client"] ?? "",
        query.date,
      );
      return { assessment, versions };
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/scores",
    action: "assessment:read",
    summary: "Every score through the years, each as it was signed; for the client as it was released",
    run: async ({ ctx, params }) => ({
      series: (await (await load.assessment()).scoreHistory(ctx, params["client"] ?? "")).series,
    }),
  }),
  route({
    method: "PUT",
    path: "/clients/:client/assessments/:date/:version/conclusion",
    action: "assessment:review",
    summary: "Keep the physician's words on an exam that is not signed yet",
    body: "ConclusionSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).reviewAssessment(ctx, ...versionOf(params), body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/:version/sign",
    action: "assessment:sign",
    summary: "Sign: keeps the assessment for good and turns the loop",
    body: "SignSchema",
    run: async ({ ctx, params, body }) => (await load.loop()).signAssessment(ctx, ...versionOf(params), body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/amendment",
    action: "assessment:review",
    summary: "Open a further version of a signed assessment, to be changed and signed with a reason",
    creates: true,
    run: async ({ ctx, params }) =>
      (await load.loop()).amendAssessment(ctx, params["client"] ?? "", params["date"] ?? ""),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/:version/discard",
    action: "assessment:review",
    summary: "Discard an amendment in which nothing is new; the signed version stands",
    run: async ({ ctx, params }) => (await load.loop()).discardAmendment(ctx, ...versionOf(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/conversation",
    action: "assessment:review",
    summary: "Record that a physician has spoken with the client about an exam",
    body: "ConversationSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).recordConversation(ctx, params["client"] ?? "", params["date"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/:version/release",
    action: "assessment:release",
    summary: "Let the client see the signed report",
    run: async ({ ctx, params }) => (await load.loop()).releaseReport(ctx, ...versionOf(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/assessments/:date/:version/recall",
    action: "report:recall",
    summary: "Take a released report back: links closed, follow-ups voided, the client told",
    body: "RecallSchema",
    run: async ({ ctx, params, body }) => (await load.loop()).recallReport(ctx, ...versionOf(params), body),
  }),
  route({
    method: "GET",
    path: "/clients/:client/shares",
    action: "report:share",
    summary: "The client's links to reports: how long, how often opened",
    run: async ({ ctx, params }) => ({
      shares: await (await load.loop()).readShares(ctx, params["client"] ?? ""),
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/shares",
    action: "report:share",
    summary: "A link to one report, and the code that opens it",
    body: "MakeShareSchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.loop()).shareReport(ctx, params["client"] ?? "", body, key),
  }),
  route({
    method: "POST",
    path: "/clients/:client/shares/:id/close",
    action: "report:share",
    summary: "Close a link at once",
    run: async ({ ctx, params }) =>
      (await load.loop()).revokeShare(ctx, params["client"] ?? "", params["id"] ?? ""),
  }),
  route({
    method: "GET",
    path: "/worklist",
    action: "follow-up:work",
    summary: "Open follow-ups of a health manager: overdue, today, seven days, high risk, all",
    query: "WorklistView",
    run: async ({ ctx, query }) => (await load.monitoring()).worklist(ctx, query),
  }),
  route({
    method: "GET",
    path: "/clients/:client/follow-ups",
    action: "follow-up:read",
    summary: "Everything ever followed up for a client",
    run: async ({ ctx, params }) => ({
      followUps: (await file(ctx, params)).followUps,
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/decline",
    action: "follow-up:work",
    summary: "Record that the client declines a re-check, with the reason",
    body: "Decline",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).declineFollowUp(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/elsewhere",
    action: "follow-up:work",
    summary: "Record that a re-check was done elsewhere and its report was seen",
    body: "Elsewhere",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).recordElsewhere(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/follow-ups/:id",
    action: "follow-up:work",
    summary: "One follow-up with everything that happened to it",
    run: async ({ ctx, params }) => {
      const { client, id } = followUpIn(params);
      return (await load.monitoring()).followUpHistory(ctx, client, id);
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/claim",
    action: "follow-up:claim",
    summary: "The client's word that a re-check was done elsewhere; staff look at it, it ends nothing",
    body: "Claim",
    run: async ({ ctx, params, body }) => {
      const { id } = followUpIn(params);
      if (!(await file(ctx, params)).followUps.some((one) => one.id === id)) throw new NotFound();
      const { state } = await (await load.monitoring()).claimElsewhere(ctx, {
        ...body,
        ...followUpIn(params),
      });
      return { state, claim: "waiting" };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/send-back",
    action: "follow-up:work",
    summary: "Send a client's word back with the reason they will read",
    body: "SendBack",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).sendClaimBack(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/calls",
    action: "follow-up:work",
    summary: "Record an attempt to speak with the client",
    body: "Call",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).recordCall(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/lost",
    action: "follow-up:work",
    summary: "Contact is lost, after two failed attempts by different channels; it stays open",
    run: async ({ ctx, params }) => {
      const { client, id } = followUpIn(params);
      return (await load.monitoring()).loseClient(ctx, client, id);
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/looked",
    action: "follow-up:work",
    summary: "Say which of several lesions an exam looked at",
    body: "Asked",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).settleAsked(ctx, { ...body, client: params["client"] ?? "" }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/outcome",
    action: "follow-up:work",
    summary: "Record what ends a follow-up by its rule: told, referred, treated, spoken with",
    body: "Outcome",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).recordOutcome(ctx, { ...body, ...followUpIn(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/follow-ups/:id/snooze",
    action: "follow-up:snooze",
    summary: "Put a re-check off to a later day inside its window",
    body: "Snooze",
    run: async ({ ctx, params, body }) => {
      const { id } = followUpIn(params);
      if (ctx.actor.kind === "client" && !(await file(ctx, params)).followUps.some((one) => one.id === id))
        throw new NotFound();
      return (await load.monitoring()).snoozeFollowUp(ctx, { ...body, ...followUpIn(params) });
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/plan",
    action: "plan:read",
    summary: "The plan a client has now",
    run: async ({ ctx, params }) => ({
      plan: (await file(ctx, params)).plan ?? null,
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/plan/agree",
    action: "plan:agree",
    summary: "The client's word that this is the plan",
    run: async ({ ctx, params }) => (await load.guidance()).agreePlan(ctx, params["client"] ?? ""),
  }),
  route({
    method: "PATCH",
    path: "/clients/:client/plan/actions/:action",
    action: "plan:change",
    summary: "Change who does an action, how often and by when",
    body: "ActionChangeSchema",
    run: async ({ ctx, params, body }) =>
      (await load.guidance()).changeAction(ctx, params["client"] ?? "", params["action"] ?? "", body),
  }),
  route({
    method: "PUT",
    path: "/clients/:client/plan/actions/:action/today",
    action: "plan:tick",
    summary: "Tick an action done today, or take the tick back",
    body: "Tick",
    run: async ({ ctx, params, body }) =>
      (await load.guidance()).tickAction(ctx, params["client"] ?? "", params["action"] ?? "", body.done),
  }),
  route({
    method: "GET",
    path: "/clients/:client/education",
    action: "education:read",
    summary: "What a client was given to read",
    run: async ({ ctx, params }) => ({
      shelf: (await file(ctx, params)).shelf,
    }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/education/:content",
    action: "education:read",
    summary: "One piece with its three questions",
    run: async ({ ctx, params }) =>
      (await load.education()).openPiece(ctx, params["client"] ?? "", params["content"] ?? ""),
  }),
  route({
    method: "POST",
    path: "/clients/:client/education/:content/answers",
    action: "education:answer",
    summary: "Answer the three questions",
    body: "AnswersSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).learn(ctx, params["client"] ?? "", params["content"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/measurements",
    action: "measurement:log",
    summary: "Log a measurement made at home",
    body: "Measurement",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.monitoring()).logMeasurement(ctx, { ...body, client: params["client"] ?? "" }, key),
  }),
  route({
    method: "GET",
    path: "/clients/:client/messages",
    action: "message:read",
    summary: "What was written to a client, by which way, and how far it came",
    run: async ({ ctx, params }) => ({
      messages: await (await load.messaging()).readMessages(ctx, params["client"] ?? ""),
    }),
  }),
];
