import type { CaseView } from "../../../../shared/monitoring/index.ts";
import { ButtonLink } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Alarm } from "./Alarm.tsx";
import { asksToTell, casePath, recordText } from "./in-words.ts";

/**
 * The open cases of a client above whatever page of theirs is open, each with the way to it. `first` makes the
 * first contact the page's main act.
 */
export function Alarms({
  call,
  cases,
  first,
}: {
  call: PageCall;
  cases: readonly CaseView[];
  first?: boolean | undefined;
}) {
  const { t } = call;
  const open = cases.filter(({ ask }) => ask !== undefined);
  const untold = open.find(asksToTell);
  return (
    <>
      {open.map((one) => (
        <Alarm
          call={call}
          one={one}
          acts={
            <ButtonLink
              href={casePath(one)}
              kind={first && one === untold ? "main" : undefined}
              icon={asksToTell(one) ? "phone" : undefined}
            >
              {asksToTell(one) ? recordText(t, one) : t("cases.open")}
            </ButtonLink>
          }
        />
      ))}
    </>
  );
}
