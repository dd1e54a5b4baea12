import { unitText } from "../../../../shared/assessment/index.ts";
import type { RecognisedColumn } from "../../../../shared/exchange/index.ts";
import type { previewImport } from "../../../../shared/loop/index.ts";
import { catalogueItem, toCatalogueUnit } from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, ErrorSummary, MarkedTable, Note, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { Counts } from "./Counts.tsx";
import type { Upload } from "./file.ts";
import { MeaningRows } from "./MeaningRows.tsx";
import { Rejections } from "./Rejections.tsx";

type Preview = Awaited<ReturnType<typeof previewImport>>;

/** What a file would bring, before anything of it goes in. */
export function PreviewPart({
  call,
  upload,
  preview,
  mends,
}: {
  call: PageCall;
  upload: Upload;
  preview: Preview;
  mends: Mends;
}) {
  const { t } = call;
  const unknown = preview.columns.filter(({ meaning, decided }) => meaning.kind === "unknown" && !decided);
  const known = preview.columns.filter(({ meaning }) => meaning.kind !== "unknown");
  // What nobody knows, what cannot be read as it stands, and what was matched by hand before.
  const matched = preview.columns.filter((one) => unknown.includes(one) || one.problem || one.decided);
  const { before } = preview;
  return (
    <>
      <ErrorSummary t={t} errors={mends.all} />
      {before ? (
        <Note kind="watch">
          <p>
            {t("import.seen", { when: t.moment(before.startedAt), state: t(`import.state.${before.state}`) })}{" "}
            <a href={`/import/${before.id}`}>{before.name}</a>
          </p>
        </Note>
      ) : null}
      <section class="card" aria-labelledby="counts">
        <h2 id="counts">{upload.name}</h2>
        <Counts
          counts={[
            [t("import.rows"), t.number(preview.rows)],
            [t("import.good"), t.number(preview.good)],
            [t("import.bad"), t.number(preview.rejected.length)],
            [t("import.format"), `${preview.format.toUpperCase()} · ${preview.encoding.toUpperCase()}`],
          ]}
        />
        {unknown.length ? (
          <Note kind="watch">
            <p>{t("import.unknown", { n: unknown.length })}</p>
            <p>{t.list(unknown.map(({ header }) => header))}</p>
          </Note>
        ) : null}
        <form method="post" action="/import/apply" class="row">
          <input type="hidden" name="digest" value={upload.digest} />
          <input type="hidden" name="name" value={upload.name} />
          {preview.good ? (
            <Button kind="main">
              {t("import.apply", { n: preview.good, count: t.number(preview.good) })}
            </Button>
          ) : null}
          <ButtonLink href="/import">{t("import.other")}</ButtonLink>
        </form>
      </section>
      {matched.length ? (
        <form method="post" action="/import/columns" class="card" aria-labelledby="match">
          <h2 id="match">{t("codes.match")}</h2>
          <p>{t("codes.match-hint")}</p>
          <input type="hidden" name="digest" value={upload.digest} />
          <input type="hidden" name="name" value={upload.name} />
          <MeaningRows
            t={t}
            mends={mends}
            people={preview.format === "csv" || preview.format === "xlsx"}
            asked={matched.map(({ header, meaning, problem, decided }) => ({
              code: header,
              ...(problem ? { said: t.pick(problem) } : {}),
              ...(decided ? { decided: meaning } : {}),
            }))}
          />
          <Button>{t("codes.remember")}</Button>
        </form>
      ) : null}
      {preview.rejected.length ? (
        <section class="card" aria-labelledby="rejected">
          <h2 id="rejected">{t("import.rejected")}</h2>
          <Rejections t={t} rejected={preview.rejected} />
        </section>
      ) : null}
      <section class="card" aria-labelledby="columns">
        <h2 id="columns">{t("import.columns")}</h2>
        <MarkedTable
          caption={t("import.columns")}
          columns={[
            { head: t("import.header") },
            { head: t("import.means") },
            { head: t("import.unit") },
            { head: t("import.state") },
          ]}
          rows={known.map((column) => ({ cells: columnCells(t, column) }))}
        />
      </section>
    </>
  );
}

function columnCells(t: Text, { header, meaning, problem }: RecognisedColumn) {
  const state = problem ? <State is="stop" word={t.pick(problem)} /> : t("import.recognised");
  if (meaning.kind === "person") return [header, t(`import.field.${meaning.field}`), "", state];
  if (meaning.kind === "unknown") return [header, "", "", ""];
  const item = catalogueItem(meaning.item);
  return [header, item ? t.pick(item.name) : meaning.item, unitsOf(t, meaning.item, meaning.unit), state];
}

/** The unit results are kept in, and the one they come in where that is another. */
function unitsOf(t: Text, code: string, from: string): string {
  const to = unitText(catalogueItem(code)?.unit ?? "");
  const one = from ? toCatalogueUnit(code, 1, from) : { value: 1 };
  return "value" in one && one.value === 1 ? to : t("import.converted", { from, to });
}
