import * as load from "../contexts.ts";
import { route } from "../route.ts";

/** Results from machines, and what waits for a person to say whose it is. */
export const exchangeRoutes = [
  route({
    method: "POST",
    path: "/hl7",
    action: "results:import",
    summary: "Hand over HL7 v2 result messages (ORU^R01); answered with their acknowledgements",
    takesFile: true,
    run: async ({ ctx, bytes }) => {
      const answers = await (await load.loop()).receiveMessages(ctx, bytes);
      if (!answers.length) return undefined;
      return new Response(answers.join(""), {
        headers: { "content-type": "application/hl7-v2; charset=utf-8" },
      });
    },
  }),
  route({
    method: "GET",
    path: "/quarantine",
    action: "quarantine:work",
    query: "Page",
    summary: "Results that wait for a person to say whose they are, and those linked or set aside lately",
    run: async ({ ctx, query }) => {
      const lists = await (await load.loop()).heldList(ctx, query.from);
      const [waiting, linked, aside] = [lists.waiting, lists.linked, lists.aside].map((one) =>
        one.map(plain),
      );
      return { ...lists, waiting, linked, aside };
    },
  }),
  route({
    method: "GET",
    path: "/quarantine/:mark",
    action: "quarantine:work",
    summary: "Held results beside the clients they may be of",
    run: async ({ ctx, params }) => {
      const { held, ...view } = await (await load.loop()).readHeld(ctx, params["mark"] ?? "");
      return { ...plain({ held }), ...view };
    },
  }),
  route({
    method: "POST",
    path: "/quarantine/:mark/link",
    action: "quarantine:work",
    summary: "File held results with a client; the assessment is proposed at once",
    body: "LinkSchema",
    run: async ({ ctx, params, body }) => ({
      held: plain({ held: await (await load.loop()).linkHeld(ctx, params["mark"] ?? "", body) }),
    }),
  }),
  route({
    method: "POST",
    path: "/quarantine/:mark/unlink",
    action: "quarantine:work",
    summary: "Take linked results out of the file again; they wait as before",
    body: "UnlinkSchema",
    run: async ({ ctx, params, body }) => ({
      held: plain({ held: await (await load.loop()).unlinkHeld(ctx, params["mark"] ?? "", body) }),
    }),
  }),
  route({
    method: "POST",
    path: "/quarantine/:mark/set-aside",
    action: "quarantine:work",
    summary: "Set held results aside that belong into no file, with the reason",
    body: "UnlinkSchema",
    run: async ({ ctx, params, body }) => ({
      held: plain({ held: await (await load.loop()).setAside(ctx, params["mark"] ?? "", body) }),
    }),
  }),
  route({
    method: "POST",
    path: "/quarantine/:mark/put-back",
    action: "quarantine:work",
    summary: "Let results that were set aside wait again",
    run: async ({ ctx, params }) => ({
      held: plain({ held: await (await load.loop()).putBack(ctx, params["mark"] ?? "") }),
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/results/:date/:group/unlink",
    action: "quarantine:work",
    summary: "Take results that are somebody else's out of a file; they wait in quarantine",
    body: "UnlinkSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).unlinkResults(
        ctx,
        params["client"] ?? "",
        params["date"] ?? "",
        Number(params["group"]),
        body,
      ),
  }),
];

/** What was held, without its seal. */
function plain<T extends { held: { sealed: string } }>({ held, ...rest }: T) {
  const { sealed: _sealed, ...open } = held;
  return { ...rest, ...open };
}
