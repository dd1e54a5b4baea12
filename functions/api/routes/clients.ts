import * as z from "zod";
import {
  ChangeClientSchema,
  ConsentSchema,
  changeClient,
  changeConsent,
  EnrolSchema,
  enrolClient,
  findClients,
  panelClients,
  readClient,
  shown,
} from "../../../shared/clients/index.ts";
import { openFile, whoOpened } from "../../../shared/loop/index.ts";
import { route } from "../route.ts";

export const clientRoutes = [
  route({
    method: "POST",
    path: "/clients",
    action: "client:enrol",
    summary: "Enrol a client, or turn the prospect of the same document into one",
    body: EnrolSchema,
    creates: true,
    run: async ({ ctx, body, key }) => shown(await enrolClient(ctx, body, key)),
  }),
  route({
    method: "POST",
    path: "/clients/search",
    action: "client:search",
    summary: "Find clients by hanzi, pinyin, initials, phone tail or client number",
    body: z.strictObject({ text: z.string().max(60) }),
    run: async ({ ctx, body }) => ({ clients: await findClients(ctx, body.text) }),
  }),
  route({
    method: "GET",
    path: "/panels/:manager",
    action: "client:search",
    summary: "The clients a health manager looks after (`none`: nobody's yet)",
    run: async ({ ctx, params }) => ({ clients: await panelClients(ctx, params["manager"] ?? "none") }),
  }),
  route({
    method: "GET",
    path: "/clients/:client",
    action: "client:read",
    summary: "One client's profile",
    run: async ({ ctx, params }) => shown(await readClient(ctx, params["client"] ?? "")),
  }),
  route({
    method: "GET",
    path: "/clients/:client/file",
    action: "client:read",
    summary: "One client's whole file, as far as the reader may see it",
    run: async ({ ctx, params }) => {
      const file = await openFile(ctx, params["client"] ?? "");
      return { ...file, client: shown(file.client) };
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/readers",
    action: "client:log",
    summary: "Who opened this file",
    run: async ({ ctx, params }) => ({ entries: await whoOpened(ctx, params["client"] ?? "") }),
  }),
  route({
    method: "PATCH",
    path: "/clients/:client",
    action: "client:change",
    summary: "Change the parts of a file that are sent",
    body: ChangeClientSchema,
    run: async ({ ctx, params, body }) => shown(await changeClient(ctx, params["client"] ?? "", body)),
  }),
  route({
    method: "PUT",
    path: "/clients/:client/consent",
    action: "client:consent",
    summary: "Record consent for one purpose given or withdrawn",
    body: ConsentSchema,
    run: async ({ ctx, params, body }) => shown(await changeConsent(ctx, params["client"] ?? "", body)),
  }),
];
