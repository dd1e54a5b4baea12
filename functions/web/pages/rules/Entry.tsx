import { concernNames, type Piece, type SheetRow } from "../../../../shared/assessment/index.ts";
import { recheckRule } from "../../../../shared/monitoring/index.ts";
import { State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { urgencyOf } from "../review/urgency.ts";

/** A condition in words, each cut-off marked. */
export function Condition({ t, pieces }: { t: Text; pieces: readonly Piece[] }) {
  return (
    <span class="cond">
      {pieces.map((piece) => (piece.path ? <b class="cut">{t.pick(piece)}</b> : t.pick(piece)))}
    </span>
  );
}

/** What a class is called in either part of the book. */
export const className = (t: Text, of: SheetRow["class"]): string =>
  of === "A" || of === "B" || of === "local" ? t(`rules.class.${of}`) : t(`review.class.${of}`);

export function ClassOf({ t, row }: { t: Text; row: SheetRow }) {
  return (
    <>
      <span class="pill">{className(t, row.class)}</span>
      {row.severity ? <span class="sub">{t(`review.urgency.${urgencyOf(row.severity)}`)}</span> : null}
    </>
  );
}

/** Published, signed off by whom, or waiting; and whose number it is. */
export function StatusOf({ t, row }: { t: Text; row: SheetRow }) {
  if (row.status === "published") return <span class="small quiet">{t("rules.published")}</span>;
  if (row.signOff)
    return (
      <State is="ok" word={t("rules.signed", { name: row.signOff.by.name, day: t.date(row.signOff.at) })} />
    );
  if (!row.onlyVariants) return <span class="signoff">{t("rules.needs")}</span>;
  return (
    <>
      <span class="small quiet">{t("rules.published")}</span>
      <span class="signoff">{t("rules.needs-variant")}</span>
    </>
  );
}

/** The follow-ups a rule begins, each with its window, and what is given to read. */
export function InMotion({ t, row }: { t: Text; row: SheetRow }) {
  const topics = row.topics.flatMap((topic) => (concernNames[topic] ? [t.pick(concernNames[topic])] : []));
  if (!row.followUps.length && !topics.length) return <span class="quiet">{t("rules.nothing")}</span>;
  return (
    <>
      {row.followUps.map(recheckRule).map((rule) => (
        <span class="motion">
          {t.pick(rule.act)} <span class="sub">{windowOf(t, rule)}</span>
        </span>
      ))}
      {topics.length ? <span class="sub">{t("rules.read", { topics: t.list(topics) })}</span> : null}
    </>
  );
}

function windowOf(t: Text, { minDays, maxDays }: { minDays: number; maxDays: number }): string {
  if (maxDays === 0) return t("rules.at-once");
  if (minDays === 0) return t("rules.by-now", { to: maxDays });
  return t("rules.window", { from: minDays, to: maxDays });
}
