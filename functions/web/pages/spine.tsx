import type { Child } from "hono/jsx";
import { type Client, openRecord, reachClient } from "../../../shared/clients/index.ts";
import { openFile } from "../../../shared/loop/index.ts";
import { claimDocument, settleAsked } from "../../../shared/monitoring/index.ts";
import { Banner } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { bannerOf } from "./client/banner-of.ts";
import { type StaffNames, staffNames } from "./client/staff-names.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { Asked, saidOf } from "./spine/Asked.tsx";
import { Cycles } from "./spine/Cycles.tsx";
import { History } from "./spine/History.tsx";

const numberIn = ({ params, actor }: PageCall): string => {
  staffAt(actor);
  return params["client"] ?? "";
};

function sheet(call: PageCall, client: Client, staff: StaffNames, title: string, body: Child) {
  const { t, ctx, frame } = call;
  const banner = bannerOf(t, client, ctx.now(), { grade: "unseen", manager: staff.of(client.manager) });
  return (
    <Page {...frame} title={title} current="clients" banner={<Banner t={t} client={banner} />}>
      {body}
    </Page>
  );
}

async function history(call: PageCall) {
  const { ctx, t } = call;
  const number = numberIn(call);
  const [client, staff] = await Promise.all([reachClient(ctx, "follow-up:read", number), staffNames(ctx, t)]);
  const body = await History({ call, client: number, staff });
  return sheet(call, client, staff, t("spine.history-title", { number }), body);
}

async function document({ ctx, params, actor }: PageCall) {
  staffAt(actor);
  const number = params["client"] ?? "";
  await openRecord(ctx, "follow-up:read", number, "document");
  const { bytes, type } = await claimDocument(ctx, number, params["id"] ?? "");
  const name = `re-check.${type.split("/")[1]}`;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function cycles(call: PageCall) {
  const { ctx, t } = call;
  const number = numberIn(call);
  const [file, staff] = await Promise.all([openFile(ctx, number), staffNames(ctx, t)]);
  return sheet(call, file.client, staff, t("spine.cycles-title", { number }), <Cycles t={t} file={file} />);
}

const asked = (call: PageCall) => askedPage(call, nothingToMend);

async function askedPage(call: PageCall, mends: Mends) {
  const { ctx, t } = call;
  const number = numberIn(call);
  const [client, staff] = await Promise.all([reachClient(ctx, "follow-up:work", number), staffNames(ctx, t)]);
  return sheet(call, client, staff, t("spine.asked"), await Asked({ call, client: number, mends }));
}

async function settle(call: PageCall) {
  const { ctx, t, params } = call;
  const number = numberIn(call);
  try {
    const date = params["date"] ?? "";
    const { closed, kept } = await settleAsked(ctx, { client: number, date, ...saidOf(call) });
    const text = t("spine.asked-done", { number, closed: closed.length, kept: kept.length });
    return see("/worklist", { text });
  } catch (error) {
    return askedPage(call, mendsFor(t, error));
  }
}

const one = "/clients/:client/follow-ups/:id";

export const spinePages: PageRoute[] = [
  { method: "GET", path: one, action: "follow-up:read", run: history },
  { method: "GET", path: `${one}/document`, action: "follow-up:read", run: document },
  { method: "GET", path: "/clients/:client/cycles", action: "follow-up:read", run: cycles },
  { method: "GET", path: "/clients/:client/looked/:date", action: "follow-up:work", run: asked },
  { method: "POST", path: "/clients/:client/looked/:date", action: "follow-up:work", run: settle },
];
