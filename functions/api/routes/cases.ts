import * as load from "../contexts.ts";
import { route } from "../route.ts";

const which = (params: Record<string, string>) => ({
  client: params["client"] ?? "",
  id: params["id"] ?? "",
});

export const caseRoutes = [
  route({
    method: "GET",
    path: "/cases",
    action: "case:read",
    summary: "Critical values of the centre that are not closed, the most pressing first",
    run: async ({ ctx }) => (await load.monitoring()).casesOf(ctx),
  }),
  route({
    method: "GET",
    path: "/clients/:client/cases",
    action: "case:read",
    summary: "Every critical value of a client: who was told, when, and what became of it",
    run: async ({ ctx, params }) => ({
      cases: await (await load.monitoring()).casesOfClient(ctx, params["client"] ?? ""),
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/cases/:id/contacts",
    action: "case:work",
    summary: "Record an attempt to tell somebody of a critical value",
    body: "CaseContact",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.monitoring()).recordContact(ctx, { ...body, ...which(params) }, key),
  }),
  route({
    method: "POST",
    path: "/clients/:client/cases/:id/lost",
    action: "case:work",
    summary: "Say that contact is lost, after two failed attempts by different channels",
    run: async ({ ctx, params }) => {
      const { client, id } = which(params);
      return (await load.monitoring()).loseContact(ctx, client, id);
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/cases/:id/looks",
    action: "case:work",
    summary: "Record what was found at a look: 24 hours or 7 days after the telling, or at an old value",
    body: "CaseLook",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).recordLook(ctx, { ...body, ...which(params) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/cases/:id/close",
    action: "case:work",
    summary: "Close a case with the word on what became of it",
    body: "CaseClosing",
    run: async ({ ctx, params, body }) =>
      (await load.monitoring()).closeCase(ctx, { ...body, ...which(params) }),
  }),
];
