import { mayEver } from "../../../../shared/access/index.ts";
import { casesOf } from "../../../../shared/monitoring/index.ts";
import { Icon, Mark, NameOf } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { scriptsOf } from "../clients/person.ts";
import { asksToTell, casePath, clockText, nextText, whatOf } from "./in-words.ts";

const linesShown = 3;

/** The critical values that need somebody now, on top of everybody's list; nothing where there is none. */
export async function casesStrip({ ctx, t, actor }: PageCall) {
  if (actor.kind !== "staff" || !mayEver(actor, "case:read")) return null;
  const { rows, pressing } = await casesOf(ctx, linesShown);
  if (!pressing) return null;
  const now = rows.slice(0, pressing);
  const untold = now.some((row) => asksToTell(row.case));
  return (
    <section class="note" data-kind={untold ? "stop" : "watch"} aria-label={t("cases.title")}>
      {untold ? <Mark name="HH" /> : <Icon name="clock" />}
      <div>
        <b>{t("cases.strip", { n: pressing })}</b>
        <ul class="lines">
          {now.map(({ case: one, client }) => (
            <li>
              <a href={casePath(one)}>
                <NameOf t={t} name={scriptsOf(client)} />
              </a>{" "}
              · {whatOf(t, one)} · {nextText(t, one)} ·{" "}
              <span class="nowrap">{clockText(t, one, ctx.now())}</span>
            </li>
          ))}
        </ul>
      </div>
      <a href="/cases">{t("cases.strip-open")}</a>
    </section>
  );
}
