import type { Child } from "hono/jsx";
import { AppError } from "../../../shared/kernel/errors.ts";
import { openShare, revokeShare, shareReport } from "../../../shared/loop/index.ts";
import { Button, ErrorSummary, Field, Note } from "../components/index.ts";
import { ClientPage } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { Gone } from "./link/Shown.tsx";
import { ownNumber } from "./me/own.ts";
import { ReportBody } from "./me/report.tsx";
import { Made } from "./me/ShareCard.tsx";
import { printed } from "./paper.tsx";

async function make(call: PageCall) {
  const { ctx, home, t, frame, form, params, actor } = call;
  const date = params["date"] ?? "";
  const input = { date, days: form.text("days") };
  const shared = await shareReport(ctx, ownNumber(actor), input, form.maybe("key"));
  return (
    <ClientPage {...frame} path={`/me/report/${date}`} title={t("share.made")} current="client-home">
      <Made t={t} address={`${home.publicUrl}${shared.path}`} shared={shared} date={date} />
    </ClientPage>
  );
}

async function close({ ctx, t, params, actor }: PageCall) {
  await revokeShare(ctx, ownNumber(actor), params["id"] ?? "");
  return see(`/me/report/${params["date"]}`, { text: t("share.revoked") });
}

const pathOf = ({ params }: PageCall): string => `/share/${encodeURIComponent(params["token"] ?? "")}`;

/** Asks for the code and nothing else: previews and scanners open links too. */
function ask(call: PageCall, mends: Mends = nothingToMend): Child {
  const { t, frame } = call;
  return (
    <ClientPage {...frame} path={pathOf(call)} title={t("share.ask-title")}>
      <section class="card" aria-labelledby="ask">
        <h1 id="ask">{t("share.ask-title")}</h1>
        <p>{t("share.ask")}</p>
        <ErrorSummary t={t} errors={mends.all} />
        <form method="post" action={pathOf(call)} class="form">
          <Field t={t} name="code" label={t("share.ask-code")} error={mends.of("code")}>
            {(wiring) => (
              <input {...wiring} inputmode="numeric" autocomplete="one-time-code" maxlength={9} size={9} />
            )}
          </Field>
          <div class="row">
            <Button kind="main">{t("share.open")}</Button>
            <Button name="as" value="pdf">
              {t("share.open-pdf")}
            </Button>
          </div>
        </form>
      </section>
    </ClientPage>
  );
}

async function open(call: PageCall): Promise<Child | Response> {
  const { ctx, t, frame, form, params } = call;
  try {
    const view = await openShare(ctx, params["token"] ?? "", form.text("code"));
    if (form.text("as") === "pdf") return await printed(call, view);
    return (
      <ClientPage {...frame} path={pathOf(call)} title={t("share.ask-title")}>
        <Note>
          <p>{t("share.shared")}</p>
        </Note>
        <ReportBody t={t} view={view} />
      </ClientPage>
    );
  } catch (error) {
    if (opensNothing(error)) return gone(call);
    return ask(call, mendsFor(t, error));
  }
}

const opensNothing = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "NotFound" || error.code === "Expired");

/** Closed, over or never there: one page for all, so that nobody learns which. */
const gone = ({ t, frame }: PageCall) =>
  new Response(
    String(
      <ClientPage {...frame} path="/" title={t("link.gone")}>
        <Gone t={t} />
      </ClientPage>,
    ),
    { status: 404, headers: { "content-type": "text/html; charset=UTF-8", "cache-control": "no-store" } },
  );

export const sharePages: PageRoute[] = [
  { method: "POST", path: "/me/report/:date/share", action: "report:share", run: make },
  { method: "POST", path: "/me/report/:date/share/:id/close", action: "report:share", run: close },
  { method: "GET", path: "/share/:token", action: null, run: async (call) => ask(call) },
  { method: "POST", path: "/share/:token", action: null, run: open },
];
