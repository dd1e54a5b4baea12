import * as load from "../contexts.ts";
import { route } from "../route.ts";

/** The booking a path names. */
const whichIn = (params: Record<string, string>) => ({
  client: params["client"] ?? "",
  booking: params["booking"] ?? "",
});

export const bookingRoutes = [
  route({
    method: "GET",
    path: "/slots",
    action: "booking:make",
    summary: "The slots a resource has on a day, with the places left",
    query: "Day",
    run: async ({ ctx, query }) => ({
      slots: await (await load.testing()).slotsLeft(
        ctx,
        "centre" in ctx.actor ? ctx.actor.centre : query.centre,
        query.date,
        query.resource,
      ),
    }),
  }),
  route({
    method: "POST",
    path: "/bookings",
    action: "booking:make",
    summary: "Book an exam or a re-check into a slot",
    body: "BookExamSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.loop()).bookExam(ctx, body, key),
  }),
  route({
    method: "POST",
    path: "/holds",
    action: "booking:make",
    summary: "Keep a place for 15 minutes; it goes back by itself unless confirmed",
    body: "BookExamSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.loop()).holdPlace(ctx, body, key),
  }),
  route({
    method: "POST",
    path: "/overrides",
    action: "booking:override",
    summary: "Book beyond what the day holds, for a reason; counted apart",
    body: "OverrideSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.loop()).overbook(ctx, body, key),
  }),
  route({
    method: "POST",
    path: "/clients/:client/bookings/:booking/confirm",
    action: "booking:make",
    summary: "Make a hold a visit",
    run: async ({ ctx, params }) => (await load.loop()).confirmBooking(ctx, whichIn(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/bookings/:booking/move",
    action: "booking:make",
    summary: "Move a booking: the old place goes back as the new one is taken",
    body: "MoveSchema",
    run: async ({ ctx, params, body }) => (await load.loop()).moveBooking(ctx, whichIn(params), body),
  }),
  route({
    method: "POST",
    path: "/invitations",
    action: "booking:invite",
    summary: "A link by which one client may book one visit until it expires",
    body: "InviteSchema",
    creates: true,
    run: async ({ ctx, home, body }) => {
      const { path, expires } = await (await load.loop()).inviteToBook(ctx, body);
      return { url: `${home.publicUrl}${path}`, expires };
    },
  }),
  route({
    method: "POST",
    path: "/waits",
    action: "booking:make",
    summary: "Wait for a time that is full: urgent re-checks are asked first, then who came first",
    body: "JoinSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.loop()).waitForPlace(ctx, body, key),
  }),
  route({
    method: "GET",
    path: "/clients/:client/waits",
    action: "booking:read",
    summary: "What a client waits or waited for",
    run: async ({ ctx, params }) => {
      const number = params["client"] ?? "";
      await (await load.clients()).openRecord(ctx, "booking:read", number, "waits");
      return { waits: await (await load.testing()).waitsOf(ctx, number) };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/waits/:wait/leave",
    action: "booking:cancel",
    summary: "Leave the waiting list; an offered place is let go",
    run: async ({ ctx, params }) =>
      (await load.loop()).leaveWaiting(ctx, { client: params["client"] ?? "", wait: params["wait"] ?? "" }),
  }),
  route({
    method: "GET",
    path: "/calendar",
    action: "calendar:read",
    summary: "The centre's resources with their weeks and exceptions, and slots that have too many",
    run: async ({ ctx }) => (await load.testing()).readCalendar(ctx),
  }),
  route({
    method: "POST",
    path: "/calendar/weeks",
    action: "calendar:change",
    summary: "Another ordinary week for a resource from a day on; tells which slots have too many then",
    body: "SetWeekSchema",
    run: async ({ ctx, body }) => (await load.testing()).setWeek(ctx, body),
  }),
  route({
    method: "POST",
    path: "/calendar/days",
    action: "calendar:change",
    summary: "Days otherwise than the week says: closed, other hours, another capacity",
    body: "SetDaysSchema",
    run: async ({ ctx, body }) => (await load.testing()).setDays(ctx, body),
  }),
  route({
    method: "POST",
    path: "/calendar/days/clear",
    action: "calendar:change",
    summary: "Days as the week says again",
    body: "ClearDaysSchema",
    run: async ({ ctx, body }) => (await load.testing()).clearDays(ctx, body),
  }),
  route({
    method: "POST",
    path: "/quotas",
    action: "quota:set",
    summary: "Give a company places for a department within some days, or change them",
    body: "SetQuotaSchema",
    run: async ({ ctx, body }) => (await load.testing()).setQuota(ctx, body),
  }),
  route({
    method: "GET",
    path: "/clients/:client/bookings",
    action: "booking:read",
    summary: "A client's bookings, newest first",
    run: async ({ ctx, params }) => {
      const client = await (await load.clients()).openRecord(
        ctx,
        "booking:read",
        params["client"] ?? "",
        "bookings",
      );
      return { bookings: await (await load.testing()).bookingsOf(ctx, client.number) };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/bookings/:booking/cancel",
    action: "booking:cancel",
    summary: "Cancel a booking; its place goes back",
    body: "Cancelling",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).cancelBooking(ctx, params["client"] ?? "", params["booking"] ?? "", body.reason),
  }),
  route({
    method: "POST",
    path: "/clients/:client/bookings/:booking/items",
    action: "booking:make",
    summary: "Choose other items for a booking; the caps of scarce ones move with them",
    body: "ChangeItemsSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).changeItems(ctx, { ...whichIn(params), items: body.items }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/bookings/:booking/check-in",
    action: "booking:check-in",
    summary: "Mark a client as arrived: the exam of the day, its number and the first room",
    body: "Arrival",
    run: async ({ ctx, params, body }) => {
      const { checkIn } = await load.loop();
      const { client, booking: id } = whichIn(params);
      const { booking, ...day } = await checkIn(ctx, client, id, body.fasting);
      return { ...booking, ...day };
    },
  }),
];
