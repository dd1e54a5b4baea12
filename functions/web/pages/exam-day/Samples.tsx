import { mayEver } from "../../../../shared/access/index.ts";
import { type Exam, labelOf, rejectReasons, type Sample, tubes } from "../../../../shared/testing/index.ts";
import { Button, Field, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { itemName } from "./room-name.ts";

/** The name of a tube in the reader's language. */
export const tubeName = (t: Text, id: string): string =>
  t.pick(tubes.find((tube) => tube.id === id)?.name ?? { en: id, zh: id });

/** Why a sample was rejected, in words, with the note that was written. */
export function reasonText(t: Text, kept: string): string {
  const [code = "", ...note] = kept.split(": ");
  const known = rejectReasons.find((one) => one === code);
  return [known ? t(`samples.reason.${known}`) : code, ...note].join(t.language === "zh" ? "：" : ": ");
}

/** What was drawn, tube by tube, and the way to reject one. */
export function Samples({ call, exam, here }: { call: PageCall; exam: Exam; here: string }) {
  const { t, actor } = call;
  return (
    <section class="card" aria-labelledby="samples">
      <h2 id="samples">{t("exam.samples")}</h2>
      {exam.samples.length ? null : <p class="quiet">{t("exam.no-samples")}</p>}
      <ul class="tasks">
        {exam.samples.map((sample) => (
          <li>
            <b class="num">{labelOf(exam, sample.n)}</b> {tubeName(t, sample.tube)}
            <span class="sub">{t.list(sample.items.map((item) => itemName(t, item)))}</span>
            <span class="sub">
              <SampleState t={t} sample={sample} />
              {sample.replaces ? ` · ${t("exam.replaces", { label: labelOf(exam, sample.replaces) })}` : ""}
            </span>
            {sample.state !== "rejected" && exam.state === "open" && mayEver(actor, "samples:work") ? (
              <Reject t={t} action={`${here}/samples/${sample.n}/reject`} n={sample.n} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SampleState({ t, sample }: { t: Text; sample: Sample }) {
  if (sample.state === "rejected")
    return (
      <State
        is="stop"
        word={t("exam.sample-state.rejected", { reason: reasonText(t, sample.rejected?.reason ?? "") })}
      />
    );
  const word =
    sample.state === "collected"
      ? t("exam.sample-state.collected", { time: t.time(sample.at) })
      : t("exam.sample-state.handed over");
  return <State is="ok" word={word} />;
}

function Reject({ t, action, n }: { t: Text; action: string; n: number }) {
  return (
    <details>
      <summary>
        {t("exam.reject")} <span class="sr">{n}</span>
      </summary>
      <form method="post" action={action} class="form">
        <Field t={t} name="reason" id={`why-${n}`} label={t("exam.why")}>
          {(wiring) => (
            <select {...wiring}>
              {rejectReasons.map((reason) => (
                <option value={reason}>{t(`samples.reason.${reason}`)}</option>
              ))}
            </select>
          )}
        </Field>
        <Field t={t} name="note" id={`note-${n}`} label={t("samples.note")} optional>
          {(wiring) => <input {...wiring} maxlength={150} />}
        </Field>
        <Button kind="danger">{t("exam.reject")}</Button>
      </form>
    </details>
  );
}
