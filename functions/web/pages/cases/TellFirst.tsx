import type { CaseView } from "../../../../shared/monitoring/index.ts";
import { Button, ButtonLink, Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { casePath, recordText, whatOf } from "./in-words.ts";

/** What holds a release back: each value nobody has been told of, and the way to its case. */
export function TellFirst({ t, untold }: { t: Text; untold: readonly CaseView[] }) {
  const [first] = untold;
  return (
    <div class="sign">
      <h3>{t("cases.blocked")}</h3>
      <ul class="check" id="untold">
        {untold.map((one) => (
          <li data-no>
            <Icon name="cross" />
            <a href={casePath(one)}>{t("cases.blocked-by", { what: whatOf(t, one) })}</a>
          </li>
        ))}
      </ul>
      {first ? (
        <ButtonLink href={casePath(first)} kind="main" icon="phone">
          {recordText(t, first)}
        </ButtonLink>
      ) : null}
      <Button type="button" icon="report" blockedBy="untold">
        {t("review.release")}
      </Button>
      <p class="small quiet">{t("cases.first-why")}</p>
    </div>
  );
}
