import {
  type Action,
  leastRank,
  mayEver,
  rankNames,
  ranksHigh,
  type Staff,
} from "../../../../shared/access/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import { Note } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** Who reads a review page, and with whom. */
export interface Readers {
  actor: Actor;
  staff: readonly Staff[];
}

/** In place of a button the reader's title does not reach: the rule, and who of the centre may. */
export function MayNot({ t, action, who }: { t: Text; action: Action; who: Readers }) {
  const least = leastRank[action];
  if (!least || mayEver(who.actor, action)) return null;
  const may = who.staff.filter(
    (one) =>
      one.roles.includes("physician") && one.rank && ranksHigh({ kind: "staff", rank: one.rank }, action),
  );
  const names = may.map(
    ({ name, nameLatin, rank }) =>
      `${t.language === "en" ? (nameLatin ?? name) : name}${rank ? t("review.title-of", { title: t.pick(rankNames[rank]) }) : ""}`,
  );
  return (
    <Note kind="watch">
      <p>{t.pick(least.why)}</p>
      {names.length ? <p>{t("review.may-sign", { names: t.list(names) })}</p> : null}
    </Note>
  );
}
