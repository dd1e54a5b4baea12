import { localDate } from "../../../shared/kernel/time.ts";
import * as load from "../contexts.ts";
import { route } from "../route.ts";

const whose = (params: Record<string, string>) => [params["client"] ?? "", params["exam"] ?? ""] as const;

export const examDayRoutes = [
  route({
    method: "GET",
    path: "/clients/:client/exams/:exam",
    action: "exam:read",
    summary: "One exam of a day: its number, and how far each order and sample has come",
    run: async ({ ctx, params }) => (await load.testing()).readExamDay(ctx, ...whose(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/exams/:exam/items",
    action: "exam:work",
    summary: "Items given up (弃检), put off (迟检), wanted again, or done outside the queue",
    body: "OrderChangeSchema",
    run: async ({ ctx, params, body }) => (await load.testing()).changeOrders(ctx, ...whose(params), body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/exams/:exam/verify",
    action: "exam:verify",
    summary: "What was typed here counts as checked",
    run: async ({ ctx, params }) => (await load.testing()).verifyOrders(ctx, ...whose(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/exams/:exam/conclude",
    action: "exam:work",
    summary: "End an exam whose every order has ended; its booking is done",
    run: async ({ ctx, params }) => (await load.testing()).concludeExam(ctx, ...whose(params)),
  }),
  route({
    method: "POST",
    path: "/clients/:client/bookings/:booking/pass-on",
    action: "exam:pass-on",
    summary: "Another person comes instead (替检): a new booking in their own file",
    body: "PassOnSchema",
    creates: true,
    run: async ({ ctx, params, body, key }) =>
      (await load.loop()).passOn(ctx, params["client"] ?? "", params["booking"] ?? "", body, key),
  }),
  route({
    method: "GET",
    path: "/clients/:client/way",
    action: "exam:read",
    summary: "Where a client goes next today, and how long it will take",
    run: async ({ ctx, params }) => ({
      way: (await (await load.testing()).readWay(ctx, params["client"] ?? "")) ?? null,
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/exams/:exam/ready",
    action: "floor:ready",
    summary: "The bladder is full, or the client is back: sent where the rule says",
    body: "Ready",
    run: async ({ ctx, params, body }) => (await load.testing()).sendOn(ctx, ...whose(params), body.why),
  }),
  route({
    method: "GET",
    path: "/floor",
    action: "floor:read",
    summary: "Every room of today with who is inside and who waits, in order",
    run: async ({ ctx }) => {
      const { clients: _names, ...floor } = await (await load.testing()).readFloor(ctx);
      return floor;
    },
  }),
  route({
    method: "PUT",
    path: "/floor",
    action: "floor:change",
    summary: "Places of the rooms, items with a full bladder, the rule that sends people on",
    body: "FloorChangeSchema",
    run: async ({ ctx, body }) => (await load.testing()).changeFloor(ctx, body),
  }),
  route({
    method: "POST",
    path: "/floor/call",
    action: "floor:work",
    summary: "Call the next client into a room, or the one of a number",
    body: "CallIn",
    run: async ({ ctx, body }) => ({
      called: (await (await load.testing()).callIn(ctx, body.room, body.queue)) ?? null,
    }),
  }),
  route({
    method: "POST",
    path: "/floor/finish",
    action: "floor:work",
    summary: "Examined: what was to be done in the room is collected, and the client is sent on",
    body: "RoomDone",
    run: async ({ ctx, body }) => ({
      next: (await (await load.testing()).finishRoom(ctx, body.queue, body.room, body.items)) ?? null,
    }),
  }),
  route({
    method: "POST",
    path: "/floor/back",
    action: "floor:work",
    summary: "Take a call back, or note that nobody answered it",
    body: "CallBack",
    run: async ({ ctx, body }) => (await load.testing()).stepBack(ctx, body.queue, body.room, body.why),
  }),
  route({
    method: "POST",
    path: "/clients/:client/exams/:exam/samples/:sample/reject",
    action: "samples:work",
    summary: "A sample that cannot be used: the client is recalled",
    body: "RejectSchema",
    run: async ({ ctx, params, body }) =>
      (await load.testing()).rejectSample(ctx, ...whose(params), Number(params["sample"]), body),
  }),
  route({
    method: "GET",
    path: "/recalls",
    action: "samples:read",
    summary: "Who is to be asked back for a new sample",
    run: async ({ ctx }) => ({ recalls: await (await load.testing()).readRecalls(ctx) }),
  }),
  route({
    method: "POST",
    path: "/handovers",
    action: "samples:work",
    summary: "Put samples on a list that somebody will take",
    body: "Handing",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.testing()).handOver(ctx, body.samples, key),
  }),
  route({
    method: "POST",
    path: "/handovers/:handover/take",
    action: "samples:work",
    summary: "Take a list of samples over, with the count",
    body: "Taking",
    run: async ({ ctx, params, body }) =>
      (await load.testing()).takeOver(
        ctx,
        body.date ?? localDate(ctx.now()),
        params["handover"] ?? "",
        body.count,
      ),
  }),
  route({
    method: "GET",
    path: "/exams/:client/:exam/orders",
    action: "orders:fetch",
    summary: "The open orders of an exam: HL7 v2 (OML^O21, ORM^O01) or a FHIR bundle",
    query: "OrdersViewSchema",
    run: async ({ ctx, params, query }) => {
      const orders = await (await load.loop()).ordersOfExam(ctx, ...whose(params), query.kind);
      const [body, type] =
        query.format === "hl7"
          ? [orders.hl7, "application/hl7-v2"]
          : [JSON.stringify(orders.fhir), "application/fhir+json"];
      return new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });
    },
  }),
  route({
    method: "GET",
    path: "/orders",
    action: "orders:fetch",
    summary: "Orders a system has not taken yet, oldest first; they come again until acknowledged",
    query: "OutboxSchema",
    run: async ({ ctx, query }) => ({ orders: await (await load.loop()).newOrders(ctx, query.kind) }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/orders/:order/acknowledge",
    action: "orders:fetch",
    summary: "What the laboratory or imaging says of orders it was told",
    body: "AcknowledgeSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).acknowledgeOrders(ctx, params["client"] ?? "", params["order"] ?? "", body),
  }),
];
