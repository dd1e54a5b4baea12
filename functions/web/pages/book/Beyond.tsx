import { mayEver } from "../../../../shared/access/index.ts";
import type { Invitation } from "../../../../shared/loop/index.ts";
import { Button, Field, Note } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";

/** Who may book beyond what a time holds says why; it is counted apart and stands in the log. */
export function Override({ call, mends }: { call: PageCall; mends: Mends }) {
  const { t, form } = call;
  if (!mayEver(call.actor, "booking:override")) return null;
  return (
    <div class="stack">
      <Field
        t={t}
        name="reason"
        label={t("book.override-why")}
        hint={t("book.reason-hint")}
        error={mends.of("reason")}
        optional
      >
        {(wiring) => <input {...wiring} type="text" maxlength={120} value={form.text("reason")} />}
      </Field>
      <div class="row">
        <Button name="act" value="override">
          {t("book.override-it")}
        </Button>
      </div>
    </div>
  );
}

/** A link by which the client books the visit alone; made, it is shown once to be passed on. */
export function Invite({ call, made }: { call: PageCall; made: Invitation | undefined }) {
  const { t, home } = call;
  if (!mayEver(call.actor, "booking:invite")) return null;
  return (
    <section class="card" aria-labelledby="invite">
      <h2 id="invite">{t("book.invite")}</h2>
      {made ? (
        <Note kind="watch">
          <p class="said">
            <code>{`${home.publicUrl}${made.path}`}</code>
          </p>
          <p class="small">{t("book.invite-until", { when: t.moment(made.expires) })}</p>
        </Note>
      ) : (
        <p class="small quiet">{t("book.invite-hint")}</p>
      )}
      <div class="row">
        <Button name="act" value="invite" size="small">
          {t("book.invite-it")}
        </Button>
      </div>
    </section>
  );
}
