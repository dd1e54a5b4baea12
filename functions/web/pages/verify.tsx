import { verifyReport } from "../../../shared/assessment/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { State } from "../components/index.ts";
import { ClientPage } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";

/** Whether a paper with our code is ours and in force; about the person, nothing. */
async function verify(call: PageCall) {
  const { ctx, t, frame, params } = call;
  const found = await verifyReport(ctx, params["code"] ?? "").catch((error) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (!found) return unknown(call);
  const { issuedAt, version, state } = found;
  return (
    <ClientPage {...frame} title={t("verify.title")}>
      <section class="card" aria-labelledby="verified">
        <h1 id="verified">{t("verify.yes")}</h1>
        <p>{t("verify.issued", { centre: t("report.centre"), day: t.fullDay(issuedAt), n: version })}</p>
        <p>
          <State is={state === "in force" ? "ok" : "waiting"} word={t(stateKeys[state])} />
        </p>
        <p class="small quiet">{t("verify.quiet")}</p>
      </section>
    </ClientPage>
  );
}

const stateKeys = {
  "in force": "verify.in-force",
  amended: "verify.amended",
  recalled: "verify.recalled",
} as const;

const unknown = ({ t, frame }: PageCall) =>
  new Response(
    String(
      <ClientPage {...frame} path="/" title={t("verify.title")}>
        <section class="card" aria-labelledby="unknown">
          <h1 id="unknown">{t("verify.no")}</h1>
          <p>{t("verify.no-text")}</p>
        </section>
      </ClientPage>,
    ),
    { status: 404, headers: { "content-type": "text/html; charset=UTF-8", "cache-control": "no-store" } },
  );

export const verifyPages: PageRoute[] = [{ method: "GET", path: "/verify/:code", action: null, run: verify }];
