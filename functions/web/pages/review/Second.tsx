import { mayEver, rankNames } from "../../../../shared/access/index.ts";
import { countersignRule, type SecondSignature } from "../../../../shared/assessment/index.ts";
import { Button, ErrorSummary, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { type ExamUnderReview, reviewPath } from "./exam.ts";
import { MayNot, type Readers } from "./MayNotSign.tsx";

/** The second signature of a signed version: who gave it, or why it is asked for and by whom it may be given. */
export function Second({
  t,
  review,
  who,
  mends,
}: {
  t: Text;
  review: ExamUnderReview;
  who: Readers;
  mends: Mends;
}) {
  const { assessment, client } = review;
  const { second, state, signedBy } = assessment;
  if (!second) return null;
  if (second.by)
    return (
      <p class="small quiet">
        {t("second.by", { name: second.by.name })}
        {second.by.rank ? ` · ${t.pick(rankNames[second.by.rank])}` : null}
        {second.at ? ` · ${t("second.at", { when: t.moment(second.at) })}` : null}
      </p>
    );
  if (state !== "signed") return null;
  const path = reviewPath({ ...assessment, client: client.number });
  return (
    <div class="sign">
      <ErrorSummary t={t} errors={mends.all.filter(({ field }) => !field)} />
      <State is="waiting" word={t("second.waits")} />
      <Because t={t} second={second} />
      {signedBy?.id === who.actor.id ? (
        <p class="small quiet">{t("second.own")}</p>
      ) : mayEver(who.actor, "assessment:countersign") ? (
        <form method="post" action={`${path}/countersign`}>
          <Button kind="main" icon="review">
            {t("second.sign")}
          </Button>
          <p class="small quiet">{t("second.hint")}</p>
        </form>
      ) : (
        <MayNot t={t} action="assessment:countersign" who={who} />
      )}
    </div>
  );
}

function Because({ t, second }: { t: Text; second: SecondSignature }) {
  const rules = second.because.flatMap((id) => countersignRule(id) ?? []);
  return (
    <p class="small">
      {t("second.because", { rules: t.list(rules.map(({ name }) => t.pick(name))) })}{" "}
      {rules.some(({ status }) => status === "needs sign-off") ? t("second.unsure") : null}
    </p>
  );
}
