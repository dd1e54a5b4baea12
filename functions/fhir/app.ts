import { type Context, Hono } from "hono";
import { actorOf, authorize } from "../../shared/access/index.ts";
import { AppError, NotFound, NotSignedIn } from "../../shared/kernel/errors.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { idsFrom } from "../../shared/kernel/ids.ts";
import { startImport } from "../../shared/loop/index.ts";

/** The FHIR R4 door: takes bundles of results in, as a LIS that speaks FHIR sends them. */
export function create(home: Home): Hono {
  const requestId = idsFrom(home.now, home.random);
  const app = new Hono().basePath("/fhir");
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/metadata", (c) => fhir(c, capabilities(home)));
  app.post("/", async (c) => {
    const token = c.req.header("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
    if (!token) throw new NotSignedIn();
    const claims = await home.verify(token).catch(() => {
      throw new NotSignedIn();
    });
    const ctx = contextFor(home, actorOf(claims), `fhir ${requestId()}`);
    authorize(ctx, "results:import", "centre" in ctx.actor ? { centre: ctx.actor.centre } : {});
    const started = await startImport(ctx, new Uint8Array(await c.req.arrayBuffer()), "bundle.json");
    c.header("content-location", `/api/imports/${started.id}`);
    return fhir(c, outcome("information", "informational", `Accepted as import ${started.id}`), 202);
  });
  app.notFound((c) => refuse(home, c, new NotFound()));
  app.onError((error, c) => refuse(home, c, error));
  return app;
}

const fhir = (c: Context, body: object, status = 200): Response =>
  c.body(JSON.stringify(body), status as 200, { "content-type": "application/fhir+json" });

function refuse(home: Home, c: Context, error: unknown): Response {
  if (error instanceof AppError)
    return fhir(c, outcome("error", "processing", error.sentence.en), error.status);
  home.log.error("fhir request failed", error);
  return fhir(c, outcome("fatal", "exception", "Something went wrong here. Nothing was changed."), 500);
}

const outcome = (severity: string, code: string, diagnostics: string) => ({
  resourceType: "OperationOutcome",
  issue: [{ severity, code, diagnostics }],
});

const capabilities = (home: Home) => ({
  resourceType: "CapabilityStatement",
  status: "active",
  date: "2026-11-22",
  kind: "instance",
  fhirVersion: "4.0.1",
  format: ["application/fhir+json"],
  implementation: { description: "Perennial 常青", url: `${home.publicUrl}/fhir` },
  rest: [
    {
      mode: "server",
      documentation:
        "Results come in as a Bundle of Patient and Observation; the answer names the import to follow.",
      interaction: [{ code: "transaction" }],
    },
  ],
});
