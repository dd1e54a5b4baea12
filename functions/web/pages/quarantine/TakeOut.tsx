import type { ResultGroup } from "../../../../shared/testing/index.ts";
import { resultsIn } from "../../../../shared/testing/index.ts";
import { Button, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";

/** The way out for results that are somebody else's: each group of an exam as it came, with a reason. */
export function TakeOut({ call, groups }: { call: PageCall; groups: readonly ResultGroup[] }) {
  const { t } = call;
  const there = groups.filter(({ withdrawn }) => !withdrawn);
  if (!there.length) return null;
  return (
    <details class="card">
      <summary>{t("quarantine.wrong")}</summary>
      <p>{t("quarantine.wrong-hint")}</p>
      {there.map((group) => (
        <form
          method="post"
          action={`/results/${group.client}/${group.date}/${group.n}/unlink`}
          class="form"
          novalidate
        >
          <Field
            t={t}
            name="reason"
            id={`reason-${group.n}`}
            label={t("quarantine.group", {
              source: group.source,
              when: t.moment(group.at),
              n: resultsIn(group).length,
            })}
            hint={t("quarantine.reason-hint")}
          >
            {(wiring) => <input {...wiring} class="input words" maxlength={300} />}
          </Field>
          <Button>{t("quarantine.take-out")}</Button>
        </form>
      ))}
    </details>
  );
}
