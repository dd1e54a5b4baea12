import { mayEver } from "../../../../shared/access/index.ts";
import { type Exam, hasEnded } from "../../../../shared/testing/index.ts";
import { Button, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";

/** How an exam ends: verified, concluded, or passed to another person before anything was taken. */
export function Ending({ call, exam, here }: { call: PageCall; exam: Exam; here: string }) {
  const { t, actor } = call;
  const open = exam.orders.filter((order) => !hasEnded(order)).length;
  const typed = exam.orders.some(({ state }) => state === "resulted");
  const taken = exam.orders.some(({ state }) => ["collected", "resulted", "verified"].includes(state));
  return (
    <section class="card" aria-labelledby="ending">
      <h2 id="ending">{t("exam.day")}</h2>
      {open ? <p>{t("exam.open-left", { n: open })}</p> : null}
      <div class="row">
        {typed && mayEver(actor, "exam:verify") ? (
          <form method="post" action={`${here}/verify`}>
            <Button>{t("exam.verify")}</Button>
          </form>
        ) : null}
        {!open && mayEver(actor, "exam:work") ? (
          <form method="post" action={`${here}/conclude`}>
            <Button kind="main">{t("exam.conclude")}</Button>
          </form>
        ) : null}
      </div>
      {!taken && mayEver(actor, "exam:pass-on") ? (
        <details>
          <summary>{t("exam.pass")}</summary>
          <form method="post" action={`${here}/pass-on`} class="form">
            <p class="small quiet">{t("exam.pass-hint")}</p>
            <Field t={t} name="to" label={t("exam.pass-to")}>
              {(wiring) => <input {...wiring} maxlength={12} />}
            </Field>
            <Field t={t} name="reason" id="pass-reason" label={t("exam.reason")}>
              {(wiring) => <input {...wiring} maxlength={200} />}
            </Field>
            <Button kind="danger">{t("exam.pass-it")}</Button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
