import type { ClientFile } from "../../../../shared/loop/index.ts";
import type { Cycle, FollowUp } from "../../../../shared/monitoring/index.ts";
import { MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { followUpPath, standing } from "./in-words.ts";

/** Every turn of a client, the present one first: opened, what was due in it, closed. */
export function Cycles({ t, file }: { t: Text; file: ClientFile }) {
  const turns = file.cycles.toReversed();
  return (
    <>
      <div class="head">
        <div>
          <h2>{t("spine.cycles")}</h2>
        </div>
        <a class="btn" href={`/clients/${file.client.number}`}>
          {t("client.back")}
        </a>
      </div>
      {turns.length ? null : <p class="quiet">{t("spine.cycles-none")}</p>}
      {turns.map((cycle) => (
        <Turn t={t} file={file} cycle={cycle} />
      ))}
    </>
  );
}

function Turn({ t, file, cycle }: { t: Text; file: ClientFile; cycle: Cycle }) {
  const due = file.followUps.filter((one) => wasDueIn(cycle, one));
  const id = `turn-${cycle.number}`;
  return (
    <section class="card" aria-labelledby={id}>
      <header>
        <h3 id={id}>{t("spine.cycle", { n: cycle.number })}</h3>
        <span class="small quiet">{spanOf(t, file, cycle)}</span>
      </header>
      {due.length ? (
        <MarkedTable
          caption={t("spine.cycle-items", { n: cycle.number })}
          columns={[{ head: t("spine.what") }, { head: t("spine.due") }, { head: t("spine.became") }]}
          rows={due.map((one) => ({
            cells: [
              <>
                <a href={followUpPath(one)}>{t.pick(one.name)}</a>
                {one.openedAt < cycle.openedAt ? <span class="sub">{t("spine.carried")}</span> : null}
              </>,
              t.date(one.due),
              standing(t, one),
            ],
          }))}
        />
      ) : (
        <p class="quiet">{t("spine.none")}</p>
      )}
    </section>
  );
}

/** Opened before it closed, and not ended before it opened. */
const wasDueIn = ({ openedAt, closedAt }: Cycle, one: FollowUp): boolean =>
  (closedAt === undefined || one.openedAt < closedAt) && (!one.closed || one.closed.at >= openedAt);

function spanOf(t: Text, file: ClientFile, cycle: Cycle): string {
  const from = t.date(cycle.openedBy.date);
  if (cycle.state === "closed" && cycle.closedBy)
    return t("spine.cycle-closed", { from, until: t.date(cycle.closedBy.date) });
  const waits = file.assessments.some(
    ({ date, state }) => date > cycle.openedBy.date && (state === "proposed" || state === "in review"),
  );
  return t(waits ? "spine.cycle-closing" : "spine.cycle-open", { from });
}
