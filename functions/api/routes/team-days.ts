import * as load from "../contexts.ts";
import { route } from "../route.ts";

export const teamDayRoutes = [
  route({
    method: "GET",
    path: "/team-days",
    action: "team-day:read",
    summary: "Days at companies from a date on",
    query: "FromDay",
    run: async ({ ctx, query }) => ({
      days: await (await load.testing()).readTeamDays(ctx, query.from),
    }),
  }),
  route({
    method: "POST",
    path: "/team-days",
    action: "team-day:plan",
    summary: "Plan a day at a company: its own calendar, its items, its places",
    body: "PlanTeamDaySchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.testing()).planTeamDay(ctx, body, key ?? ctx.newId()),
  }),
  route({
    method: "GET",
    path: "/team-days/:day",
    action: "team-day:read",
    summary: "One team day with who comes and what to take along",
    run: async ({ ctx, params }) => (await load.testing()).readTeamDay(ctx, params["day"] ?? ""),
  }),
  route({
    method: "POST",
    path: "/team-days/:day/cancel",
    action: "team-day:plan",
    summary: "Cancel a team day; who is booked is listed for moving",
    body: "Cancelling",
    run: async ({ ctx, params, body }) =>
      (await load.testing()).cancelTeamDay(ctx, params["day"] ?? "", body.reason),
  }),
  route({
    method: "POST",
    path: "/team-days/:day/bookings",
    action: "team-day:book",
    summary: "Book a client on a team day",
    body: "BookTeamDaySchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.loop()).bookTeamDay(ctx, params["day"] ?? "", body, key),
  }),
];
