import { isPlainDate } from "../../../shared/kernel/time.ts";
import { openDocument, withdrawDocument } from "../../../shared/loop/index.ts";
import { documentFileName } from "../../../shared/testing/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { mendsFor } from "./forms/mends.ts";

/** The file itself: what a browser can show it shows, anything else is kept as a file. */
async function file({ ctx, params }: PageCall): Promise<Response> {
  const { document, bytes } = await openDocument(ctx, params["client"] ?? "", params["document"] ?? "");
  const how = document.type === "application/dicom" ? "attachment" : "inline";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": document.type,
      "content-disposition": `${how}; filename="${documentFileName(document)}"`,
      "cache-control": "no-store",
    },
  });
}

async function withdraw({ ctx, t, form, params }: PageCall): Promise<Response> {
  const [client = "", id = ""] = [params["client"], params["document"]];
  const date = form.text("date");
  const back = isPlainDate(date) ? `/results/${client}/${date}` : `/clients/${client}`;
  try {
    await withdrawDocument(ctx, client, id, { reason: form.text("reason") });
    return see(back, { text: t("documents.withdrawn") });
  } catch (error) {
    const [first] = mendsFor(t, error).all;
    return see(back, { text: first?.message ?? "" });
  }
}

export const documentPages: PageRoute[] = [
  { method: "GET", path: "/documents/:client/:document", action: "document:read", run: file },
  {
    method: "POST",
    path: "/documents/:client/:document/withdraw",
    action: "document:withdraw",
    run: withdraw,
  },
];
