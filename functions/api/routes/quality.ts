import * as load from "../contexts.ts";
import { route } from "../route.ts";

export const qualityRoutes = [
  route({
    method: "GET",
    path: "/quality",
    action: "quality:read",
    summary: "The seven national indicators and the closure of follow-ups, counts only",
    query: "QualityView",
    run: async ({ ctx, query }) => (await load.loop()).readQuality(ctx, query.months),
  }),
  route({
    method: "GET",
    path: "/quality/:code",
    action: "quality:read",
    summary: "The cases behind a figure, by client number",
    query: "QualityView",
    run: async ({ ctx, params, query }) => ({
      cases: await (await load.loop()).qualityCases(ctx, params["code"] ?? "", query),
    }),
  }),
  route({
    method: "POST",
    path: "/quality/recount",
    action: "quality:read",
    summary: "Make the cases behind the figures anew, for whom something was written about in these days",
    body: "RecountDays",
    run: async ({ ctx, body }) => (await load.loop()).recountQuality(ctx, body),
  }),
];
