import { type CatalogueItem, catalogueItem, type Document } from "../../../../shared/testing/index.ts";
import { Button, Empty, Field, MarkedTable } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { itemText } from "../quarantine/in-words.ts";

/** Images and papers of an exam, each with the way to it, and the form that adds one to the exam or to one result. */
export function Documents({
  call,
  documents,
  items,
  address,
  mends,
  may,
}: {
  call: PageCall;
  documents: readonly Document[];
  /** What was measured that day. */
  items: readonly CatalogueItem[];
  address: { client: string; date: string };
  mends: Mends;
  may: { add: boolean; withdraw: boolean };
}) {
  const { t, form } = call;
  const { client, date } = address;
  return (
    <section class="card" aria-labelledby="documents">
      <h2 id="documents">{t("documents.title")}</h2>
      {documents.length ? (
        <MarkedTable
          caption={t("documents.title")}
          columns={[
            { head: t("documents.name") },
            { head: t("results.item") },
            { head: t("documents.by") },
            ...(may.withdraw ? [{ head: t("documents.withdraw"), silent: true }] : []),
          ]}
          rows={documents.map((one) => ({
            cells: [
              <>
                <a href={`/documents/${client}/${one.id}`}>{one.name || t("documents.unnamed")}</a>
                <span class="sub">{sizeText(call, one)}</span>
              </>,
              one.item && catalogueItem(one.item) ? itemText(t, one.item) : t("documents.whole"),
              <>
                {one.own ? t("documents.own") : one.by.name}
                <span class="sub nowrap">{t.moment(one.at)}</span>
              </>,
              ...(may.withdraw ? [<Withdraw call={call} one={one} />] : []),
            ],
          }))}
        />
      ) : (
        <Empty t={t}>{t("documents.none")}</Empty>
      )}
      {may.add ? (
        <form
          method="post"
          action={`/results/${client}/${date}/documents`}
          enctype="multipart/form-data"
          class="form upload"
          novalidate
        >
          <Key call={call} />
          <Field
            t={t}
            name="file"
            label={t("documents.file")}
            hint={t("documents.file-hint")}
            error={mends.of("file")}
          >
            {(wiring) => <input {...wiring} type="file" accept=".pdf,.png,.jpg,.jpeg,.webp,.dcm" />}
          </Field>
          <Field t={t} name="item" label={t("documents.about")} error={mends.of("item")}>
            {(wiring) => (
              <select {...wiring} class="input words">
                <option value="">{t("documents.whole")}</option>
                {items.map(({ code, name }) => (
                  <option value={code} selected={form.text("item") === code}>
                    {t.pick(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button>{t("documents.add")}</Button>
        </form>
      ) : null}
    </section>
  );
}

/** PDF · 1.2 MB */
function sizeText({ t }: PageCall, { type, size }: Document): string {
  const kind = type.replace(/^.*\//, "").toUpperCase();
  const mega = size / (1024 * 1024);
  const said =
    mega >= 0.1 ? `${t.number(Math.round(mega * 10) / 10)} MB` : `${t.number(Math.ceil(size / 1024))} KB`;
  return `${kind} · ${said}`;
}

function Withdraw({ call: { t }, one }: { call: PageCall; one: Document }) {
  return (
    <details>
      <summary>{t("documents.withdraw")}</summary>
      <form method="post" action={`/documents/${one.client}/${one.id}/withdraw`} class="form">
        <input type="hidden" name="date" value={one.date} />
        <label class="field">
          <span class="label">{t("quarantine.reason-why")}</span>
          <input class="input words" name="reason" maxlength={300} required />
        </label>
        <Button>{t("documents.withdraw")}</Button>
      </form>
    </details>
  );
}
