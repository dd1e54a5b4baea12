import { mayEver } from "../../../../shared/access/index.ts";
import type { Client } from "../../../../shared/clients/index.ts";
import { type CaseView, callScripts } from "../../../../shared/monitoring/index.ts";
import { Icon } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { StaffNames } from "../client/staff-names.ts";
import type { Mends } from "../forms/mends.ts";
import { About } from "./About.tsx";
import { Alarm } from "./Alarm.tsx";
import { ContactForm } from "./ContactForm.tsx";
import { History } from "./History.tsx";
import { asksToTell, itemName, seenText } from "./in-words.ts";
import { CloseForm, LookForm } from "./WordForms.tsx";

export interface OnCase {
  call: PageCall;
  one: CaseView;
  others: readonly CaseView[];
  client: Client;
  staff: StaffNames;
  mends: Mends;
}

/** One case: the clock, how to reach the client and what to say, what came of it, and all that happened. */
export function Sheet(props: OnCase) {
  const { call, one } = props;
  const { t, actor } = call;
  const others = props.others.filter(({ ask }) => ask !== undefined);
  const works = mayEver(actor, "case:work") && one.ask !== undefined;
  const given = { call, one, others, mends: props.mends };
  if (!works)
    return (
      <>
        <Alarm call={call} one={one} acts={asksToTell(one) ? <Phone {...props} /> : undefined} />
        {one.item ? null : <p class="quiet">{t("cases.for-care")}</p>}
        <div class="cols" data-cols="half">
          <About t={t} one={one} client={props.client} staff={props.staff} />
          <History t={t} one={one} />
        </div>
      </>
    );
  return (
    <>
      <Alarm call={call} one={one} acts={asksToTell(one) ? <Phone {...props} /> : undefined} />
      <div class="cols" data-cols="side">
        <div class="stack">
          {one.ask === "close" ? <CloseForm {...given} /> : null}
          {one.ask === "look" ? <LookForm {...given} /> : null}
          {asksToTell(one) ? <Script {...props} /> : null}
          <ContactForm {...given} />
          {one.ask === "wait" ? <LookForm {...given} /> : null}
          {one.ask === "look" || one.ask === "wait" || one.state === "lost contact" ? (
            <CloseForm {...given} />
          ) : null}
        </div>
        <div class="stack side">
          <About t={t} one={one} client={props.client} staff={props.staff} />
          <History t={t} one={one} />
        </div>
      </div>
    </>
  );
}

function Phone({ call: { t }, client }: OnCase) {
  const { phone } = client.contacts;
  return phone ? (
    <a class="btn" href={`tel:${phone}`}>
      <Icon name="phone" />
      {phone}
    </a>
  ) : (
    <span class="small">{t("cases.no-phone")}</span>
  );
}

/** "Potassium" inside a sentence is "potassium"; "ALT" stays. */
function inSentence(t: Text, item: string): string {
  const name = itemName(t, item);
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function Script({ call: { t }, one }: OnCase) {
  const script = callScripts[one.kind ?? "critical"];
  const seen = one.seen.at(-1);
  const value =
    seen && one.item
      ? t("cases.value-in-words", { what: inSentence(t, one.item), value: seenText(t, seen) })
      : "";
  return (
    <section class="card" aria-labelledby="script-title">
      <header>
        <h2 id="script-title">{t("cases.script")}</h2>
        {script.status === "needs sign-off" ? (
          <span class="signoff">{t("review.needs-sign-off")}</span>
        ) : null}
      </header>
      <ol class="script">
        {script.steps.map((step) => (
          <li>{t.pick(step).replace("{value}", value)}</li>
        ))}
      </ol>
      <p class="small quiet">{script.source}</p>
    </section>
  );
}
