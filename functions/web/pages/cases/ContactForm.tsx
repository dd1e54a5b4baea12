import {
  type CaseView,
  contactChannels,
  contactOutcomes,
  contactPersons,
  triedTwice,
} from "../../../../shared/monitoring/index.ts";
import { Button, Choices, ErrorSummary, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { asksToTell, casePath, whatOf } from "./in-words.ts";

interface Given {
  call: PageCall;
  one: CaseView;
  /** Other open cases of the same client. */
  others: readonly CaseView[];
  mends: Mends;
}

/** What came of a call: who and how are set as it usually is, and each outcome is a button. */
export function ContactForm({ call, one, others, mends }: Given) {
  const { t, form } = call;
  const here = form.has("person");
  const untold = others.filter(asksToTell);
  const chosen = (name: string, usual: string): string => (here ? form.text(name) : usual);
  return (
    <section class="card" aria-labelledby="contact-title" id="contact">
      <h2 id="contact-title">{t("cases.contact")}</h2>
      <p class="small quiet">{t("cases.contact-hint")}</p>
      <form method="post" action={`${casePath(one)}/contact`} class="form" data-guard>
        <Key call={call} />
        <ErrorSummary t={t} errors={here ? mends.all : []} />
        <div class="cols" data-cols="half">
          <Choices
            legend={t("cases.person")}
            name="person"
            kind="radio"
            options={contactPersons.map((value) => ({
              value,
              label: t(`cases.person.${value}`),
              checked: chosen("person", "client") === value,
            }))}
          />
          <Choices
            legend={t("cases.channel")}
            name="channel"
            kind="radio"
            options={contactChannels.map((value) => ({
              value,
              label: t(`cases.channel.${value}`),
              checked: chosen("channel", one.kind === "safety" ? "in person" : "phone") === value,
            }))}
          />
        </div>
        {untold.length ? (
          <Choices
            legend={t("cases.also")}
            name="also"
            kind="checkbox"
            options={untold.map((other) => ({
              value: other.id,
              label: whatOf(t, other),
              checked: here ? form.all("also").includes(other.id) : true,
            }))}
          />
        ) : null}
        <Field
          t={t}
          name="note"
          id={here ? "note" : "contact-note"}
          label={t("cases.note")}
          hint={t("cases.note-hint")}
          error={here ? mends.of("note") : undefined}
          optional
        >
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {here ? form.text("note") : ""}
            </textarea>
          )}
        </Field>
        <div class="row outcomes">
          {contactOutcomes.map((value) => (
            <Button
              kind={value === "confirmed" && asksToTell(one) ? "main" : undefined}
              icon={value === "unable to reach" ? "mute" : value === "confirmed" ? "check" : undefined}
              name="outcome"
              value={value}
            >
              {t(`cases.outcome.${value}`)}
            </Button>
          ))}
        </div>
      </form>
      {one.state === "open" && asksToTell(one) ? <Lost call={call} one={one} /> : null}
    </section>
  );
}

function Lost({ call: { t }, one }: Pick<Given, "call" | "one">) {
  if (!triedTwice(one)) return <p class="small quiet">{t("cases.lost-wait")}</p>;
  return (
    <form method="post" action={`${casePath(one)}/lost`} class="form">
      <p class="small quiet">{t("cases.lost-hint")}</p>
      <Button>{t("cases.lost")}</Button>
    </form>
  );
}
