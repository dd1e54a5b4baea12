import type { Document } from "../../../shared/testing/index.ts";
import * as load from "../contexts.ts";
import { fileNameIn, route } from "../route.ts";

/** Images and papers that belong to an exam. */
export const documentRoutes = [
  route({
    method: "POST",
    path: "/clients/:client/documents",
    action: "document:add",
    summary:
      "Put an image or a paper (PDF, PNG, JPEG, WebP, DICOM, up to 5 MB) to an exam or one of its results",
    query: "DocumentAboutSchema",
    takesFile: true,
    creates: true,
    run: async ({ ctx, params, query, bytes, header, key }) => {
      const upload = { name: fileNameIn(header, "document"), bytes };
      return plain(await (await load.loop()).addDocument(ctx, params["client"] ?? "", query, upload, key));
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/documents",
    action: "document:read",
    summary: "The images and papers of a client, the latest first",
    run: async ({ ctx, params }) => ({
      documents: (await (await load.loop()).readDocuments(ctx, params["client"] ?? "")).map(plain),
    }),
  }),
  route({
    method: "GET",
    path: "/clients/:client/documents/:document",
    action: "document:read",
    summary: "One image or paper; the opening is in the client's log",
    run: async ({ ctx, params }) => {
      const { openDocument } = await load.loop();
      const { document, bytes } = await openDocument(ctx, params["client"] ?? "", params["document"] ?? "");
      const name = (await load.testing()).documentFileName(document);
      return new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": document.type,
          "content-disposition": `attachment; filename="${name}"`,
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      });
    },
  }),
  route({
    method: "POST",
    path: "/clients/:client/documents/:document/withdraw",
    action: "document:withdraw",
    summary: "Take a document that was put in by mistake out of view, with the reason",
    body: "UnlinkSchema",
    run: async ({ ctx, params, body }) => {
      const { withdrawDocument } = await load.loop();
      await withdrawDocument(ctx, params["client"] ?? "", params["document"] ?? "", body);
    },
  }),
];

/** A document without the place its file lies at. */
function plain({ file: _file, digest: _digest, ...open }: Document) {
  return open;
}
