import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { daysBetween } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { type FollowUp, isOpen } from "../../../../shared/monitoring/index.ts";
import { State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { followUpPath } from "../spine/in-words.ts";
import { stateText, When } from "../worklist/Rows.tsx";
import type { StaffNames } from "./staff-names.ts";

/** What is open, with its window and how far it came; what ended, with why it ended. */
export function FollowUps(props: { t: Text; file: ClientFile; staff: StaffNames; today: PlainDate }) {
  const { t, file, today } = props;
  const open = file.followUps.filter(isOpen).toSorted((a, b) => a.overdueAfter.localeCompare(b.overdueAfter));
  const ended = file.followUps.filter((one) => !isOpen(one));
  return (
    <section class="card" aria-labelledby="follow-ups">
      <header>
        <h2 id="follow-ups">{t("client.follow-ups")}</h2>
        <span class="quiet small">
          {t("client.follow-ups-count", {
            n: open.length,
            over: open.filter(({ overdueAfter }) => overdueAfter < today).length,
          })}
        </span>
      </header>
      {open.length ? (
        <ul class="tasks">
          {open.map((followUp) => (
            <Open t={t} followUp={followUp} today={today} />
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("client.follow-ups-none")}</p>
      )}
      {ended.length ? (
        <details>
          <summary>{t("client.closed", { n: ended.length })}</summary>
          <ul class="tasks">
            {ended.map((followUp) => (
              <Ended {...props} followUp={followUp} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Open({ t, followUp, today }: { t: Text; followUp: FollowUp; today: PlainDate }) {
  const row = { followUp, days: daysBetween(today, followUp.overdueAfter) };
  return (
    <li>
      <div class="row spread">
        <b>
          <a href={followUpPath(followUp)}>{t.pick(followUp.name)}</a>
        </b>
        <When t={t} row={row} />
      </div>
      <p class="small">{t.pick(followUp.act)}</p>
      <p class="small quiet">
        {t("client.follow-up-from", { day: t.date(followUp.openedBy.date) })} ·{" "}
        {t("client.follow-up-window", { from: t.date(followUp.opens), to: t.date(followUp.overdueAfter) })}
      </p>
      <p class="small">
        <State is={followUp.attention ? "stop" : "waiting"} word={stateText(t, row)} />
      </p>
    </li>
  );
}

function Ended({ t, followUp, staff }: { t: Text; followUp: FollowUp; staff: StaffNames }) {
  const { closed, state, name } = followUp;
  const day = closed?.evidence && t.date(closed.evidence.date);
  const by = closed?.evidence?.record;
  const seen = by
    ? `${t(`worklist.outcome.${by}`)} ${day}`
    : day &&
      t(state === "verified elsewhere" ? "client.closed-elsewhere" : "client.closed-evidence", { day });
  return (
    <li>
      <b>
        <a href={followUpPath(followUp)}>{t.pick(name)}</a>
      </b>
      <p class="small">
        {[t(`client.follow-up.${state}`), seen, closed?.reason].filter(Boolean).join(" · ")}
      </p>
      {closed ? (
        <p class="small quiet">
          {t("client.closed-by", { day: t.date(closed.at), who: staff.of(closed.by) ?? "" })}
        </p>
      ) : null}
    </li>
  );
}
