import * as load from "../contexts.ts";
import { route } from "../route.ts";

export const clientRoutes = [
  route({
    method: "POST",
    path: "/clients",
    action: "client:enrol",
    summary: "Enrol a client, or turn the prospect of the same document into one",
    body: "EnrolSchema",
    creates: true,
    run: async ({ ctx, body, key }) =>
      (await load.clients()).shown(await (await load.loop()).enrol(ctx, body, key)),
  }),
  route({
    method: "POST",
    path: "/clients/search",
    action: "client:search",
    summary: "Find clients by hanzi, pinyin, initials, phone tail or client number",
    body: "Document",
    run: async ({ ctx, body }) => ({ clients: await (await load.clients()).findClients(ctx, body.text) }),
  }),
  route({
    method: "GET",
    path: "/panels/:manager",
    action: "client:search",
    summary: "The clients a health manager looks after (`none`: nobody's yet)",
    run: async ({ ctx, params }) => ({
      clients: await (await load.clients()).panelClients(ctx, params["manager"] ?? "none"),
    }),
  }),
  route({
    method: "GET",
    path: "/clients/:client",
    action: "client:read",
    summary: "One client's profile",
    run: async ({ ctx, params }) =>
      (await load.clients()).shown(await (await load.clients()).readClient(ctx, params["client"] ?? "")),
  }),
  route({
    method: "GET",
    path: "/clients/:client/file",
    action: "client:read",
    summary: "One client's whole file, as far as the reader may see it",
    run: async ({ ctx, params }) => {
      const file = await (await load.loop()).openFile(ctx, params["client"] ?? "");
      return { ...file, client: (await load.clients()).shown(file.client) };
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/readers",
    action: "client:log",
    summary: "Who opened this file",
    run: async ({ ctx, params }) => ({
      entries: await (await load.loop()).whoOpened(ctx, params["client"] ?? ""),
    }),
  }),
  route({
    method: "PATCH",
    path: "/clients/:client",
    action: "client:change",
    summary: "Change the parts of a file that are sent",
    body: "ChangeClientSchema",
    run: async ({ ctx, params, body }) =>
      (await load.clients()).shown(await (await load.loop()).changeFile(ctx, params["client"] ?? "", body)),
  }),
  route({
    method: "PATCH",
    path: "/clients/:client/health",
    action: "health:change",
    summary: "Keep the answers of the health file that are sent",
    body: "ChangeHealthSchema",
    run: async ({ ctx, params, body }) =>
      (await load.clients()).shown(await (await load.loop()).answerHealth(ctx, params["client"] ?? "", body)),
  }),
  route({
    method: "GET",
    path: "/clients/:client/merges",
    action: "client:merge",
    summary: "Files that were merged into this one, and those that look the same",
    run: async ({ ctx, params }) => {
      const { merges, alike } = await (await load.loop()).compareFiles(ctx, params["client"] ?? "");
      return { merges, alike };
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/merges",
    action: "client:merge",
    summary: "Merge another file of the same person into this one; it can be taken back",
    body: "MergeFilesSchema",
    run: async ({ ctx, params, body }) => (await load.loop()).mergeFiles(ctx, params["client"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/clients/:client/merges/:id/undo",
    action: "client:merge",
    summary: "Take a merge back",
    body: "UndoMergeSchema",
    run: async ({ ctx, params, body }) =>
      (await load.loop()).undoMerge(ctx, params["client"] ?? "", params["id"] ?? "", body),
  }),
  route({
    method: "PUT",
    path: "/clients/:client/consent",
    action: "client:consent",
    summary: "Record consent for one purpose given or withdrawn",
    body: "ConsentSchema",
    run: async ({ ctx, params, body }) =>
      (await load.clients()).shown(
        await (await load.clients()).changeConsent(ctx, params["client"] ?? "", body),
      ),
  }),
];
