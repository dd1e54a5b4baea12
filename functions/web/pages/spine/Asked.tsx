import { openRecord } from "../../../../shared/clients/index.ts";
import { askedIn, type FollowUp, openBook } from "../../../../shared/monitoring/index.ts";
import { Button, Choices, Empty, ErrorSummary } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { askedPath } from "./in-words.ts";

/** The places one picture of an organ fits: staff say of each whether it was looked at. */
export async function Asked({ call, client, mends }: { call: PageCall; client: string; mends: Mends }) {
  const { ctx, t, params, form } = call;
  const date = params["date"] ?? "";
  await openRecord(ctx, "follow-up:work", client, "follow-up");
  const asked = askedIn(await openBook(ctx, client), date);
  if (!asked.length)
    return (
      <section class="card">
        <Empty t={t} title={t("spine.asked-nothing")}>
          <a href="/worklist">{t("worklist.back")}</a>
        </Empty>
      </section>
    );
  const items = [...new Set(asked.flatMap((one) => one.asked?.items ?? []))];
  return (
    <section class="card narrow">
      <h2>{t("spine.asked-title", { day: t.date(date) })}</h2>
      <p>{t("spine.asked-why", { day: t.date(date), items: t.list(items) })}</p>
      <ErrorSummary t={t} errors={mends.all} />
      <form method="post" action={askedPath(client, date)} class="form">
        {asked.map((one) => (
          <Choices
            legend={[t.pick(one.name), one.site?.split("/").slice(1).join(" ")].filter(Boolean).join(" · ")}
            name={`is-${one.id}`}
            kind="radio"
            options={(["yes", "no"] as const).map((value) => ({
              value,
              label: t(`spine.asked-${value}`),
              checked: form.text(`is-${one.id}`) === value,
            }))}
          />
        ))}
        <div class="row">
          <Button kind="main">{t("spine.asked-do")}</Button>
        </div>
      </form>
    </section>
  );
}

/** What the form says: the ids of those looked at and of those not. */
export const saidOf = (call: PageCall): { covered: FollowUp["id"][]; not: FollowUp["id"][] } => {
  const said = call.form.names().filter((name) => name.startsWith("is-"));
  const those = (word: string) =>
    said.filter((name) => call.form.text(name) === word).map((name) => name.slice("is-".length));
  return { covered: those("yes"), not: those("no") };
};
