import { NotFound } from "../../../../shared/kernel/errors.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import { claimElsewhere, type FollowUp, isOpen } from "../../../../shared/monitoring/index.ts";
import { Button, ButtonLink, Empty, ErrorSummary, Field, Note } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { ownFile, ownNumber } from "./own.ts";

export const showRechecks = (call: PageCall) => pageOf(call, nothingToMend);

/** What waits to be looked at again, and the way to say that it was done elsewhere. */
async function pageOf(call: PageCall, mends: Mends) {
  const { t, ctx, frame } = call;
  const file = await ownFile(call);
  const open = file.followUps.filter(isOpen);
  const today = localDate(ctx.now(), file.client.zone);
  return (
    <ClientPage {...frame} path="/me/rechecks" title={t("spine.rechecks")} current="client-plan">
      <div>
        <h1>{t("spine.rechecks")}</h1>
        <p class="lead">{t("spine.rechecks-lead")}</p>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      {open.length ? (
        open.map((one) => <Recheck call={call} one={one} today={today} mends={mends} />)
      ) : (
        <section class="card">
          <Empty t={t} title={t("spine.rechecks-none")} />
        </section>
      )}
    </ClientPage>
  );
}

function Recheck(props: { call: PageCall; one: FollowUp; today: string; mends: Mends }) {
  const { call, one } = props;
  const { t } = call;
  const waits = one.claim?.state === "waiting";
  return (
    <section class="card" aria-labelledby={one.id}>
      <h2 id={one.id}>{t.pick(one.name)}</h2>
      <p>{t.pick(one.act)}</p>
      <p class="small quiet">
        {one.booking
          ? t("spine.recheck-booked", { day: t.longDay(one.booking.date) })
          : t("spine.recheck-by", { from: t.date(one.opens), until: t.date(one.overdueAfter) })}
      </p>
      {waits && one.claim ? (
        <Note kind="plain">{t("spine.did-waiting", { day: t.day(one.claim.at) })}</Note>
      ) : null}
      {one.claim?.state === "sent back" ? (
        <Note kind="watch">{t("spine.did-back", { reason: one.claim.reason ?? "" })}</Note>
      ) : null}
      {one.booking ? null : (
        <div class="row">
          <ButtonLink href="/me/visits?for=recheck#book" icon="calendar">
            {t("spine.recheck-book")}
          </ButtonLink>
        </div>
      )}
      {waits ? null : <DidElsewhere {...props} />}
    </section>
  );
}

function DidElsewhere({ call, one, today, mends }: Parameters<typeof Recheck>[0]) {
  const { t, form } = call;
  const here = form.text("id") === one.id;
  const said = (name: string) => (here ? form.text(name) : "");
  const error = (name: string) => (here ? mends.of(name) : undefined);
  return (
    <details open={here}>
      <summary>{t("spine.did-elsewhere")}</summary>
      <p class="small">{t("spine.did-hint")}</p>
      <form method="post" action="/me/rechecks" enctype="multipart/form-data" class="form" data-guard>
        <input type="hidden" name="id" value={one.id} />
        <Field t={t} name="date" id={`date-${one.id}`} label={t("spine.did-when")} error={error("date")}>
          {(wiring) => (
            <input {...wiring} type="date" value={said("date")} min={one.openedBy.date} max={today} />
          )}
        </Field>
        <Field t={t} name="place" id={`place-${one.id}`} label={t("spine.did-where")} error={error("place")}>
          {(wiring) => <input {...wiring} value={said("place")} maxlength={120} autocomplete="off" />}
        </Field>
        <Field t={t} name="said" id={`said-${one.id}`} label={t("spine.did-said")} optional>
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {said("said")}
            </textarea>
          )}
        </Field>
        <Field
          t={t}
          name="document"
          id={`document-${one.id}`}
          label={t("spine.did-document")}
          error={error("document")}
          optional
        >
          {(wiring) => <input {...wiring} type="file" accept=".pdf,.jpg,.jpeg,.png" />}
        </Field>
        <Button>{t("spine.did-send")}</Button>
      </form>
    </details>
  );
}

export async function claim(call: PageCall) {
  const { ctx, t, form, actor } = call;
  const client = ownNumber(actor);
  const id = form.text("id");
  if (!(await ownFile(call)).followUps.some((one) => one.id === id)) throw new NotFound();
  const word = (name: string) => form.maybe(name);
  try {
    const said = { date: word("date"), place: word("place"), said: word("said") };
    await claimElsewhere(ctx, { client, id, ...said }, (await form.file("document"))?.bytes);
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
  return see("/me/rechecks", { text: t("spine.did-sent") });
}
