import { unitText } from "../../../../shared/assessment/index.ts";
import type { RecognisedColumn } from "../../../../shared/exchange/index.ts";
import type { previewImport } from "../../../../shared/loop/index.ts";
import { catalogueItem, toCatalogueUnit } from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, MarkedTable, Note, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { Counts } from "./Counts.tsx";
import type { Upload } from "./file.ts";
import { Rejections } from "./Rejections.tsx";

type Preview = Awaited<ReturnType<typeof previewImport>>;

/** What a file would bring, before anything of it goes in. */
export function PreviewPart({ call, upload, preview }: { call: PageCall; upload: Upload; preview: Preview }) {
  const { t } = call;
  const unknown = preview.columns.filter(({ meaning }) => meaning.kind === "unknown");
  const known = preview.columns.filter(({ meaning }) => meaning.kind !== "unknown");
  return (
    <>
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
