import type { ImportView } from "../../../../shared/loop/index.ts";
import { Button, ButtonLink, Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { Counts } from "./Counts.tsx";
import { Rejections } from "./Rejections.tsx";

/**
 * One run: how far it is, and at the end what became of every row; `undoUntil` while it can be undone.
 */
export function Run({ t, run, undoUntil }: { t: Text; run: ImportView; undoUntil: string | undefined }) {
  if (run.state === "failed")
    return (
      <Note kind="watch">
        <h2>{t("import.failed")}</h2>
        <p>{run.why ? t.pick(run.why) : ""}</p>
        <p>
          <a href="/import">{t("import.other")}</a>
        </p>
      </Note>
    );
  if (!run.result) return <Running t={t} run={run} />;
  const { rows, applied, unchanged, quarantined, rejected } = run.result;
  return (
    <>
      {run.undo ? <Undone t={t} undo={run.undo} /> : null}
      <section class="card" aria-labelledby="counts">
        <h2 id="counts">{t(run.undo ? "import.was-done" : "import.done")}</h2>
        <Counts
          counts={[
            [t("import.rows"), t.number(rows)],
            [t("import.applied"), t.number(applied)],
            [t("import.unchanged"), t.number(unchanged)],
            [t("import.held"), t.number(quarantined)],
            [t("import.bad"), t.number(rejected.length)],
          ]}
        />
        {run.unknown ? (
          <Note kind="watch">
            <p>{t("import.left-out", { n: run.unknown.length })}</p>
            <p>{t.list(run.unknown)}</p>
            <p>{t("import.left-out-how")}</p>
          </Note>
        ) : null}
        {quarantined && !run.undo ? (
          <Note kind="watch">
            <p>
              {t("import.held-note", { n: quarantined })} <a href="/quarantine">{t("quarantine.title")}</a>
            </p>
          </Note>
        ) : null}
        <div class="row">
          <ButtonLink href="/import" kind="main">
            {t("import.next")}
          </ButtonLink>
          {rejected.length ? (
            <>
              <ButtonLink href={`/import/${run.id}/rejected.xlsx`} icon="download" download>
                {t("import.download-book")}
              </ButtonLink>
              <ButtonLink href={`/import/${run.id}/rejected.csv`} icon="download" download>
                {t("import.download")}
              </ButtonLink>
            </>
          ) : null}
        </div>
      </section>
      {undoUntil ? (
        <form method="post" action={`/import/${run.id}/undo`} class="card">
          <h2>{t("import.undo")}</h2>
          <p>{t("import.undo-hint", { until: t.moment(undoUntil) })}</p>
          <Button>{t("import.undo")}</Button>
        </form>
      ) : null}
      {rejected.length ? (
        <section class="card" aria-labelledby="rejected">
          <h2 id="rejected">{t("import.rejected")}</h2>
          <Rejections t={t} rejected={rejected} />
        </section>
      ) : null}
    </>
  );
}

function Undone({ t, undo }: { t: Text; undo: NonNullable<ImportView["undo"]> }) {
  const { at, taken = 0, kept = [] } = undo;
  return (
    <Note kind="watch">
      <h2>{t("import.undone", { when: t.moment(at) })}</h2>
      <p>{t("import.undone-rows", { n: taken })}</p>
      {kept.length ? (
        <p>{t("import.undo-kept", { n: kept.length, lines: t.list(kept.slice(0, 50).map(String)) })}</p>
      ) : null}
    </Note>
  );
}

function Running({ t, run }: { t: Text; run: ImportView }) {
  const { done, of } = run.progress ?? { done: 0, of: 0 };
  return (
    <section class="card running" data-again aria-labelledby="running">
      <h2 id="running">{t(run.state === "undoing" ? "import.undoing" : "import.running")}</h2>
      <p role="status">
        <b class="value">{of ? t.percent(Math.floor((done * 100) / of) / 100) : t.percent(0)}</b>{" "}
        {of ? t("import.so-far", { done: t.number(done), of: t.number(of) }) : t("import.waiting")}
      </p>
      <progress max={of || 1} value={done} aria-labelledby="running"></progress>
      <p class="quiet">{t("import.leave")}</p>
      <ButtonLink href={`/import/${run.id}`}>{t("import.again")}</ButtonLink>
    </section>
  );
}
