import type { Child } from "hono/jsx";
import { AppError, Conflict, InvalidInput, NotFound } from "../../../shared/kernel/errors.ts";
import {
  decideCodes,
  previewImport,
  readImport,
  recentImports,
  startImport,
  undoImport,
  undoUntil,
} from "../../../shared/loop/index.ts";
import { Button, ButtonLink, ErrorSummary, Field, MarkedTable } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { decide, showCodes } from "./import/codes.tsx";
import { rejectionsCsv } from "./import/csv.ts";
import { keepUpload, keptUpload, type Upload } from "./import/file.ts";
import { meaningsIn } from "./import/meanings.ts";
import { PreviewPart } from "./import/Preview.tsx";
import { Run } from "./import/Run.tsx";
import { rejectionsXlsx } from "./import/xlsx.ts";

async function start(call: PageCall, refused: Mends = nothingToMend) {
  const { ctx, t, frame } = call;
  const recent = await recentImports(ctx);
  return (
    <Page {...frame} path="/import" title={t("import.title")} current="import">
      <Head t={t} sub={t("import.sub")}>
        <ButtonLink href="/import/codes">{t("codes.title")}</ButtonLink>
      </Head>
      <form
        method="post"
        action="/import"
        enctype="multipart/form-data"
        class="card form upload"
        novalidate
        aria-label={t("import.title")}
      >
        <ErrorSummary t={t} errors={refused.all} />
        <Field
          t={t}
          name="file"
          label={t("import.file")}
          hint={t("import.file-hint")}
          error={refused.of("file")}
        >
          {(wiring) => <input {...wiring} type="file" accept=".csv,.txt,.xlsx,.hl7,.json,text/csv" />}
        </Field>
        <Button kind="main">{t("import.look")}</Button>
      </form>
      {recent.length ? (
        <section class="card" aria-labelledby="recent">
          <h2 id="recent">{t("import.recent")}</h2>
          <MarkedTable
            caption={t("import.recent")}
            columns={[
              { head: t("import.name") },
              { head: t("import.started") },
              { head: t("import.state") },
              { head: t("import.rows"), figure: true },
              { head: t("import.applied"), figure: true },
              { head: t("import.bad"), figure: true },
            ]}
            rows={recent.map((run) => ({
              cells: [
                <a href={`/import/${run.id}`}>{run.name}</a>,
                t.moment(run.startedAt),
                t(`import.state.${run.state}`),
                figure(t, run.rows),
                figure(t, run.applied),
                figure(t, run.rejected),
              ],
            }))}
          />
        </section>
      ) : null}
    </Page>
  );
}

const figure = (t: PageCall["t"], count: number | undefined): string =>
  count === undefined ? "–" : t.number(count);

function Head({ t, sub, children }: Pick<PageCall, "t"> & { sub: string; children?: Child }) {
  return (
    <div class="head">
      <div>
        <h1>{t("import.title")}</h1>
        <p>{sub}</p>
      </div>
      {children}
    </div>
  );
}

const preview = (call: PageCall) => lookAt(call, keepUpload);

/** Remembers what the columns mean and shows the same file as it is read now. */
async function matchColumns(call: PageCall) {
  const upload = await keptUpload(call);
  try {
    await decideCodes(call.ctx, meaningsIn(call.form));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return lookAt(
      call,
      async () => upload,
      mendsFor(call.t, error, (field) => field),
    );
  }
  return lookAt(call, async () => upload);
}

async function lookAt(
  call: PageCall,
  fileOf: (call: PageCall) => Promise<Upload>,
  refused: Mends = nothingToMend,
) {
  const { ctx, t, frame } = call;
  try {
    const upload = await fileOf(call);
    const found = await previewImport(ctx, upload.bytes, upload.name);
    return (
      <Page {...frame} path="/import" title={t("import.title")} current="import">
        <Head t={t} sub={t("import.preview-sub")} />
        <PreviewPart call={call} upload={upload} preview={found} mends={refused} />
      </Page>
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return start(call, mendsFor(t, error));
  }
}

async function apply(call: PageCall) {
  const { bytes, name } = await keptUpload(call);
  const { id } = await startImport(call.ctx, bytes, name);
  return see(`/import/${id}`);
}

async function run({ ctx, t, params, frame }: PageCall) {
  const one = await readImport(ctx, params["id"] ?? "");
  const until = undoUntil(one);
  return (
    <Page {...frame} title={t("import.title")} current="import">
      <Head t={t} sub={`${one.name} · ${t.moment(one.startedAt)}`} />
      <Run t={t} run={one} undoUntil={until && ctx.now() <= until ? until : undefined} />
    </Page>
  );
}

async function undo({ ctx, t, params }: PageCall) {
  const id = params["id"] ?? "";
  try {
    await undoImport(ctx, id);
    return see(`/import/${id}`);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return see(`/import/${id}`, { text: t.pick(error.sentence) });
  }
}

async function rejected({ ctx, t, params }: PageCall) {
  const { result } = await readImport(ctx, params["id"] ?? "");
  if (!result) throw new NotFound();
  return new Response(rejectionsCsv(t, result.rejected), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="rejected.csv"',
      "cache-control": "no-store",
    },
  });
}

async function rejectedBook({ ctx, t, params }: PageCall) {
  const { result, head = [] } = await readImport(ctx, params["id"] ?? "");
  if (!result) throw new NotFound();
  return new Response(new Uint8Array(await rejectionsXlsx(t, head, result.rejected)), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": 'attachment; filename="rejected.xlsx"',
      "cache-control": "no-store",
    },
  });
}

export const importPages: PageRoute[] = [
  { method: "GET", path: "/import", action: "results:import", run: (call) => start(call) },
  { method: "POST", path: "/import", action: "results:import", run: preview },
  { method: "POST", path: "/import/apply", action: "results:import", run: apply },
  { method: "GET", path: "/import/codes", action: "results:import", run: showCodes },
  { method: "POST", path: "/import/codes", action: "results:import", run: decide },
  { method: "POST", path: "/import/columns", action: "results:import", run: matchColumns },
  { method: "GET", path: "/import/:id", action: "results:import", run },
  { method: "POST", path: "/import/:id/undo", action: "results:import", run: undo },
  { method: "GET", path: "/import/:id/rejected.csv", action: "results:import", run: rejected },
  { method: "GET", path: "/import/:id/rejected.xlsx", action: "results:import", run: rejectedBook },
];
